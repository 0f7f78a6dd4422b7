-- SPDX-License-Identifier: Apache-2.0
-- The right answer, where whoever asks has it: a verifier may judge against it. Null where nobody says,
-- and in rows of the builds before.

alter table problem add column reference text;
