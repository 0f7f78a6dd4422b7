-- SPDX-License-Identifier: Apache-2.0
-- What verifier-service knows of each problem. Solutions and verdicts are kept after settlement, in
-- columns rather than in JSON, so that history can be selected again in SQL under another rule.

create table problem (
    id          uuid        primary key,
    -- Null while only mentions of the problem have arrived, and not yet the problem itself.
    -- As json, not jsonb, which refuses the escape of a NUL that a model may write.
    body        json,
    deadline    timestamptz,
    state       text        not null default 'open' check (state in ('open', 'settled')),
    first_seen  timestamptz not null default now(),
    settled_at  timestamptz,
    answer      json,
    check ((body is null) = (deadline is null)),
    check ((state = 'settled') = (answer is not null and settled_at is not null))
);
create index problem_overdue on problem (deadline) where state = 'open';
create index problem_stray on problem (first_seen) where body is null;

-- The events that have been worked. Those of a settled problem go when it is settled: its state
-- alone then keeps late and repeated events out.
create table inbox (
    problem_id  uuid not null references problem on delete cascade,
    event_id    text not null,
    primary key (problem_id, event_id)
);

-- The final solution of an attempt. The text itself is not needed for selection.
create table solution (
    problem_id         uuid    not null references problem on delete cascade,
    attempt            integer not null,
    revision           integer not null,
    answer             text,
    accepted           boolean not null,
    tokens             integer not null,
    calls              integer not null,
    prompt_tokens      bigint  not null,
    completion_tokens  bigint  not null,
    millis             bigint  not null,
    -- An attempt has one final solution, however often its last critique is delivered.
    primary key (problem_id, attempt)
);

create table verdict (
    problem_id         uuid    not null references problem on delete cascade,
    attempt            integer not null,
    revision           integer not null,
    number             integer not null,
    judgement          text    not null
        check (judgement in ('correct', 'first_error', 'unreadable', 'unavailable', 'late')),
    -- Null where the judgement is none: what could not be read is neither right nor wrong.
    pass               double precision,
    first_error        integer,
    model              text    not null,
    calls              integer not null,
    prompt_tokens      bigint  not null,
    completion_tokens  bigint  not null,
    millis             bigint  not null,
    primary key (problem_id, attempt, revision, number),
    check ((pass is not null) = (judgement in ('correct', 'first_error'))),
    check ((first_error is not null) = (judgement = 'first_error'))
);

create table abandoned (
    problem_id         uuid    not null references problem on delete cascade,
    attempt            integer not null,
    stage              text    not null,
    reason             text    not null,
    calls              integer not null,
    prompt_tokens      bigint  not null,
    completion_tokens  bigint  not null,
    millis             bigint  not null,
    primary key (problem_id, attempt)
);

-- Events that a committed transaction has decided and the broker has not got yet.
create table outbox (
    id         bigint generated always as identity primary key,
    topic      text not null,
    subject    text not null,
    caused_by  text,
    body       text not null
);
