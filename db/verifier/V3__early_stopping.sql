-- SPDX-License-Identifier: Apache-2.0
-- What has been asked for so far: a problem that may stop early asks for attempts and verdicts
-- little by little, and needs to know the next one's number.

-- Null: what the policy asks for before anything is known.
alter table problem add column attempts_asked integer;
alter table solution add column asked integer not null default 0;
-- What further verdicts are to be asked on; null once the problem is settled. As json, not jsonb,
-- which refuses the escape of a NUL that a model may write.
alter table solution add column outcome json;

-- Problems that were open before had all their verdicts asked for at once. The escape of a NUL in a
-- question would keep PostgreSQL from reading the rest.
update solution s
set asked = (replace(p.body::text, '\u0000', '\ufffd')::json -> 'policy' ->> 'verifications')::integer
from problem p where p.id = s.problem_id and p.body is not null and s.answer is not null;
