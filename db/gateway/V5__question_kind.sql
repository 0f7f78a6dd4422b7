-- SPDX-License-Identifier: Apache-2.0
-- What kind of question it is: of such alone is known how sure an answer is. Null where nobody says,
-- and in rows of the builds before.

alter table problem add column kind text;
