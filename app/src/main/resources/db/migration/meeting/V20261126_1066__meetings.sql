-- A group's meeting about a period: who was there, what was said of each item, what was agreed, and the minutes as they stood when it closed.
create table samlad.meeting (
  municipality_id uuid not null,
  meeting_id      uuid not null,
  group_id        uuid not null,
  period_slug     text not null check (length(period_slug) between 7 and 24),
  first_day       date not null,
  covered_from    date not null,
  covered_to      date not null,
  secrecy         boolean not null default true,
  guests          boolean not null default false,
  opened_at       timestamptz not null,
  opened_by       uuid,
  started_at      timestamptz,
  closed_at       timestamptz,
  closed_by       uuid,
  revision        int not null default 1,
  minutes         jsonb,
  primary key (municipality_id, meeting_id),
  unique (municipality_id, group_id, period_slug),
  foreign key (municipality_id, group_id) references samlad.working_group,
  check (covered_to >= covered_from),
  check ((closed_at is null) = (minutes is null))
);
comment on table samlad.meeting is 'Möte. The period in the name is the meeting''s; what it covers is a field of its own.';
comment on column samlad.meeting.secrecy is 'Sekretessläge: no text, photo or reporter in the page of the shared screen. On until somebody turns it off, which leaves an audit row.';
comment on column samlad.meeting.guests is 'Others than the group are in the room: counts under five and points are not shown.';
comment on column samlad.meeting.minutes is 'Frozen when the meeting closed.';
create index meeting_by_group on samlad.meeting (municipality_id, group_id, first_day desc);
call samlad.protect('meeting', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or group_id = any ((select samlad.groups())::uuid[])',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or group_id = any ((select samlad.groups())::uuid[])');

create table samlad.meeting_attendance (
  municipality_id uuid not null,
  meeting_id      uuid not null,
  member_id       uuid not null,
  organisation_id uuid,
  deputy          boolean not null default false,
  primary key (municipality_id, meeting_id, member_id),
  foreign key (municipality_id, meeting_id) references samlad.meeting,
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.meeting_attendance is 'Who was there, for which organisation, as member or deputy of the group.';
call samlad.protect('meeting_attendance', 'shared',
  'exists (select 1 from samlad.meeting m where m.municipality_id = meeting_attendance.municipality_id and m.meeting_id = meeting_attendance.meeting_id)',
  'exists (select 1 from samlad.meeting m where m.municipality_id = meeting_attendance.municipality_id and m.meeting_id = meeting_attendance.meeting_id)');

create table samlad.meeting_note (
  municipality_id uuid not null,
  meeting_id      uuid not null,
  item            text not null check (item ~ '^[a-z0-9:-]{1,60}$'),
  words           text not null check (length(words) <= 2000),
  by_member       uuid,
  at              timestamptz not null,
  primary key (municipality_id, meeting_id, item),
  foreign key (municipality_id, meeting_id) references samlad.meeting
);
comment on table samlad.meeting_note is 'What was said of an item of the agenda, for the minutes. Read by people, never by the system.';
call samlad.protect('meeting_note', 'shared',
  'samlad.actor_kind() in (''person'', ''token'') and exists (select 1 from samlad.meeting m where m.municipality_id = meeting_note.municipality_id and m.meeting_id = meeting_note.meeting_id)',
  'samlad.actor_kind() in (''person'', ''token'') and exists (select 1 from samlad.meeting m where m.municipality_id = meeting_note.municipality_id and m.meeting_id = meeting_note.meeting_id)');

create table samlad.meeting_decision (
  municipality_id uuid not null,
  meeting_id      uuid not null,
  measure_id      uuid not null,
  hotspot_id      uuid,
  at              timestamptz not null,
  by_member       uuid,
  withdrawn_at    timestamptz,
  primary key (municipality_id, meeting_id, measure_id),
  foreign key (municipality_id, meeting_id) references samlad.meeting,
  foreign key (municipality_id, measure_id) references samlad.measure
);
comment on table samlad.meeting_decision is 'What the group agreed at the meeting: a measure, which its owner commits or declines afterwards.';
call samlad.protect('meeting_decision', 'shared',
  'exists (select 1 from samlad.meeting m where m.municipality_id = meeting_decision.municipality_id and m.meeting_id = meeting_decision.meeting_id)',
  'exists (select 1 from samlad.meeting m where m.municipality_id = meeting_decision.municipality_id and m.meeting_id = meeting_decision.meeting_id)');
