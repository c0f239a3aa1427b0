-- One real event from n sources. Each source keeps its own owner and class; what an audience sees of an incident is drawn
-- from the sources it may see, never from the others.

create table samlad.incident (
  municipality_id uuid not null,
  incident_id     uuid not null,
  number          text not null,
  created_at      timestamptz not null,
  merged_into     uuid,
  version         int not null default 1,
  primary key (municipality_id, incident_id),
  unique (municipality_id, number)
);
comment on table samlad.incident is 'Händelse: the knot that ties sources together. It holds no fact of its own, so it can leak none.';

create table samlad.incident_source (
  municipality_id uuid not null,
  source_id       uuid not null,
  incident_id     uuid not null,
  owner_org       uuid not null,
  source_kind     text not null check (source_kind in ('REPORT', 'FAULT_REPORT', 'GUARD_SYSTEM', 'EARLIER_SYSTEM')),
  report_id       uuid,
  report_version  int,
  ordinal         int,
  state           text not null default 'NEW' check (state in ('NEW', 'PASSED', 'DISMISSED', 'WITHDRAWN')),
  sharing_class   text not null default 'GROUP' check (sharing_class in ('OWNER', 'COARSE', 'GROUP', 'GROUP_TEXT')),
  reach           smallint not null generated always as (
                    case when state <> 'PASSED' then 0 when sharing_class = 'OWNER' then 0 when sharing_class = 'COARSE' then 1
                         when sharing_class = 'GROUP' then 2 else 3 end) stored,
  category_group  text not null,
  area_id         uuid,
  week            date not null,
  flags           text[] not null default '{}',
  received_at     timestamptz not null,
  state_at        timestamptz not null,
  passed_at       timestamptz,
  version         int not null default 1,
  primary key (municipality_id, source_id),
  foreign key (municipality_id, incident_id) references samlad.incident,
  foreign key (municipality_id, owner_org) references samlad.organisation,
  foreign key (municipality_id, report_id, report_version, ordinal) references samlad.report_item,
  foreign key (municipality_id, area_id) references samlad.area
);
comment on table samlad.incident_source is 'A source of an incident, coarse part: category group, area and week. Passing it (Godkänn och dela) is the act of sharing.';
comment on column samlad.incident_source.reach is '0 owner and EST coordinator, 1 coarse, 2 group, 3 group with text.';
comment on column samlad.incident_source.week is 'The Monday of the ISO week in Europe/Stockholm in which the event began.';
comment on column samlad.incident_source.flags is 'TEXT (Granska text), TIME (Granska tid), PROPOSAL (a late correction waits), WITNESS (the reporter said it is the same as another).';
create index incident_source_by_incident on samlad.incident_source (municipality_id, incident_id);
create index incident_source_by_week on samlad.incident_source (municipality_id, week, area_id, category_group);
create index incident_source_new on samlad.incident_source (municipality_id, received_at) where state = 'NEW';
create unique index incident_source_by_report on samlad.incident_source (municipality_id, report_id, ordinal);
call samlad.protect('incident_source', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])
   or (reach >= 1 and (samlad.has_role(''LEADERSHIP'') or (cardinality((select samlad.groups())::uuid[]) > 0 and ((select samlad.whole_municipality()) or area_id = any ((select samlad.areas())::uuid[])))))',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])');

create table samlad.incident_detail (
  municipality_id   uuid not null,
  source_id         uuid not null,
  owner_org         uuid not null,
  reach             smallint not null default 0,
  area_id           uuid,
  category_code     text not null,
  catalogue_version int not null,
  from_at           timestamptz not null,
  to_at             timestamptz not null,
  lon               double precision,
  lat               double precision,
  easting           double precision,
  northing          double precision,
  precision_class   text not null check (precision_class in ('EXACT', 'ADDRESS', 'STREET', 'AREA', 'CENTROID')),
  place_label       text not null default '',
  indoors           boolean not null default false,
  ongoing           boolean not null default false,
  suspected         boolean not null default false,
  severity          smallint,
  primary key (municipality_id, source_id),
  foreign key (municipality_id, source_id) references samlad.incident_source on delete cascade,
  check (to_at >= from_at)
);
comment on table samlad.incident_detail is 'A source of an incident, precise part: category, time and place. Read from reach 2 (class GROUP) upward.';
create index incident_detail_by_time on samlad.incident_detail (municipality_id, from_at);
create index incident_detail_near on samlad.incident_detail using gist (point(easting, northing));
call samlad.protect('incident_detail', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])
   or (reach >= 2 and cardinality((select samlad.groups())::uuid[]) > 0 and ((select samlad.whole_municipality()) or area_id = any ((select samlad.areas())::uuid[])))',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])');

create function samlad.copy_reach() returns trigger language plpgsql as $$
begin
  update samlad.incident_detail d
     set reach = new.reach, area_id = new.area_id, owner_org = new.owner_org
   where d.municipality_id = new.municipality_id and d.source_id = new.source_id;
  return null;
end $$;
create trigger incident_source_reach after update of state, sharing_class, area_id, owner_org on samlad.incident_source
  for each row execute function samlad.copy_reach();

create function samlad.take_reach() returns trigger language plpgsql as $$
begin
  select s.reach, s.area_id, s.owner_org into new.reach, new.area_id, new.owner_org
    from samlad.incident_source s
   where s.municipality_id = new.municipality_id and s.source_id = new.source_id;
  return new;
end $$;
create trigger incident_detail_reach before insert on samlad.incident_detail
  for each row execute function samlad.take_reach();
comment on function samlad.copy_reach() is 'The detail follows its source: one place decides who sees it.';

-- An incident is seen when one of its sources is seen; the reading policy asks the sources'' own policy.
call samlad.protect('incident', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or exists (select 1 from samlad.incident_source s where s.municipality_id = incident.municipality_id and s.incident_id = incident.incident_id)',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or exists (select 1 from samlad.incident_source s where s.municipality_id = incident.municipality_id and s.incident_id = incident.incident_id and s.owner_org = any ((select samlad.coordinated())::uuid[]))');

create table samlad.incident_event (
  municipality_id uuid not null,
  event_id        uuid not null,
  incident_id     uuid not null,
  source_id       uuid,
  owner_org       uuid not null,
  kind            text not null check (kind in ('CREATED', 'PASSED', 'DISMISSED', 'REOPENED', 'MERGED', 'SPLIT', 'CATEGORY_CHANGED', 'PLACE_CHANGED',
                    'TIME_CHANGED', 'CLASS_CHANGED', 'TEXT_REVIEWED', 'TEXT_SHARED', 'WITHDRAWN', 'CORRECTED', 'UNDONE')),
  at              timestamptz not null,
  by_member       uuid,
  reason          text not null default '',
  before          jsonb not null default '{}',
  after           jsonb not null default '{}',
  undoes          uuid,
  primary key (municipality_id, event_id),
  foreign key (municipality_id, incident_id) references samlad.incident
);
create index incident_event_by_incident on samlad.incident_event (municipality_id, incident_id, at);
call samlad.protect('incident_event', 'organisation',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])');

create table samlad.incident_number (
  municipality_id uuid not null references samlad.municipality,
  year            int not null,
  last            int not null,
  primary key (municipality_id, year)
);
call samlad.protect('incident_number', 'municipality', 'samlad.is_inside()', 'samlad.is_inside()');

create table samlad.crime_record (
  municipality_id uuid not null,
  record_id       uuid not null,
  owner_org       uuid not null,
  profile         text not null,
  row_key         text not null,
  import_id       uuid,
  sharing_class   text not null default 'COARSE' check (sharing_class in ('OWNER', 'COARSE', 'GROUP', 'GROUP_TEXT')),
  crime_code      text not null check (crime_code ~ '^[0-9]{4}$'),
  offences        int not null check (offences > 0),
  area_id         uuid,
  area_code       text not null default '',
  week            date not null,
  recorded_on     date not null,
  undone_at       timestamptz,
  primary key (municipality_id, record_id),
  foreign key (municipality_id, owner_org) references samlad.organisation,
  foreign key (municipality_id, area_id) references samlad.area,
  unique (municipality_id, profile, row_key)
);
comment on table samlad.crime_record is 'Anmält brott, coarse part: code, area, week, number of offences (Antal). A series of its own, linked to incidents and never merged with them.';
comment on column samlad.crime_record.week is 'The Monday of the ISO week of the offence (its start), not of the recording.';
create index crime_record_by_week on samlad.crime_record (municipality_id, week, area_id, crime_code);
create index crime_record_by_import on samlad.crime_record (municipality_id, import_id);
call samlad.protect('crime_record', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])
   or (sharing_class <> ''OWNER'' and (samlad.has_role(''LEADERSHIP'') or (cardinality((select samlad.groups())::uuid[]) > 0 and ((select samlad.whole_municipality()) or area_id = any ((select samlad.areas())::uuid[])))))',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])');

create table samlad.crime_detail (
  municipality_id uuid not null,
  record_id       uuid not null,
  owner_org       uuid not null,
  sharing_class   text not null,
  area_id         uuid,
  from_at         timestamptz not null,
  to_at           timestamptz not null,
  day_only        boolean not null default false,
  lon             double precision,
  lat             double precision,
  easting         double precision,
  northing        double precision,
  precision_class text not null check (precision_class in ('EXACT', 'ADDRESS', 'STREET', 'AREA', 'CENTROID')),
  street          text not null default '',
  primary key (municipality_id, record_id),
  foreign key (municipality_id, record_id) references samlad.crime_record on delete cascade,
  check (to_at >= from_at)
);
comment on table samlad.crime_detail is 'Anmält brott, precise part: interval and place, read only where the owner shares as GROUP.';
call samlad.protect('crime_detail', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])
   or (sharing_class in (''GROUP'', ''GROUP_TEXT'') and cardinality((select samlad.groups())::uuid[]) > 0 and ((select samlad.whole_municipality()) or area_id = any ((select samlad.areas())::uuid[])))',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])');

create table samlad.crime_link (
  municipality_id uuid not null,
  record_id       uuid not null,
  incident_id     uuid not null,
  linked_at       timestamptz not null,
  linked_by       uuid,
  primary key (municipality_id, record_id, incident_id),
  foreign key (municipality_id, record_id) references samlad.crime_record,
  foreign key (municipality_id, incident_id) references samlad.incident
);
call samlad.protect('crime_link', 'organisation', 'samlad.is_system() or samlad.has_role(''COORDINATOR'')', 'samlad.is_system() or samlad.has_role(''COORDINATOR'')');
