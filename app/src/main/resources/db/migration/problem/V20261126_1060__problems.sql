-- A problem is a place, a phenomenon and a period that a group has taken up. Measures answer problems, never incidents or people.
create table samlad.problem (
  municipality_id uuid not null,
  problem_id      uuid not null,
  group_id        uuid not null,
  title           text not null check (length(title) between 2 and 160),
  place_label     text not null default '' check (length(place_label) <= 160),
  area_id         uuid,
  easting         double precision,
  northing        double precision,
  outline_sweref  text,
  categories      text[] not null,
  from_day        date not null,
  to_day          date not null,
  hotspot_id      uuid,
  figure_value    int,
  expected_lower  int,
  expected_upper  int,
  expected_level  double precision,
  figure_sources  int,
  figure_answered int,
  figure_asked    int,
  figure_as_of    timestamptz,
  certainty       text check (certainty in ('CLEAR', 'LIKELY', 'UNSURE')),
  created_at      timestamptz not null,
  created_by      uuid,
  primary key (municipality_id, problem_id),
  foreign key (municipality_id, group_id) references samlad.working_group,
  foreign key (municipality_id, area_id) references samlad.area,
  check (to_day >= from_day),
  check ((easting is null) = (northing is null)),
  check ((figure_value is null) = (figure_as_of is null))
);
comment on table samlad.problem is 'Problem: place or area, phenomenon and period, taken up by a group.';
comment on column samlad.problem.categories is 'Codes of groups or categories: the phenomenon.';
comment on column samlad.problem.hotspot_id is 'The hotspot it was made from. Its figure is frozen here, as the run may be disposed of.';
create unique index problem_of_hotspot on samlad.problem (municipality_id, group_id, hotspot_id) where hotspot_id is not null;
create index problem_by_group on samlad.problem (municipality_id, group_id, created_at desc);
call samlad.protect('problem', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or group_id = any ((select samlad.groups())::uuid[])',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or group_id = any ((select samlad.groups())::uuid[])');
