-- SPDX-License-Identifier: Apache-2.0
-- The headers of the record that a row becomes, so that whoever carries it need not read its body.
-- Null in rows of the builds before; what theirs are is told by the body.

alter table outbox add column headers jsonb;
