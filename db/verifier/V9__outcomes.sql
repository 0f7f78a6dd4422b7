-- SPDX-License-Identifier: Apache-2.0
-- What final solutions were reduced to before they were judged: once for each, and shared by its
-- verdicts. No row where solutions are judged as they are.

create table outcome (
    problem_id         uuid    not null references problem on delete cascade,
    attempt            integer not null,
    returned           boolean not null default false,
    -- Null until it has come, where none could be had, and once the problem is settled. As json, not
    -- jsonb, which refuses the escape of a NUL that a model may write.
    made               json,
    why                text,
    model              text,
    calls              integer not null default 0,
    prompt_tokens      bigint  not null default 0,
    completion_tokens  bigint  not null default 0,
    millis             bigint  not null default 0,
    primary key (problem_id, attempt)
);

-- The verdict itself names the step of the solution.
alter table verdict add column outcome_error integer;
comment on column verdict.outcome_error is
    'The first wrong step of the outcome, where the verifier was shown one in other steps than the '
    'solution has.';
