-- SPDX-License-Identifier: Apache-2.0
-- Rows are published by whoever commits them; only those that are some seconds old were left to
-- others. Null in rows of the builds before, which leave all of them.

alter table outbox add column created_at timestamptz;
