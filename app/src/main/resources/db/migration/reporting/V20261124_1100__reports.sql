-- A report as it was received, in versions. What, where and when stand apart from text, because fewer may read the text.

create table samlad.report (
  municipality_id uuid not null,
  report_id       uuid not null,
  organisation_id uuid not null,
  unit_id         uuid,
  member_id       uuid not null,
  received_at     timestamptz not null,
  body_hmac       bytea not null,
  version         int not null default 1,
  channel         text not null default 'API' check (channel in ('FORM', 'PLAIN_FORM', 'API', 'IMPORT', 'DEMO')),
  withdrawn_at    timestamptz,
  primary key (municipality_id, report_id),
  foreign key (municipality_id, organisation_id) references samlad.organisation,
  foreign key (municipality_id, unit_id) references samlad.unit,
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.report is 'Rapport. The id is the sender''s own, so a repeated send is one report by construction.';
comment on column samlad.report.body_hmac is 'HMAC of the first body as received: tells a repeat from another content without keeping the body.';
create index report_by_member on samlad.report (municipality_id, member_id, received_at desc);
create index report_by_time on samlad.report (municipality_id, received_at);
call samlad.protect('report', 'organisation',
  'samlad.is_system() or member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system() or member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')');

create table samlad.report_item (
  municipality_id   uuid not null,
  report_id         uuid not null,
  version           int not null,
  ordinal           int not null,
  organisation_id   uuid not null,
  member_id         uuid not null,
  category_code     text not null,
  catalogue_version int not null,
  from_at           timestamptz not null,
  to_at             timestamptz not null,
  time_flag         boolean not null default false,
  lon               double precision,
  lat               double precision,
  easting           double precision,
  northing          double precision,
  precision_class   text not null check (precision_class in ('EXACT', 'ADDRESS', 'STREET', 'AREA', 'CENTROID')),
  accuracy_meters   double precision,
  area_id           uuid,
  place_label       text not null default '',
  indoors           boolean not null default false,
  ongoing           boolean not null default false,
  severity          smallint check (severity between 1 and 3),
  suspected         boolean not null default false,
  answers           jsonb not null default '{}',
  witness_of        uuid,
  text_state        text not null default 'NONE' check (text_state in ('NONE', 'CLEAR', 'DOUBTFUL')),
  primary key (municipality_id, report_id, version, ordinal),
  foreign key (municipality_id, report_id) references samlad.report,
  foreign key (municipality_id, area_id) references samlad.area,
  check (to_at >= from_at),
  check ((lon is null) = (lat is null))
);
comment on column samlad.report_item.text_state is 'What the guard said of the text when it came, so that the system need not read the text.';
comment on column samlad.report_item.time_flag is 'Granska tid: said to begin later than received by more than a quarter of an hour; sorted by receive time.';
call samlad.protect('report_item', 'organisation',
  'samlad.is_system() or member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system() or member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')');

create table samlad.report_text (
  municipality_id uuid not null,
  report_id       uuid not null,
  version         int not null,
  ordinal         int not null,
  organisation_id uuid not null,
  member_id       uuid not null,
  text            text not null check (length(text) <= 2000),
  state           text not null check (state in ('CLEAR', 'DOUBTFUL', 'REVIEWED', 'PURGED')),
  hits            jsonb not null default '[]',
  reviewed_at     timestamptz,
  reviewed_by     uuid,
  shared          boolean not null default false,
  area_id         uuid,
  handed_over     boolean not null default false,
  primary key (municipality_id, report_id, version, ordinal),
  foreign key (municipality_id, report_id, version, ordinal) references samlad.report_item
);
comment on column samlad.report_text.hits is 'Kind and position of what the guard found; never the found words.';
comment on column samlad.report_text.state is 'DOUBTFUL (Granska text) is read only by author and owning organisation''s coordinator, and by the EST coordinator when handed over.';
comment on column samlad.report_text.handed_over is 'The owning organisation''s choice when the text was stored or last changed, kept in step by the handover verb.';
call samlad.protect('report_text', 'shared',
  'member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[])
   or (samlad.has_role(''COORDINATOR'') and (state in (''CLEAR'', ''REVIEWED'') or handed_over))
   or (shared and state in (''CLEAR'', ''REVIEWED'') and samlad.is_inside() and not samlad.is_system() and samlad.covers(area_id) and cardinality(samlad.groups()) > 0)',
  'member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[])
   or (samlad.has_role(''COORDINATOR'') and (state in (''CLEAR'', ''REVIEWED'') or handed_over))');
create policy system_purges on samlad.report_text for update to samlad_web using (samlad.is_system()) with check (samlad.is_system());

create table samlad.report_event (
  municipality_id uuid not null,
  event_id        uuid not null,
  report_id       uuid not null,
  organisation_id uuid not null,
  reporter_id     uuid not null,
  kind            text not null check (kind in ('RECEIVED', 'CORRECTED', 'PROPOSED', 'WITHDRAWN', 'PROPOSAL_ACCEPTED', 'PROPOSAL_REFUSED')),
  request_id      uuid,
  version         int,
  at              timestamptz not null,
  by_member       uuid,
  reason          text not null default '',
  primary key (municipality_id, event_id),
  foreign key (municipality_id, report_id) references samlad.report,
  unique (municipality_id, report_id, request_id)
);
comment on table samlad.report_event is 'What happened to a report: corrections and withdrawal carry the sender''s own id and count once.';
call samlad.protect('report_event', 'organisation',
  'samlad.is_system() or reporter_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system() or reporter_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')');

create table samlad.nothing_to_report (
  municipality_id uuid not null,
  report_id       uuid not null,
  period          text not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
  organisation_id uuid not null,
  unit_id         uuid,
  area_id         uuid,
  member_id       uuid not null,
  received_at     timestamptz not null,
  body_hmac       bytea not null,
  withdrawn_at    timestamptz,
  primary key (municipality_id, report_id),
  foreign key (municipality_id, organisation_id) references samlad.organisation,
  foreign key (municipality_id, unit_id) references samlad.unit,
  foreign key (municipality_id, area_id) references samlad.area
);
comment on table samlad.nothing_to_report is 'Inget att rapportera: an answer with the value zero, which silence is not.';
create index nothing_to_report_by_period on samlad.nothing_to_report (municipality_id, period);
call samlad.protect('nothing_to_report', 'organisation',
  'samlad.is_system() or member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'') or samlad.has_role(''ADMINISTRATOR'')',
  'samlad.is_system() or member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')');

create table samlad.unit_week (
  municipality_id uuid not null,
  unit_id         uuid not null,
  period          text not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
  organisation_id uuid not null,
  reports         int not null default 0,
  nothing         int not null default 0,
  primary key (municipality_id, unit_id, period),
  foreign key (municipality_id, unit_id) references samlad.unit
);
comment on table samlad.unit_week is 'How a unit answered a week, without who: what coverage is counted from and every group may see.';
call samlad.protect('unit_week', 'municipality', 'samlad.is_inside()',
  'samlad.is_system() or organisation_id = any ((select samlad.organisations())::uuid[]) or samlad.has_role(''COORDINATOR'')');
