-- SPDX-License-Identifier: Apache-2.0
-- Problems whose callers want nothing kept of them. The row stays, without all that it said, so that
-- what is said of the problem later, or again, finds it settled: by the build before, too.

alter table problem add column deleted_at timestamptz;
comment on column problem.deleted_at is
    'When everything else that was kept of the problem was deleted. Its answer is then the JSON null, '
    'and settled_at is infinity: the row is not forgotten with those that were settled long ago.';
