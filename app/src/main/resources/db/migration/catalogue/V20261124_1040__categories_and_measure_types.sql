-- What can happen and what can be done, as versioned data. Codes are stable: a report's code is accepted in every version that had it.
create table samlad.catalogue_version (
  municipality_id uuid not null references samlad.municipality,
  version         int not null,
  valid_from      timestamptz not null,
  note            text not null default '',
  created_by      uuid,
  primary key (municipality_id, version)
);
call samlad.protect('catalogue_version', 'municipality', 'samlad.actor_kind() is not null', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.category (
  municipality_id   uuid not null,
  version           int not null,
  code              text not null check (code ~ '^[A-Z0-9_]{2,60}$'),
  parent_code       text,
  name_sv           text not null,
  name_en           text not null,
  icon              text not null default 'ovrigt',
  sort_order        int not null default 0,
  phone_tile        int not null default 0,
  coming            boolean not null default false,
  coarse_only       boolean not null default false,
  duplicate_meters  int not null default 100,
  duplicate_hours   int not null default 24,
  questions         jsonb not null default '[]',
  primary key (municipality_id, version, code),
  foreign key (municipality_id, version) references samlad.catalogue_version
);
comment on column samlad.category.coming is 'Kommande: the time may lie in the future (arrangemang, varning).';
comment on column samlad.category.coarse_only is 'Incidents against employees and sleeping places: coarse place and week only, never a place hotspot outside their owner.';
call samlad.protect('category', 'municipality', 'samlad.actor_kind() is not null', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.crime_code (
  municipality_id uuid not null references samlad.municipality,
  code            text not null check (code ~ '^[0-9]{4}$'),
  label           text not null,
  category_code   text,
  primary key (municipality_id, code)
);
comment on table samlad.crime_code is 'Brottskod to category, four digits with leading zero.';
call samlad.protect('crime_code', 'municipality', 'samlad.is_inside()', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''COORDINATOR'')');

create table samlad.measure_type (
  municipality_id uuid not null references samlad.municipality,
  code            text not null check (code ~ '^[A-Z0-9_]{2,60}$'),
  kind            text not null check (kind in ('PHYSICAL', 'PRESENCE', 'SOCIAL', 'ORDER', 'PARTICIPATION')),
  name_sv         text not null,
  name_en         text not null,
  effect          text not null check (effect in ('SHORT', 'LONG')),
  sort_order      int not null default 0,
  primary key (municipality_id, code)
);
call samlad.protect('measure_type', 'municipality', 'samlad.is_inside()', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''COORDINATOR'')');
