-- SPDX-License-Identifier: Apache-2.0
-- Pairs of answers whose equality cannot be computed, and what an arbiter said of them. No row where
-- no arbiter is configured.

create table comparison (
    problem_id         uuid    not null references problem on delete cascade,
    -- The attempts that give the answers, the earlier one first.
    one                integer not null,
    other              integer not null,
    -- 1 for the first of the problem that came back, and so on, as the first decision stands; null
    -- while it is under way.
    place              integer,
    judgement          text    check (judgement in ('equal', 'different', 'unknown')),
    -- Whether it contradicts decisions that came before it, so that it changes nothing.
    contradicted       boolean not null default false,
    model              text,
    calls              integer not null default 0,
    prompt_tokens      bigint  not null default 0,
    completion_tokens  bigint  not null default 0,
    millis             bigint  not null default 0,
    primary key (problem_id, one, other),
    check (one < other),
    check ((place is null) = (judgement is null) and (place is null) = (model is null))
);
