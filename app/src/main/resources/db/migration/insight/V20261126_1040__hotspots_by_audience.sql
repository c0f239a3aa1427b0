-- Hotspots are computed in the background, once for each audience and week, and read by those who may look as that audience.

create table samlad.hotspot_run (
  municipality_id uuid not null,
  audience_key    text not null,
  week            date not null,
  run_id          uuid not null,
  audience_kind   text not null check (audience_kind in ('COORDINATOR', 'GROUP', 'ORGANISATION')),
  audience_id     uuid,
  as_of           timestamptz not null,
  state           text not null check (state in ('READY', 'INSUFFICIENT')),
  windows         int not null,
  tested          int not null,
  dispersion      double precision not null,
  method          text not null,
  parameters      jsonb not null,
  seed            bigint not null,
  primary key (municipality_id, audience_key, week),
  unique (municipality_id, run_id),
  foreign key (municipality_id) references samlad.municipality,
  check ((audience_kind = 'COORDINATOR') = (audience_id is null))
);
comment on table samlad.hotspot_run is 'One computation of hotspots for one audience: the last four weeks ending with this one against 13 windows before.';
comment on column samlad.hotspot_run.week is 'Monday of the last of the four weeks.';
comment on column samlad.hotspot_run.parameters is 'What the method was told, so that the run can be made again.';
call samlad.protect('hotspot_run', 'shared',
  'samlad.is_system() or (samlad.has_role(''COORDINATOR'') and audience_kind in (''COORDINATOR'', ''GROUP''))
   or (audience_kind = ''GROUP'' and audience_id = any ((select samlad.groups())::uuid[]))
   or (audience_kind = ''ORGANISATION'' and audience_id = any ((select samlad.coordinated())::uuid[]))',
  'samlad.is_system()');

create table samlad.hotspot (
  municipality_id uuid not null,
  hotspot_id      uuid not null,
  run_id          uuid not null,
  audience_kind   text not null,
  audience_id     uuid,
  week            date not null,
  rank            int not null check (rank >= 0),
  name            text not null,
  incidents       int not null,
  expected_lower  int not null,
  expected_upper  int not null,
  certainty       text not null check (certainty in ('CLEAR', 'LIKELY', 'UNCERTAIN')),
  area_id         uuid,
  lon             double precision not null,
  lat             double precision not null,
  wkt_sweref      text not null,
  facts           jsonb not null,
  primary key (municipality_id, hotspot_id),
  foreign key (municipality_id, run_id) references samlad.hotspot_run (municipality_id, run_id),
  foreign key (municipality_id, area_id) references samlad.area
);
comment on table samlad.hotspot is 'A hotspot of a run. Its id stays when the week is computed again and the place is found again.';
comment on column samlad.hotspot.rank is '0 when the newest run of the week no longer finds it: kept so that what refers to it still leads somewhere.';
comment on column samlad.hotspot.facts is 'What its sentence and "Hur räknas det?" tell: categories, peak, organisations, cells, windows, dispersion, stability.';
create index hotspot_by_run on samlad.hotspot (municipality_id, run_id, rank);
call samlad.protect('hotspot', 'shared',
  'samlad.is_system() or (samlad.has_role(''COORDINATOR'') and audience_kind in (''COORDINATOR'', ''GROUP''))
   or (audience_kind = ''GROUP'' and audience_id = any ((select samlad.groups())::uuid[]))
   or (audience_kind = ''ORGANISATION'' and audience_id = any ((select samlad.coordinated())::uuid[]))',
  'samlad.is_system()');

create table samlad.hotspot_stale (
  municipality_id uuid not null references samlad.municipality,
  marked_at       timestamptz not null,
  primary key (municipality_id)
);
comment on table samlad.hotspot_stale is 'Something was passed since the hotspots were computed; the next background round computes them again.';
call samlad.protect('hotspot_stale', 'municipality', 'samlad.is_system()', 'samlad.is_system()');
