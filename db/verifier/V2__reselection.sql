-- SPDX-License-Identifier: Apache-2.0
-- Selects again over what is stored: what would another rule, another alpha, fewer attempts or fewer
-- verdicts have answered? No model is asked. docs/reselection.md has examples. The arithmetic is that
-- of module selection, and ReselectionIT holds the two against each other.

-- Whether two answers are equal is mathematics, which Java decides; SQL keeps what it came to. The
-- number is that of a group's earliest attempt and not its place, which another rule would change.
alter table solution add column answer_group integer;
comment on column solution.answer_group is
    'The earliest attempt that gives an equal answer, as the settlement found it. Null while the '
    'problem is open, and for a solution without an answer or of a cancelled problem.';

-- What was settled before this column was there: the answers list their groups. A second run of
-- this statement changes nothing. The escape of a NUL, in a text that is not needed here, would keep
-- PostgreSQL from reading the rest.
update solution s
set answer_group = member.earliest
from (
    select p.id, split_part(solutions.body ->> 'id', '/', 2)::integer as attempt,
        min(split_part(solutions.body ->> 'id', '/', 2)::integer)
            over (partition by p.id, groups.number) as earliest
    from problem p
    cross join json_array_elements(replace(p.answer::text, '\u0000', '\ufffd')::json -> 'groups')
        with ordinality as groups (body, number)
    cross join json_array_elements(groups.body -> 'solutions') as solutions (body)
    where p.state = 'settled'
) as member
where s.problem_id = member.id and s.attempt = member.attempt;

create type ranked_answer as (
    problem_id     uuid,
    settled_at     timestamptz,
    -- The rule that decided when the problem was settled.
    policy_rule    text,
    -- What this row was selected with.
    rule           text,
    alpha          double precision,
    attempts       integer,
    verifications  integer,
    -- 1 is the rule's choice.
    place          bigint,
    answer_group   integer,
    text           text,
    score          double precision,
    -- What the scores are made of.
    size           bigint,
    accepted       bigint,
    readable       bigint,
    passes         double precision
);

-- A misspelt rule must not look like a history without answers.
create function check_rule(rule text) returns boolean language plpgsql immutable as $$
begin
    if rule not in ('pessimistic', 'verifier_voting', 'best_of_n', 'majority', 'shortest_majority',
            'accepted_majority') then
        raise exception 'rule: % (expected: pessimistic, verifier_voting, best_of_n, majority, '
            'shortest_majority, accepted_majority)', rule using errcode = 'invalid_parameter_value';
    end if;
    return true;
end $$;

create function check_count(what text, count integer) returns boolean
language plpgsql immutable as $$
begin
    if count < 1 then
        raise exception '%: % (expected: at least 1)', what, count
            using errcode = 'invalid_parameter_value';
    end if;
    return true;
end $$;

-- The same numbers added up in another order differ by less than 1e-9: such scores are ties.
create function comparable(score double precision) returns double precision
language sql immutable
return floor(score / 1e-9 + 0.5);

-- Every group of a settled problem, ranked under every rule, over the evidence of the first attempts
-- and verifications only. Whatever is null is as the problem's policy had it.
--
-- Bodies such as this one are bound to their tables when they are made, so that they work whatever
-- the caller's search path is, and the planner sees through them.
create function rank_answers(
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
    ), judged as (
        select s.attempt, s.answer_group, s.answer, s.accepted, s.tokens, v.readable, v.passes,
            -- Without a readable verdict nothing passes.
            coalesce(v.passes / nullif(v.readable, 0), 0) as pass_rate
        from asked
        join solution s on s.problem_id = asked.id and s.attempt < asked.attempts
        cross join lateral (
            -- In order, as floating-point sums depend on it.
            select count(pass) as readable, coalesce(sum(pass order by number), 0) as passes
            from verdict
            where problem_id = s.problem_id and attempt = s.attempt and revision = s.revision
                and number < asked.verifications
        ) as v
        where s.answer_group is not null
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

-- The same under one rule, for every settled problem. A condition on problem_id or settled_at is met
-- before anything is added up.
create function reselect(
    rule text default null,
    alpha double precision default null,
    attempts integer default null,
    verifications integer default null)
returns setof ranked_answer
language sql stable
begin atomic
    -- The problem's own columns, and not their copies, let a join of two selections begin with
    -- problems.
    select p.id, p.settled_at, ranked.policy_rule, ranked.rule, ranked.alpha, ranked.attempts,
        ranked.verifications, ranked.place, ranked.answer_group, ranked.text, ranked.score,
        ranked.size, ranked.accepted, ranked.readable, ranked.passes
    from problem p
    cross join lateral rank_answers(
        p.id, reselect.alpha, reselect.attempts, reselect.verifications) as ranked
    where check_rule(reselect.rule) and ranked.rule = coalesce(reselect.rule, ranked.policy_rule);
end;

-- What each rule chooses under the problem's own policy. A problem without an answer has no row.
create view reselected as
select p.id as problem_id, p.settled_at, choice.*
from problem p
cross join lateral (
    select policy_rule,
        max(text) filter (where rule = 'pessimistic') as pessimistic,
        max(text) filter (where rule = 'verifier_voting') as verifier_voting,
        max(text) filter (where rule = 'best_of_n') as best_of_n,
        max(text) filter (where rule = 'majority') as majority,
        max(text) filter (where rule = 'shortest_majority') as shortest_majority,
        max(text) filter (where rule = 'accepted_majority') as accepted_majority
    from rank_answers(p.id)
    where place = 1
    group by policy_rule
) as choice;
