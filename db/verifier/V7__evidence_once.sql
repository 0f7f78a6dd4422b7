-- SPDX-License-Identifier: Apache-2.0
-- An answer is compared with the others when its solution comes, and once: what that came to is kept,
-- so that no later event of the problem reads answers again.

-- Of the answers it was compared with, the groups that are known to differ, each by the number of one
-- of its attempts. Two groups exclude each other where a member of one differs from the other.
alter table solution add column differs_from integer[] not null default '{}';

comment on column solution.answer_group is
    'The earliest attempt that gives an equal answer. Null for a solution without an answer or of a '
    'problem that ended without groups, such as a cancelled one, and, until the problem is next '
    'worked, for what an earlier build took in.';

-- Whoever asks for the first attempts asks for the rest, and counts them from the first on.
comment on column problem.attempts_asked is
    'Null until attempts are asked for, in the transaction that takes the problem in. An earlier '
    'build left the first ones to another service, and null while these were all.';
-- Empty but for such problems, which are looked for again and again.
create index problem_unplanned on problem (id)
    where state = 'open' and body is not null and attempts_asked is null;
