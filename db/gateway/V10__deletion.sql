-- SPDX-License-Identifier: Apache-2.0
-- Problems whose callers want nothing kept of them. Their ids stay: whoever asks is told that there
-- was something, and what is said of them later is not taken for news of a problem that nobody knows.

create table deleted_problem (
    id          uuid        primary key,
    deleted_at  timestamptz not null
);

-- Of an open problem: it is given up first, and deleted when it has been settled.
alter table problem add column delete_requested_at timestamptz;
create index problem_delete_requested on problem (settled_at) where delete_requested_at is not null;
