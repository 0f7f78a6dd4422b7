-- SPDX-License-Identifier: Apache-2.0
alter table problem add column waited_for text;
