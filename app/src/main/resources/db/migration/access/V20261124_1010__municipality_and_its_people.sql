-- Who takes part: municipality, organisations with units, working groups with areas, members with roles.

create table samlad.municipality (
  municipality_id uuid primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  name            text not null check (length(name) between 2 and 80),
  settings        jsonb not null default '{}',
  demo            boolean not null default false,
  created_at      timestamptz not null default now()
);
comment on column samlad.municipality.settings is 'What differs between municipalities: levels, colours, wording, theme, numbers to call, phone lines that are not personal.';
call samlad.protect('municipality', 'municipality', 'samlad.actor_kind() is not null',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');
create policy job_lists on samlad.municipality for select to samlad_job using (true);
grant select (municipality_id, slug) on samlad.municipality to samlad_job;

create table drift.municipality_slug (
  slug            text primary key,
  municipality_id uuid not null unique
);
comment on table drift.municipality_slug is 'Finds the municipality of an anonymous address /k/{slug}; ids only.';

create table drift.login (
  email_hmac      bytea not null,
  municipality_id uuid not null,
  member_id       uuid not null,
  primary key (email_hmac, municipality_id)
);
comment on table drift.login is 'HMAC of an e-mail address to the accounts it may open, in one or several municipalities.';

create table samlad.organisation (
  municipality_id uuid not null references samlad.municipality,
  organisation_id uuid not null,
  name            text not null check (length(name) between 2 and 120),
  kind            text not null check (kind in ('MUNICIPALITY', 'POLICE', 'SOCIAL_SERVICES', 'SCHOOL', 'LEISURE', 'STREETS_AND_PARKS',
                    'HOUSING_COMPANY', 'GUARD_COMPANY', 'FIRE_AND_RESCUE', 'PUBLIC_TRANSPORT', 'HOME_CARE', 'TRADE', 'ASSOCIATION', 'OTHER')),
  sort_order      int not null default 0,
  active          boolean not null default true,
  created_at      timestamptz not null default now(),
  primary key (municipality_id, organisation_id),
  unique (municipality_id, name)
);
comment on column samlad.organisation.kind is 'Police, social services and school pass their own items; the EST coordinator passes all others.';
call samlad.protect('organisation', 'municipality', 'samlad.is_inside() or samlad.link_subject() is not null', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.text_review_handover (
  municipality_id uuid not null,
  organisation_id uuid not null,
  handed_at       timestamptz not null,
  handed_by       uuid,
  reason          text not null,
  revoked_at      timestamptz,
  primary key (municipality_id, organisation_id, handed_at),
  foreign key (municipality_id, organisation_id) references samlad.organisation
);
comment on table samlad.text_review_handover is 'An organisation''s recorded, revocable choice to let the EST coordinator review its doubtful texts.';
call samlad.protect('text_review_handover', 'municipality', 'samlad.is_inside()',
  'samlad.is_system() or organisation_id = any ((select samlad.coordinated())::uuid[])');

create table samlad.unit (
  municipality_id uuid not null,
  unit_id         uuid not null,
  organisation_id uuid not null,
  name            text not null check (length(name) between 2 and 120),
  active_from     date not null,
  active_to       date,
  primary key (municipality_id, unit_id),
  foreign key (municipality_id, organisation_id) references samlad.organisation,
  unique (municipality_id, organisation_id, name)
);
comment on table samlad.unit is 'Enhet: the part of an organisation expected to report for its areas each period; the denominator of coverage.';
call samlad.protect('unit', 'municipality', 'samlad.is_inside() or samlad.link_subject() is not null', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.member (
  municipality_id uuid not null,
  member_id       uuid not null,
  display_name    text not null check (length(display_name) between 1 and 120),
  language        text not null default 'sv' check (language in ('sv', 'en')),
  settings        jsonb not null default '{}',
  service_account boolean not null default false,
  active          boolean not null default true,
  created_at      timestamptz not null default now(),
  primary key (municipality_id, member_id)
);
comment on table samlad.member is 'An account. Reporters'' names are protected: other organisations never read them.';

create table samlad.member_role (
  municipality_id uuid not null,
  member_id       uuid not null,
  role            text not null check (role in ('REPORTER', 'ORGANISATION_COORDINATOR', 'COORDINATOR', 'GROUP_MEMBER', 'LEADERSHIP',
                    'ADMINISTRATOR', 'DATA_PROTECTION', 'OPERATOR')),
  organisation_id uuid,
  unit_id         uuid,
  granted_at      timestamptz not null default now(),
  granted_by      uuid,
  foreign key (municipality_id, member_id) references samlad.member,
  foreign key (municipality_id, organisation_id) references samlad.organisation,
  foreign key (municipality_id, unit_id) references samlad.unit,
  unique nulls not distinct (municipality_id, member_id, role, organisation_id, unit_id),
  check (role not in ('REPORTER', 'ORGANISATION_COORDINATOR') or organisation_id is not null)
);
create index member_role_by_organisation on samlad.member_role (municipality_id, organisation_id);

create table samlad.working_group (
  municipality_id    uuid not null,
  group_id           uuid not null,
  slug               text not null check (slug ~ '^[a-z0-9-]{1,60}$'),
  name               text not null check (length(name) between 2 and 120),
  level              text not null check (level in ('LOCAL', 'OPERATIVE', 'PREPARATORY', 'STEERING')),
  cycle              text not null default 'WEEK' check (cycle in ('WEEK', 'FORTNIGHT', 'MONTH', 'TERTIAL', 'QUARTER', 'FREE')),
  meets_on           int not null default 2 check (meets_on between 1 and 7),
  meets_at           time not null default '09:00',
  meeting_minutes    int not null default 30,
  meeting_place      text not null default '',
  whole_municipality boolean not null default false,
  active             boolean not null default true,
  primary key (municipality_id, group_id),
  unique (municipality_id, slug)
);
comment on table samlad.working_group is 'Arbetsgrupp (EST-grupp, operativ grupp, beredningsgrupp, styrgrupp) with level, cycle and areas.';
call samlad.protect('working_group', 'municipality', 'samlad.is_inside() or samlad.link_subject() is not null', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''COORDINATOR'')');

create table samlad.group_member (
  municipality_id uuid not null,
  group_id        uuid not null,
  member_id       uuid not null,
  organisation_id uuid,
  deputy          boolean not null default false,
  primary key (municipality_id, group_id, member_id),
  foreign key (municipality_id, group_id) references samlad.working_group,
  foreign key (municipality_id, member_id) references samlad.member,
  foreign key (municipality_id, organisation_id) references samlad.organisation
);

-- Memberships name people: they are read by the member, the organisation's coordinator, the group's members, and those who administer.
call samlad.protect('member_role', 'person',
  'samlad.is_system() or member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[])
   or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''DATA_PROTECTION'')',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');
call samlad.protect('group_member', 'person',
  'samlad.is_system() or member_id = (select samlad.user_id()) or group_id = any ((select samlad.groups())::uuid[])
   or samlad.has_role(''COORDINATOR'') or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''DATA_PROTECTION'')',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''COORDINATOR'')');
call samlad.protect('member', 'person',
  'samlad.is_system() or member_id = (select samlad.user_id()) or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''DATA_PROTECTION'')
   or exists (select 1 from samlad.member_role r where r.municipality_id = member.municipality_id and r.member_id = member.member_id
                and r.organisation_id = any ((select samlad.coordinated())::uuid[]))
   or exists (select 1 from samlad.group_member g where g.municipality_id = member.municipality_id and g.member_id = member.member_id)',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or member_id = (select samlad.user_id())');

create table samlad.member_contact (
  municipality_id uuid not null,
  member_id       uuid not null,
  email           text not null check (length(email) <= 254),
  primary key (municipality_id, member_id),
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.member_contact is 'Where mail to a member goes. Kept apart from the name so that fewer may read it.';
call samlad.protect('member_contact', 'person',
  'samlad.is_system() or member_id = (select samlad.user_id()) or samlad.has_role(''ADMINISTRATOR'')',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or member_id = (select samlad.user_id())');
