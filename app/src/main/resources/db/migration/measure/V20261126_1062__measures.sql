-- Measures: the group agrees, each organisation commits its own part. Where a measure stands is told by rows that are only added.

create function samlad.speaks_for(organisation uuid, member uuid) returns boolean stable parallel safe language sql
  as $$ select coalesce(member = samlad.user_id(), false)
            or (organisation = any (samlad.organisations())
                and (samlad.has_role('ORGANISATION_COORDINATOR') or samlad.has_role('GROUP_MEMBER'))) $$;
comment on function samlad.speaks_for(uuid, uuid) is 'The actor is the named member, or sits in a group or coordinates for the organisation. A reporter does not speak for it.';

create table samlad.measure (
  municipality_id     uuid not null,
  measure_id          uuid not null,
  number              text not null,
  title               text not null check (length(title) between 2 and 160),
  type_code           text not null,
  problem_id          uuid not null,
  group_id            uuid not null,
  place_label         text not null check (length(place_label) between 1 and 160),
  easting             double precision,
  northing            double precision,
  owner_org           uuid not null,
  owner_member        uuid,
  goal_drop_percent   smallint check (goal_drop_percent between 1 and 100),
  goal                text not null check (length(goal) between 2 and 300),
  indicator           text not null check (length(indicator) between 2 and 300),
  indicator_codes     text[] not null check (cardinality(indicator_codes) > 0),
  indicator_radius_m  int not null check (indicator_radius_m between 50 and 2000),
  indicator_weekdays  smallint[] not null default '{}',
  indicator_from_hour smallint not null default 0 check (indicator_from_hour between 0 and 23),
  indicator_to_hour   smallint not null default 24 check (indicator_to_hour between 1 and 24),
  done_by             date not null,
  follow_up_on        date not null,
  confidential        boolean not null default false,
  tell_reporters      text not null check (length(tell_reporters) between 2 and 300),
  told_approved_at    timestamptz,
  told_approved_by    uuid,
  decision_body       text,
  decision_on         date,
  decision_paragraph  text,
  decision_diary      text,
  status              text not null check (status in ('PROPOSED', 'COMMITTED', 'ONGOING', 'CARRIED_OUT', 'UNDER_EVALUATION', 'CONCLUDED',
                        'DECLINED', 'CANCELLED')),
  withdrawn_at        timestamptz,
  version             int not null default 1,
  created_at          timestamptz not null,
  created_by          uuid,
  primary key (municipality_id, measure_id),
  unique (municipality_id, number),
  foreign key (municipality_id, type_code) references samlad.measure_type,
  foreign key (municipality_id, problem_id) references samlad.problem,
  foreign key (municipality_id, group_id) references samlad.working_group,
  foreign key (municipality_id, owner_org) references samlad.organisation,
  foreign key (municipality_id, owner_member) references samlad.member,
  check (follow_up_on >= done_by)
);
comment on table samlad.measure is 'Åtgärd. It cannot exist without problem, goal, indicator, owner and follow-up date.';
comment on column samlad.measure.status is 'What the last row of measure_event says; kept here for lists, written in the same transaction.';
comment on column samlad.measure.confidential is 'Invisible outside owner and EST coordinator, in counts too.';
comment on column samlad.measure.tell_reporters is 'Vad rapportören får veta; nothing is told before the owner approved it.';
comment on column samlad.measure.withdrawn_at is 'Taken back at once by whoever proposed it (Ångra); kept, shown nowhere.';
create index measure_by_group on samlad.measure (municipality_id, group_id, status);
create index measure_by_owner on samlad.measure (municipality_id, owner_org, status);
create index measure_by_follow_up on samlad.measure (municipality_id, follow_up_on);
create index measure_by_problem on samlad.measure (municipality_id, problem_id);
call samlad.protect('measure', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or samlad.speaks_for(owner_org, owner_member)
   or (not confidential and group_id = any ((select samlad.groups())::uuid[]))',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or samlad.speaks_for(owner_org, owner_member)');

create policy owners on samlad.problem for select to samlad_web
  using (exists (select 1 from samlad.measure m
                  where m.municipality_id = problem.municipality_id and m.problem_id = problem.problem_id
                    and samlad.speaks_for(m.owner_org, m.owner_member)));
comment on policy owners on samlad.problem is 'Whoever owns a measure may read the problem it answers.';

create table samlad.measure_event (
  municipality_id uuid not null,
  event_id        uuid not null,
  measure_id      uuid not null,
  kind            text not null check (kind in ('PROPOSED', 'COMMITTED', 'DECLINED', 'ONGOING', 'CARRIED_OUT', 'UNDER_EVALUATION',
                    'CONCLUDED', 'CANCELLED', 'PROGRESS', 'CHANGED', 'APPROVED_TEXT', 'WITHDRAWN')),
  at              timestamptz not null,
  by_member       uuid,
  progress        text check (progress in ('AS_PLANNED', 'DELAYED', 'DONE', 'FAILED')),
  dose_done       int check (dose_done between 0 and 9999),
  dose_planned    int check (dose_planned between 1 and 9999),
  dose_unit       text check (length(dose_unit) <= 40),
  outcome         text check (outcome in ('CONTINUE', 'EXTEND', 'REPLACE', 'END')),
  next_on         date,
  primary key (municipality_id, event_id),
  foreign key (municipality_id, measure_id) references samlad.measure
);
comment on table samlad.measure_event is 'Who did what with a measure and when. The words said lie in measure_note, so that they can be purged while this stays.';
create index measure_event_by_measure on samlad.measure_event (municipality_id, measure_id, at);
call samlad.protect('measure_event', 'shared',
  'exists (select 1 from samlad.measure m where m.municipality_id = measure_event.municipality_id and m.measure_id = measure_event.measure_id)',
  'exists (select 1 from samlad.measure m where m.municipality_id = measure_event.municipality_id and m.measure_id = measure_event.measure_id
             and (samlad.is_system() or samlad.has_role(''COORDINATOR'') or samlad.speaks_for(m.owner_org, m.owner_member)))');

create table samlad.measure_note (
  municipality_id uuid not null,
  event_id        uuid not null,
  measure_id      uuid not null,
  owner_org       uuid not null,
  by_member       uuid,
  words           text not null check (length(words) between 1 and 1000),
  hidden          boolean not null default false,
  primary key (municipality_id, event_id),
  foreign key (municipality_id, event_id) references samlad.measure_event
);
comment on column samlad.measure_note.hidden is 'The guard was in doubt: read only by whoever wrote it and the owner organisation''s coordinator, who may show it.';
call samlad.protect('measure_note', 'organisation',
  '(by_member = (select samlad.user_id()) or owner_org = any ((select samlad.coordinated())::uuid[])
    or (not hidden and samlad.actor_kind() in (''person'', ''token'')
        and exists (select 1 from samlad.measure m where m.municipality_id = measure_note.municipality_id and m.measure_id = measure_note.measure_id)))',
  'samlad.actor_kind() in (''person'', ''token'')
   and exists (select 1 from samlad.measure m where m.municipality_id = measure_note.municipality_id and m.measure_id = measure_note.measure_id
             and (samlad.has_role(''COORDINATOR'') or samlad.speaks_for(m.owner_org, m.owner_member)))');

create table samlad.measure_number (
  municipality_id uuid not null references samlad.municipality,
  year            int not null,
  last            int not null,
  primary key (municipality_id, year)
);
comment on table samlad.measure_number is 'The last number given in a year. A counter of its own, as whoever proposes may not see every measure.';
call samlad.protect('measure_number', 'municipality', 'samlad.is_inside()', 'samlad.is_inside()');
