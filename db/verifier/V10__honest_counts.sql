-- SPDX-License-Identifier: Apache-2.0
-- How replies came about, which of them are copies of others, and what they cost in money. All of it
-- is null in rows of the builds before, and in rows that such a build still writes.

-- As the events have it: temperature, digest, weights, and whether the prompt was cut.
alter table solution add column reply json;
alter table verdict
    add column reply json,
    -- Whether the verifier was made to conclude.
    add column forced boolean,
    -- What was expected of a reply that nobody could read, and how it begins.
    add column detail text;

alter table solution add column repeats integer;
comment on column solution.repeats is
    'The attempt whose solution this one is letter for letter, so that it counts for nothing of its '
    'own; null for one of its own.';
alter table verdict add column repeats integer;
comment on column verdict.repeats is
    'The number of the verdict on the same solution that this one is letter for letter; null for one '
    'of its own.';

-- Exact amounts by currency, and how many calls have no price. As json: a sum is made where the
-- currencies are known to be apart.
alter table solution add column cost json;
alter table verdict add column cost json;
alter table abandoned add column cost json;
alter table draft add column cost json;
alter table comparison add column cost json;
alter table outcome add column cost json;

-- As it was, over draws only: of copies the one that they repeat, or the first of them where that is
-- not among what is looked at.
create or replace function rank_answers(
    problem uuid,
    alpha double precision default null,
    attempts integer default null,
    verifications integer default null)
returns setof ranked_answer
language sql stable
begin atomic
    with asked as (
        -- Nobody can tell what more than was asked for would have brought.
        select p.id, p.settled_at, policy.rule as policy_rule,
            coalesce(rank_answers.alpha, policy.alpha) as alpha,
            least(rank_answers.attempts, policy.attempts) as attempts,
            least(rank_answers.verifications, policy.verifications) as verifications
        from problem p
        cross join lateral json_to_record(
            replace(p.body::text, '\u0000', '\ufffd')::json -> 'policy'
        ) as policy (rule text, alpha double precision, attempts integer, verifications integer)
        where p.id = rank_answers.problem and p.state = 'settled'
            and check_count('attempts', rank_answers.attempts)
            and check_count('verifications', rank_answers.verifications)
    ), drawn as (
        select asked.verifications, s.problem_id, s.attempt, s.revision, s.answer_group, s.answer,
            s.accepted, s.tokens,
            row_number() over (
                partition by coalesce(s.repeats, s.attempt)
                order by s.repeats nulls first, s.attempt) as copy
        from asked
        join solution s on s.problem_id = asked.id and s.attempt < asked.attempts
        where s.answer_group is not null
    ), judged as (
        select s.attempt, s.answer_group, s.answer, s.accepted, s.tokens, v.readable, v.passes,
            -- Without a readable verdict nothing passes.
            coalesce(v.passes / nullif(v.readable, 0), 0) as pass_rate
        from drawn s
        cross join lateral (
            -- In order, as floating-point sums depend on it.
            select count(pass) as readable, coalesce(sum(pass order by number), 0) as passes
            from (
                select number, pass,
                    row_number() over (
                        partition by coalesce(repeats, number)
                        order by repeats nulls first, number) as copy
                from verdict
                where problem_id = s.problem_id and attempt = s.attempt and revision = s.revision
                    and number < s.verifications
            ) as returned
            where copy = 1
        ) as v
        where s.copy = 1
    ), grouped as (
        select answer_group,
            -- As the solution with the best pass rate writes it; the earliest of equals.
            (array_agg(answer order by pass_rate desc, attempt))[1] as text,
            count(*) as size,
            count(*) filter (where accepted) as accepted,
            -- Where the critic accepted nothing, its rule is plain majority.
            bool_or(bool_or(accepted)) over () as any_accepted,
            sum(readable)::bigint as readable,
            sum(passes order by attempt) as passes,
            sum(pass_rate order by attempt) as votes,
            max(pass_rate) as best,
            sum(tokens)::double precision / count(*) as mean_tokens
        from judged
        group by answer_group
    )
    select id, settled_at, policy_rule, rule, alpha, attempts, verifications,
        row_number() over (
            partition by rule
            order by comparable(score) desc, comparable(votes) desc, size desc, answer_group),
        answer_group, text, score, size, accepted, readable, passes
    from asked
    cross join grouped
    cross join lateral (values
        -- The logarithm counts every verdict planned, the rest only those that could be read.
        ('pessimistic', coalesce(passes / nullif(readable, 0), 0)
            - alpha * ln((attempts * verifications)::double precision) / (readable + 1)),
        ('verifier_voting', votes),
        ('best_of_n', best),
        ('majority', size),
        -- A mean length below 2 would make the logarithm 0 or negative.
        ('shortest_majority', size / ln(greatest(mean_tokens, 2))),
        ('accepted_majority', case when any_accepted then accepted else size end)
    ) as scores (rule, score);
end;
