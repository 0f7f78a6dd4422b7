-- SPDX-License-Identifier: Apache-2.0
-- What the gateway knows: the problems that callers brought, and every event that it has heard of
-- them, so that people can see why an answer was chosen.

create table problem (
    id                   uuid        primary key,
    question             text        not null,
    policy               jsonb       not null,
    submitted_at         timestamptz not null,
    deadline             timestamptz not null,
    -- The caller's own name for the request: a repetition finds the problem instead of making one.
    idempotency_key      text        unique check (length(idempotency_key) between 1 and 255),
    request_hash         text        not null,
    status               text        not null default 'open' check (status in ('open', 'settled')),
    cancel_requested_at  timestamptz,
    answer               jsonb,
    settled_at           timestamptz,
    -- The sequence number of the last event recorded; whoever records holds the lock of this row.
    last_seq             bigint      not null default 0,
    check ((status = 'settled') = (answer is not null and settled_at is not null))
);

create table event (
    problem_id   uuid        not null references problem on delete cascade,
    -- 1, 2, 3 … without gaps, in the order of commits: a reader resumes after the last it has seen.
    seq          bigint      not null,
    -- Derived from what the event is about: a repetition meets itself here.
    event_id     text        not null unique,
    type         text        not null,
    recorded_at  timestamptz not null,
    body         jsonb       not null,
    primary key (problem_id, seq)
);

-- Events that a committed transaction has decided and the broker has not got yet.
create table outbox (
    id         bigint generated always as identity primary key,
    topic      text not null,
    subject    text not null,
    caused_by  text,
    body       text not null
);
