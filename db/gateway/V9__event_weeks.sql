-- SPDX-License-Identifier: Apache-2.0
-- Events by the week in which they were recorded, so that what is older than the retention goes as
-- a table, and not row by row. Statements of the build before work as they did; the table that it
-- wrote becomes the first part, and its rows are read once to make sure of that.

-- For the build before there is an event all along: another one takes the name as the old lets go.
do $$ begin
    alter table event rename to event_before;
    alter index event_pkey rename to event_before_pkey;
    alter index event_event_id_key rename to event_before_event_id_key;
end $$;

-- Nothing refers to the problem: its events go with their week. A row's own problem is locked by
-- whoever inserts it.
create table event (
    problem_id   uuid        not null,
    -- 1, 2, 3 … without gaps, in the order of commits: a reader resumes after the last it has seen.
    seq          bigint      not null,
    -- Derived from what the event is about. Of one problem no two are alike: whoever holds the lock of
    -- its row looks before he inserts.
    event_id     text        not null,
    type         text        not null,
    recorded_at  timestamptz not null,
    body         jsonb       not null
) partition by range (recorded_at);

-- Not every server is built with it; what is packed otherwise is read all the same.
do $$ begin
    alter table event alter column body set compression lz4;
exception when feature_not_supported or invalid_parameter_value then
    raise notice 'events are packed as this server does by itself: it has no lz4';
end $$;

-- What no week is open for: nothing, unless nobody has opened weeks for long.
create table event_other (like event including compression, primary key (problem_id, seq));
create index on event_other (event_id);
alter table event attach partition event_other default;

-- Opens the week of a day, unless its events have their place already. By event id alone only the
-- build before looks.
create function open_event_week(day date, by_event_id boolean default false) returns boolean
language plpgsql as $$
declare
    monday constant date := date_trunc('week', day::timestamp)::date;
    name constant text := 'event_' || to_char(monday, 'IYYY"w"IW');
begin
    perform pg_advisory_xact_lock(hashtext('open_event_week'));
    if to_regclass(name) is not null then
        return false;
    end if;
    execute format(
        'create table %I (like event including compression, primary key (problem_id, seq))', name);
    if by_event_id then
        execute format('create index on %I (event_id)', name);
    end if;
    execute format(
        'alter table event attach partition %I for values from (%L) to (%L)',
        name, monday::timestamp at time zone 'UTC', (monday + 7)::timestamp at time zone 'UTC');
    return true;
exception
    -- It is in what the build before wrote, or has begun in what no week was open for.
    when invalid_object_definition or check_violation then
        return false;
end $$;

-- Drops the weeks that ended before, once none of the problems that they may be about is left.
create function forget_event_weeks(before timestamptz) returns integer language plpgsql as $$
declare
    week record;
    forgotten integer := 0;
begin
    -- Whoever waits for a table to himself stands in front of all others.
    perform set_config('lock_timeout', '1s', true);
    for week in
        select part.oid::regclass as name, bound.until
        from pg_inherits i
        join pg_class part on part.oid = i.inhrelid
        cross join lateral (
            select substring(
                pg_get_expr(part.relpartbound, part.oid) from $bound$TO \('([^']+)'\)$bound$
            )::timestamptz as until
        ) as bound
        where i.inhparent = 'event'::regclass and bound.until <= before
    loop
        if not exists (select from problem where submitted_at < week.until) then
            execute format('drop table %s', week.name);
            forgotten := forgotten + 1;
        end if;
    end loop;
    return forgotten;
end $$;

do $$
declare
    today constant date := (now() at time zone 'UTC')::date;
    monday constant date := date_trunc('week', today::timestamp)::date;
begin
    if exists (select from event_before) then
        execute format(
            'alter table event attach partition event_before for values from (minvalue) to (%L)',
            (monday + 7)::timestamp at time zone 'UTC');
    else
        drop table event_before;
        perform open_event_week(today);
    end if;
    perform open_event_week(today + 7, true);
end $$;
