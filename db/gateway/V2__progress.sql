-- SPDX-License-Identifier: Apache-2.0
-- How far a problem is, in its own row: to tell it nobody has to read the problem's events. What is
-- counted so far is kept with the number of the last event that is in it. Where that is behind
-- last_seq, as in every row from before this migration, whoever needs it counts the rest first.

alter table problem
    add column progress     jsonb,
    -- Whether everything that the answer counts has been recorded.
    add column complete     boolean not null default false,
    -- By attempt and revision, what progress is made up of; never more than the policy allows.
    add column tally        jsonb,
    add column counted_seq  bigint  not null default 0;
