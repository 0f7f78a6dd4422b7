-- SPDX-License-Identifier: Apache-2.0
-- How many problems are open is counted about once a second, so that more than can be worked are
-- refused.

create index problem_open on problem (deadline) where status = 'open';
