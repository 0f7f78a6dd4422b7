-- SPDX-License-Identifier: Apache-2.0
-- The latest revision of an attempt that has no final solution yet: what there is to give, and what
-- it has cost, when a deadline comes before the first verdict. Gone once the problem is settled.

create table draft (
    problem_id         uuid    not null references problem on delete cascade,
    attempt            integer not null,
    revision           integer not null,
    answer             text,
    tokens             integer not null,
    calls              integer not null,
    prompt_tokens      bigint  not null,
    completion_tokens  bigint  not null,
    millis             bigint  not null,
    primary key (problem_id, attempt)
);
