-- Whether a measure helped is judged against a comparison place chosen before the figures are seen; choices are only added to.

create table samlad.evaluation_plan (
  municipality_id  uuid not null,
  plan_id          uuid not null,
  measure_id       uuid not null,
  effect_week      date not null,
  weeks            int not null check (weeks between 4 and 52),
  easting          double precision not null,
  northing         double precision not null,
  radius_m         int not null check (radius_m between 50 and 2000),
  buffer_m         int not null check (buffer_m between 50 and 1000),
  control_name     text not null check (length(control_name) between 1 and 160),
  control_easting  double precision not null,
  control_northing double precision not null,
  chosen_at        timestamptz not null,
  chosen_by        uuid,
  primary key (municipality_id, plan_id),
  foreign key (municipality_id, measure_id) references samlad.measure
);
comment on table samlad.evaluation_plan is 'What a measure is compared with. The newest row of a measure stands; earlier ones tell that the comparison was changed, and when.';
comment on column samlad.evaluation_plan.effect_week is 'Monday of the week the measure took effect; it counts neither before nor after.';
comment on column samlad.evaluation_plan.buffer_m is 'Width of the ring around the place, and around the comparison place.';
create index evaluation_plan_by_measure on samlad.evaluation_plan (municipality_id, measure_id, chosen_at);
call samlad.protect('evaluation_plan', 'shared',
  'exists (select 1 from samlad.measure m where m.municipality_id = evaluation_plan.municipality_id and m.measure_id = evaluation_plan.measure_id)',
  'exists (select 1 from samlad.measure m where m.municipality_id = evaluation_plan.municipality_id and m.measure_id = evaluation_plan.measure_id
             and (samlad.is_system() or samlad.has_role(''COORDINATOR'') or samlad.speaks_for(m.owner_org, m.owner_member)))');

create table samlad.evaluation (
  municipality_id uuid not null,
  measure_id      uuid not null,
  as_of           timestamptz not null,
  facts           jsonb not null,
  primary key (municipality_id, measure_id),
  foreign key (municipality_id, measure_id) references samlad.measure
);
comment on table samlad.evaluation is 'What the system said when people concluded the measure: words, certainty and the eight counts. Never changed.';
call samlad.protect('evaluation', 'shared',
  'exists (select 1 from samlad.measure m where m.municipality_id = evaluation.municipality_id and m.measure_id = evaluation.measure_id)',
  'samlad.is_system()');
