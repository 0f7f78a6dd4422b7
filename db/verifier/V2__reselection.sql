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
create function check_reselection(rule text, attempts integer, verifications integer)
returns boolean language plpgsql immutable as $$
begin
    if rule not in ('pessimistic', 'verifier_voting', 'best_of_n', 'majority', 'shortest_majority',
            'accepted_majority') then
        raise exception 'rule: % (expected: pessimistic, verifier_voting, best_of_n, majority, '
            'shortest_majority, accepted_majority)', rule using errcode = 'invalid_parameter_value';
    elsif attempts < 1 then
        raise exception 'attempts: % (expected: at least 1)', attempts
            using errcode = 'invalid_parameter_value';
    elsif verifications < 1 then
        raise exception 'verifications: % (expected: at least 1)', verifications
            using errcode = 'invalid_parameter_value';
    end if;
    return true;
end $$;

-- Equal sums added up in another order differ by less than 1e-9: such scores are ties.
create function comparable(score double precision) returns double precision
language sql immutable
return floor(score / 1e-9 + 0.5);

-- Every group of every settled problem, ranked under every rule. As the bodies below, it is bound to
-- its tables when it is made, so that it works whatever the caller's search path is, and the planner
-- sees through it: a condition on problem_id, settled_at or rule reaches the tables.
create function rank_answers(
    alpha double precision default null,
    attempts integer default null,
    verifications integer default null)
returns setof ranked_answer
language sql stable
begin atomic
    with settled as (
        -- Nobody can tell what more than was asked for would have brought.
        select id, settled_at, policy ->> 'rule' as policy_rule,
            coalesce(rank_answers.alpha, (policy ->> 'alpha')::double precision) as alpha,
            least(rank_answers.attempts, (policy ->> 'attempts')::integer) as attempts,
            least(rank_answers.verifications, (policy ->> 'verifications')::integer)
                as verifications
        from (
            select id, settled_at, replace(body::text, '\u0000', '\ufffd')::json -> 'policy' as policy
            from problem where state = 'settled'
        ) as each_problem
        where check_reselection(null, rank_answers.attempts, rank_answers.verifications)
    ), judged as (
        select p.*, s.attempt, s.answer_group, s.answer, s.accepted, s.tokens, v.readable, v.passes,
            -- Without a readable verdict nothing passes.
            coalesce(v.passes / nullif(v.readable, 0), 0) as pass_rate
        from settled p
        join solution s on s.problem_id = p.id and s.attempt < p.attempts
        cross join lateral (
            -- In order, as floating-point sums depend on it.
            select count(pass) as readable, coalesce(sum(pass order by number), 0) as passes
            from verdict
            where problem_id = p.id and attempt = s.attempt and revision = s.revision
                and number < p.verifications
        ) as v
        where s.answer_group is not null
    ), grouped as (
        select id, settled_at, policy_rule, alpha, attempts, verifications, answer_group,
            -- As the solution with the best pass rate writes it; the earliest of equals.
            (array_agg(answer order by pass_rate desc, attempt))[1] as text,
            count(*) as size,
            count(*) filter (where accepted) as accepted,
            sum(readable)::bigint as readable,
            sum(passes order by attempt) as passes,
            sum(pass_rate order by attempt) as votes,
            max(pass_rate) as best,
            sum(tokens)::double precision / count(*) as mean_tokens
        from judged
        group by id, settled_at, policy_rule, alpha, attempts, verifications, answer_group
    ), compared as (
        -- Where the critic accepted nothing, its rule is plain majority.
        select *, max(accepted) over (partition by id, settled_at) > 0 as any_accepted
        from grouped
    )
    select id, settled_at, policy_rule, rule, alpha, attempts, verifications,
        row_number() over (
            partition by id, settled_at, rule
            order by comparable(score) desc, comparable(votes) desc, size desc, answer_group),
        answer_group, text, score, size, accepted, readable, passes
    from compared
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

-- The groups of every settled problem, ranked under one rule, over the evidence of the first attempts
-- and verifications only. Whatever is null is as the problem's policy had it.
create function reselect(
    rule text default null,
    alpha double precision default null,
    attempts integer default null,
    verifications integer default null)
returns setof ranked_answer
language sql stable
begin atomic
    select *
    from rank_answers(reselect.alpha, reselect.attempts, reselect.verifications) as ranked
    where check_reselection(reselect.rule, reselect.attempts, reselect.verifications)
        and ranked.rule = coalesce(reselect.rule, ranked.policy_rule);
end;

-- The same of one problem.
create function reselect_problem(
    problem uuid,
    rule text default null,
    alpha double precision default null,
    attempts integer default null,
    verifications integer default null)
returns setof ranked_answer
language sql stable
begin atomic
    select *
    from reselect(
        reselect_problem.rule, reselect_problem.alpha, reselect_problem.attempts,
        reselect_problem.verifications) as ranked
    where ranked.problem_id = reselect_problem.problem;
end;

-- What each rule chooses under the problem's own policy. A problem without an answer has no row.
create view reselected as
select problem_id, settled_at, policy_rule,
    max(text) filter (where rule = 'pessimistic') as pessimistic,
    max(text) filter (where rule = 'verifier_voting') as verifier_voting,
    max(text) filter (where rule = 'best_of_n') as best_of_n,
    max(text) filter (where rule = 'majority') as majority,
    max(text) filter (where rule = 'shortest_majority') as shortest_majority,
    max(text) filter (where rule = 'accepted_majority') as accepted_majority
from rank_answers()
where place = 1
group by problem_id, settled_at, policy_rule;
