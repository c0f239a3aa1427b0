-- The week's alarms are one family of tests over areas and category groups, computed in the background for each audience and week.

create table samlad.alarm_run (
  municipality_id uuid not null,
  audience_key    text not null,
  week            date not null,
  run_id          uuid not null,
  audience_kind   text not null check (audience_kind in ('COORDINATOR', 'GROUP', 'ORGANISATION')),
  audience_id     uuid,
  as_of           timestamptz not null,
  state           text not null check (state in ('READY', 'INSUFFICIENT')),
  weeks           int not null check (weeks >= 0),
  tested          int not null check (tested >= 0),
  dispersion      double precision not null,
  parameters      jsonb not null,
  primary key (municipality_id, audience_key, week),
  unique (municipality_id, run_id),
  foreign key (municipality_id) references samlad.municipality,
  check ((audience_kind = 'COORDINATOR') = (audience_id is null))
);
comment on table samlad.alarm_run is 'One judgement of a week for one audience: every area and category group against its own past weeks, as one family.';
comment on column samlad.alarm_run.weeks is 'Past weeks with data.';
comment on column samlad.alarm_run.tested is 'Series in the family.';
comment on column samlad.alarm_run.parameters is 'What the method was told, so that the run can be made again.';
call samlad.protect('alarm_run', 'shared',
  'samlad.is_system() or (samlad.has_role(''COORDINATOR'') and audience_kind in (''COORDINATOR'', ''GROUP''))
   or (audience_kind = ''GROUP'' and audience_id = any ((select samlad.groups())::uuid[]))
   or (audience_kind = ''ORGANISATION'' and audience_id = any ((select samlad.coordinated())::uuid[]))',
  'samlad.is_system()');

create table samlad.alarm (
  municipality_id uuid not null,
  run_id          uuid not null,
  area_id         uuid not null,
  category_group  text not null,
  audience_kind   text not null,
  audience_id     uuid,
  alarms          boolean not null,
  incidents       int not null,
  expected_lower  int not null,
  expected_upper  int not null,
  mean            double precision not null,
  mid_p           double precision not null,
  stability       double precision not null,
  sources         int not null,
  answered        int not null,
  asked           int not null,
  primary key (municipality_id, run_id, area_id, category_group),
  foreign key (municipality_id, run_id) references samlad.alarm_run (municipality_id, run_id) on delete cascade,
  foreign key (municipality_id, area_id) references samlad.area
);
comment on table samlad.alarm is 'A series above its expected interval in its run.';
comment on column samlad.alarm.alarms is 'Whether it still stands out when all series of the run are judged together.';
call samlad.protect('alarm', 'shared',
  'samlad.is_system() or (samlad.has_role(''COORDINATOR'') and audience_kind in (''COORDINATOR'', ''GROUP''))
   or (audience_kind = ''GROUP'' and audience_id = any ((select samlad.groups())::uuid[]))
   or (audience_kind = ''ORGANISATION'' and audience_id = any ((select samlad.coordinated())::uuid[]))',
  'samlad.is_system()');
