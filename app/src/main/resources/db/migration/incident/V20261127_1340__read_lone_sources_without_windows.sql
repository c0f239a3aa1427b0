-- Some 94 of 100 incidents have one source. Marked as such they need no window to be told: one row of incident_detail is the incident, in
-- the order of lists, once the detail carries what its source decides. docs/decisions/0015 says why and what it gave.

-- A policy's questions about the actor are asked once a statement, not once a row.
do $$
declare
  it record;
begin
  for it in select * from drift.table_reach
             where table_name in ('incident', 'incident_source', 'incident_detail', 'incident_event', 'crime_record', 'crime_detail') loop
    it.reads := replace(regexp_replace(it.reads, '(samlad\.has_role\(''[A-Z_]+''\))', '(select \1)', 'g'), 'samlad.is_system()', '(select samlad.is_system())');
    it.writes := replace(regexp_replace(it.writes, '(samlad\.has_role\(''[A-Z_]+''\))', '(select \1)', 'g'), 'samlad.is_system()', '(select samlad.is_system())');
    execute format('alter policy reads on samlad.%I using (%s)', it.table_name, it.reads);
    execute format('alter policy adds on samlad.%I with check (%s)', it.table_name, it.writes);
    execute format('alter policy changes on samlad.%I using (%s) with check (%s)', it.table_name, it.writes, it.writes);
    execute format('alter policy removes on samlad.%I using (%s)', it.table_name, it.writes);
    update drift.table_reach set reads = it.reads, writes = it.writes where table_name = it.table_name;
  end loop;
end $$;

alter table samlad.incident_source add column lone boolean not null default true;
comment on column samlad.incident_source.lone is 'The only source of its incident, whoever asks. Kept by the trigger incident_source_lone.';
update samlad.incident_source s
   set lone = false
  from (select municipality_id, incident_id from samlad.incident_source group by municipality_id, incident_id having count(*) > 1) crowded
 where crowded.municipality_id = s.municipality_id and crowded.incident_id = s.incident_id;

alter table samlad.incident_detail
  add column incident_id    uuid,
  add column state          text,
  add column category_group text,
  add column week           date,
  add column received_at    timestamptz,
  add column passed_at      timestamptz,
  add column flags          text[],
  add column time_doubted   boolean,
  add column lone           boolean;
update samlad.incident_detail d
   set incident_id = s.incident_id, state = s.state, category_group = s.category_group, week = s.week, received_at = s.received_at,
       passed_at = s.passed_at, flags = s.flags, time_doubted = 'TIME' = any (s.flags), lone = s.lone
  from samlad.incident_source s
 where s.municipality_id = d.municipality_id and s.source_id = d.source_id;
alter table samlad.incident_detail
  alter column incident_id set not null,
  alter column state set not null,
  alter column category_group set not null,
  alter column week set not null,
  alter column received_at set not null,
  alter column flags set not null,
  alter column time_doubted set not null,
  alter column lone set not null,
  add column sorted_at timestamptz not null generated always as (case when time_doubted then received_at else from_at end) stored,
  add column cell_column int generated always as (cast(floor(easting / 250) as int)) stored,
  add column cell_row int generated always as (cast(floor(northing / 250) as int)) stored;
comment on column samlad.incident_detail.cell_column is 'With cell_row: the square of 250 m in SWEREF 99 TM that holds the point. An index on them may be read under row-level security; one on points may not.';
comment on column samlad.incident_detail.sorted_at is 'Where it stands in lists: the beginning, or the receipt when the time is doubted.';
comment on column samlad.incident_detail.lone is 'With incident_id, state, category_group, week, received_at, passed_at, flags and time_doubted: as its source says, see copy_reach.';

create or replace function samlad.take_reach() returns trigger language plpgsql as $$
begin
  select s.reach, s.area_id, s.owner_org, s.incident_id, s.state, s.category_group, s.week, s.received_at, s.passed_at, s.flags,
         'TIME' = any (s.flags), s.lone
    into new.reach, new.area_id, new.owner_org, new.incident_id, new.state, new.category_group, new.week, new.received_at, new.passed_at, new.flags,
         new.time_doubted, new.lone
    from samlad.incident_source s
   where s.municipality_id = new.municipality_id and s.source_id = new.source_id;
  return new;
end $$;

create or replace function samlad.copy_reach() returns trigger language plpgsql as $$
begin
  update samlad.incident_detail d
     set reach = new.reach, area_id = new.area_id, owner_org = new.owner_org, incident_id = new.incident_id, state = new.state,
         category_group = new.category_group, week = new.week, received_at = new.received_at, passed_at = new.passed_at, flags = new.flags,
         time_doubted = 'TIME' = any (new.flags), lone = new.lone
   where d.municipality_id = new.municipality_id and d.source_id = new.source_id;
  return null;
end $$;
drop trigger incident_source_reach on samlad.incident_source;
create trigger incident_source_reach
  after update of state, sharing_class, area_id, owner_org, incident_id, category_group, week, received_at, passed_at, flags, lone on samlad.incident_source
  for each row execute function samlad.copy_reach();

-- Whoever moves a source may not see the others of the incident, so this runs as the owner. Those who move sources of one incident at the
-- same time wait for each other on its row: else both could find theirs alone.
create function samlad.mark_lone() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here     uuid;
  touched  uuid[];
begin
  if tg_op = 'INSERT' then
    select municipality_id into here from after limit 1;
    select array_agg(distinct incident_id) into touched from after;
  elsif tg_op = 'DELETE' then
    select municipality_id into here from before limit 1;
    select array_agg(distinct incident_id) into touched from before;
  else
    select max(o.municipality_id::text)::uuid, array_agg(o.incident_id) || array_agg(n.incident_id) into here, touched
      from before o
      join after n on n.municipality_id = o.municipality_id and n.source_id = o.source_id
     where n.incident_id <> o.incident_id;
  end if;
  if touched is null then
    return null;
  end if;
  perform 1 from samlad.incident i
    where i.municipality_id = here and i.incident_id = any (touched)
    order by i.incident_id
      for no key update;
  with counted as (
    select s.incident_id, count(*) = 1 as lone
      from samlad.incident_source s
     where s.municipality_id = here and s.incident_id = any (touched)
     group by s.incident_id
  )
  update samlad.incident_source s
     set lone = counted.lone
    from counted
   where s.municipality_id = here and s.incident_id = counted.incident_id and s.lone <> counted.lone;
  return null;
end $$;
comment on function samlad.mark_lone() is 'Keeps incident_source.lone for the incidents whose sources came, went or moved.';
revoke execute on function samlad.mark_lone() from public;
create trigger incident_source_lone_added after insert on samlad.incident_source
  referencing new table as after for each statement execute function samlad.mark_lone();
create trigger incident_source_lone_moved after update on samlad.incident_source
  referencing old table as before new table as after for each statement execute function samlad.mark_lone();
create trigger incident_source_lone_removed after delete on samlad.incident_source
  referencing old table as before for each statement execute function samlad.mark_lone();

-- In the order of lists: by time alone, and for the filters that leave least.
create index incident_detail_newest on samlad.incident_detail (municipality_id, sorted_at desc, incident_id desc) where lone;
create index incident_detail_newest_group on samlad.incident_detail (municipality_id, category_group, sorted_at desc, incident_id desc) where lone;
create index incident_detail_newest_code on samlad.incident_detail (municipality_id, category_code, sorted_at desc, incident_id desc) where lone;
create index incident_detail_newest_area on samlad.incident_detail (municipality_id, area_id, sorted_at desc, incident_id desc) where lone;
create index incident_detail_newest_owner on samlad.incident_detail (municipality_id, owner_org, sorted_at desc, incident_id desc) where lone;
create index incident_detail_newest_new on samlad.incident_detail (municipality_id, sorted_at desc, incident_id desc) where lone and state = 'NEW';
create index incident_detail_cell on samlad.incident_detail (municipality_id, cell_column, cell_row, sorted_at) where lone;
create index incident_detail_received on samlad.incident_detail (municipality_id, received_at) where lone;
-- Those seen coarsely have a week alone, and several sources still need each other.
create index incident_source_newest_coarse on samlad.incident_source
  (municipality_id, (cast(week as timestamp) at time zone 'Europe/Stockholm') desc, incident_id desc) where lone and reach = 1;
create index incident_source_crowded on samlad.incident_source (municipality_id, week) where not lone;
create index incident_detail_crowded on samlad.incident_detail (municipality_id, sorted_at) where not lone;
create index incident_detail_crowd on samlad.incident_detail (municipality_id, incident_id) where not lone;
