-- An organisation's own checklist (what to look at this week), and its own picture of the week before the meeting.
-- A saved list is never changed: a new version is, so that old answers keep what they answered.

create table samlad.checklist_version (
  municipality_id uuid not null,
  organisation_id uuid not null,
  version         int not null check (version > 0),
  saved_at        timestamptz not null,
  saved_by        uuid,
  primary key (municipality_id, organisation_id, version),
  foreign key (municipality_id, organisation_id) references samlad.organisation
);
comment on table samlad.checklist_version is 'Checklista. The highest version is in force; one without items means that the organisation has none.';
call samlad.protect('checklist_version', 'organisation',
  'samlad.is_system() or organisation_id = any ((select samlad.organisations())::uuid[]) or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system() or organisation_id = any ((select samlad.coordinated())::uuid[])');

create table samlad.checklist_item (
  municipality_id uuid not null,
  organisation_id uuid not null,
  version         int not null,
  ordinal         int not null check (ordinal between 0 and 19),
  words           text not null check (length(words) between 2 and 100),
  category_code   text,
  primary key (municipality_id, organisation_id, version, ordinal),
  foreign key (municipality_id, organisation_id, version) references samlad.checklist_version
);
call samlad.protect('checklist_item', 'organisation',
  'samlad.is_system() or organisation_id = any ((select samlad.organisations())::uuid[]) or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system() or organisation_id = any ((select samlad.coordinated())::uuid[])');

create table samlad.checklist_answer (
  municipality_id uuid not null,
  unit_id         uuid not null,
  period          text not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
  organisation_id uuid not null,
  version         int not null,
  ordinal         int not null,
  at              timestamptz not null,
  primary key (municipality_id, unit_id, period, version, ordinal),
  foreign key (municipality_id, unit_id) references samlad.unit,
  foreign key (municipality_id, organisation_id, version, ordinal) references samlad.checklist_item
);
comment on table samlad.checklist_answer is 'That a unit has looked at an item of its list in a week. Not by whom.';
call samlad.protect('checklist_answer', 'organisation',
  'samlad.is_system() or organisation_id = any ((select samlad.organisations())::uuid[]) or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system() or organisation_id = any ((select samlad.organisations())::uuid[])');

create table samlad.own_picture_comment (
  municipality_id uuid not null,
  comment_id      uuid not null,
  organisation_id uuid not null,
  period          text not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
  words           text not null check (length(words) between 1 and 500),
  state           text not null check (state in ('CLEAR', 'DOUBTFUL', 'REVIEWED')),
  written_at      timestamptz not null,
  written_by      uuid,
  primary key (municipality_id, comment_id),
  foreign key (municipality_id, organisation_id) references samlad.organisation
);
comment on table samlad.own_picture_comment is 'What an organisation''s coordinator says of its own week to the EST coordinator; the newest of a week counts.';
create index own_picture_comment_by_week on samlad.own_picture_comment (municipality_id, period, organisation_id, written_at desc);
call samlad.protect('own_picture_comment', 'shared',
  'organisation_id = any ((select samlad.coordinated())::uuid[])
   or (samlad.has_role(''COORDINATOR'') and state in (''CLEAR'', ''REVIEWED''))',
  'organisation_id = any ((select samlad.coordinated())::uuid[])');
