-- SPDX-License-Identifier: Apache-2.0
-- Problems are forgotten some time after they were settled, the oldest first.

create index problem_settled on problem (settled_at) where state = 'settled';
