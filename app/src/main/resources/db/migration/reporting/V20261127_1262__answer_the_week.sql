-- The weekly statement: when it closes, who answers for a unit, who was reminded, and the answer by a signed link.

create function samlad.link_unit_week(unit uuid, period text) returns boolean stable parallel safe language sql
  as $$ select coalesce(samlad.link_subject() like 'unit-week:' || unit || ':' || period || ':%', false) $$;
comment on function samlad.link_unit_week(uuid, text) is 'Whether the link of this transaction is about this unit and week: unit-week:UNIT:PERIOD:MEMBER.';

create function samlad.link_member() returns uuid stable parallel safe language sql
  as $$ select case when samlad.link_subject() like 'unit-week:%' then nullif(split_part(samlad.link_subject(), ':', 4), '')::uuid end $$;
comment on function samlad.link_member() is 'Whom the link was sent to.';

alter table samlad.nothing_to_report add column kind text not null default 'NOTHING' check (kind in ('NOTHING', 'REPORTED'));
alter table samlad.nothing_to_report add column by_link boolean not null default false;
comment on column samlad.nothing_to_report.kind is 'NOTHING: inget att rapportera. REPORTED: vi har rapporterat, by a way that is not counted for the unit.';
create policy link_reads on samlad.nothing_to_report for select to samlad_web
  using (samlad.link_unit_week(unit_id, period) and member_id = samlad.link_member());
create policy link_adds on samlad.nothing_to_report for insert to samlad_web
  with check (samlad.link_unit_week(unit_id, period) and member_id = samlad.link_member() and by_link);
create policy link_changes on samlad.nothing_to_report for update to samlad_web
  using (samlad.link_unit_week(unit_id, period) and member_id = samlad.link_member())
  with check (samlad.link_unit_week(unit_id, period) and member_id = samlad.link_member());

alter table samlad.unit_week add column stated int not null default 0;
comment on column samlad.unit_week.stated is 'How many said that the unit has reported, by a way that is not counted for it.';
create policy link_reads on samlad.unit_week for select to samlad_web using (samlad.link_unit_week(unit_id, period));
create policy link_adds on samlad.unit_week for insert to samlad_web with check (samlad.link_unit_week(unit_id, period));
create policy link_changes on samlad.unit_week for update to samlad_web
  using (samlad.link_unit_week(unit_id, period)) with check (samlad.link_unit_week(unit_id, period));

create table samlad.reporting_deadline (
  municipality_id uuid not null references samlad.municipality,
  group_id        uuid,
  closes_on       int not null check (closes_on between 1 and 7),
  weeks_after     int not null check (weeks_after between 0 and 1),
  closes_at       time not null,
  remind_hours    int not null check (remind_hours between 1 and 167),
  reminds         boolean not null,
  unique nulls not distinct (municipality_id, group_id),
  foreign key (municipality_id, group_id) references samlad.working_group
);
comment on table samlad.reporting_deadline is 'When the answers of a week are due, for units in a group''s areas; without group for all others.';
call samlad.protect('reporting_deadline', 'municipality', 'samlad.is_inside()',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''COORDINATOR'')');

create table samlad.unit_leader (
  municipality_id uuid not null,
  unit_id         uuid not null,
  organisation_id uuid not null,
  member_id       uuid not null,
  named_at        timestamptz not null,
  named_by        uuid,
  primary key (municipality_id, unit_id, member_id),
  foreign key (municipality_id, unit_id) references samlad.unit,
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.unit_leader is 'Who answers for the unit each week and is reminded.';
create index unit_leader_by_member on samlad.unit_leader (municipality_id, member_id);
call samlad.protect('unit_leader', 'person',
  'samlad.is_system() or member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[])
   or samlad.has_role(''ADMINISTRATOR'')',
  'samlad.is_system() or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.unit_reminder (
  municipality_id uuid not null,
  unit_id         uuid not null,
  organisation_id uuid not null,
  period          text not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
  step            text not null check (step in ('BEFORE', 'AT', 'BY_HAND')),
  day             date not null,
  at              timestamptz not null,
  reached         int not null check (reached >= 0),
  primary key (municipality_id, unit_id, period, step, day),
  foreign key (municipality_id, unit_id) references samlad.unit
);
comment on table samlad.unit_reminder is 'That a unit was reminded of a week, once before the deadline, once at it, and by hand at most once a day.';
call samlad.protect('unit_reminder', 'organisation',
  'samlad.is_system() or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system()');
