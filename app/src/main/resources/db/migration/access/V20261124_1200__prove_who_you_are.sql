-- How members prove who they are and what may act for them: passwords, codes, passkeys, invitations, API tokens.
-- What is needed before the municipality is known lies in drift and holds ids and hashes only.

insert into drift.installation_key (name, secret)
select name, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
  from unnest(array['login-email', 'login-slowdown']) name
on conflict do nothing;

create table drift.login_slowdown (
  subject    bytea primary key,
  failures   int not null,
  last_at    timestamptz not null
);
comment on table drift.login_slowdown is 'Failed logins per account and per source, as HMACs; each failure makes the next answer wait longer. Nobody is locked out.';
create index login_slowdown_by_time on drift.login_slowdown (last_at);

create table drift.passkey_lookup (
  credential_hash bytea primary key,
  municipality_id uuid not null,
  member_id       uuid not null
);
comment on table drift.passkey_lookup is 'Finds the account of a passkey before anybody is signed in; hash and ids only.';

create table drift.api_token_lookup (
  token_hash      bytea primary key,
  municipality_id uuid not null,
  token_id        uuid not null
);
comment on table drift.api_token_lookup is 'Finds the municipality of a bearer token; hash and ids only.';

create table samlad.password (
  municipality_id uuid not null,
  member_id       uuid not null,
  hash            text not null,
  changed_at      timestamptz not null default now(),
  primary key (municipality_id, member_id),
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.password is 'Argon2id hashes.';
call samlad.protect('password', 'person',
  'samlad.is_system() or (samlad.actor_kind() = ''person'' and member_id = (select samlad.user_id()))',
  'samlad.is_system() or (samlad.actor_kind() = ''person'' and member_id = (select samlad.user_id()))');

create table samlad.one_time_code_key (
  municipality_id uuid not null,
  member_id       uuid not null,
  secret          bytea not null,
  confirmed_at    timestamptz,
  last_step       bigint not null default 0,
  primary key (municipality_id, member_id),
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.one_time_code_key is 'The shared secret of a member''s code app (TOTP, RFC 6238). A step is used once: last_step only rises.';
call samlad.protect('one_time_code_key', 'person',
  'samlad.is_system() or (samlad.actor_kind() = ''person'' and member_id = (select samlad.user_id()))',
  'samlad.is_system() or (samlad.actor_kind() = ''person'' and member_id = (select samlad.user_id()))');

create table samlad.recovery_code (
  municipality_id uuid not null,
  member_id       uuid not null,
  code_hash       bytea not null,
  used_at         timestamptz,
  primary key (municipality_id, member_id, code_hash),
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.recovery_code is 'Ten codes on paper for the day the phone is gone; each is good for one login.';
call samlad.protect('recovery_code', 'person',
  'samlad.is_system() or (samlad.actor_kind() = ''person'' and member_id = (select samlad.user_id()))',
  'samlad.is_system() or (samlad.actor_kind() = ''person'' and member_id = (select samlad.user_id()))');

create table samlad.passkey (
  municipality_id uuid not null,
  member_id       uuid not null,
  credential_id   bytea not null,
  user_handle     bytea not null,
  public_key      bytea not null,
  sign_count      bigint not null,
  uv_initialised  boolean not null,
  backup_eligible boolean not null,
  backed_up       boolean not null,
  transports      text[] not null default '{}',
  attestation     bytea,
  client_data     bytea,
  label           text not null check (length(label) between 1 and 60),
  created_at      timestamptz not null default now(),
  last_used_at    timestamptz not null default now(),
  primary key (municipality_id, credential_id),
  foreign key (municipality_id, member_id) references samlad.member
);
create index passkey_by_member on samlad.passkey (municipality_id, member_id);
call samlad.protect('passkey', 'person',
  'samlad.is_system() or (samlad.actor_kind() = ''person'' and member_id = (select samlad.user_id()))',
  'samlad.is_system() or (samlad.actor_kind() = ''person'' and member_id = (select samlad.user_id()))');

create table samlad.invitation (
  municipality_id uuid not null,
  invitation_id   uuid not null,
  secret_hash     bytea not null unique,
  member_id       uuid not null,
  email           text not null check (length(email) <= 254),
  invited_at      timestamptz not null default now(),
  invited_by      uuid,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  ended_at        timestamptz,
  primary key (municipality_id, invitation_id),
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.invitation is 'Good once, for 72 hours, for one mail address and the roles the member has been given; a new one ends the old.';
create index invitation_by_member on samlad.invitation (municipality_id, member_id);
call samlad.protect('invitation', 'person', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.api_token (
  municipality_id   uuid not null,
  token_id          uuid not null,
  organisation_id   uuid not null,
  member_id         uuid not null,
  name              text not null check (length(name) between 1 and 120),
  scopes            text[] not null,
  token_hash        bytea not null unique,
  writes_per_second int not null default 60 check (writes_per_second between 1 and 100000),
  reads_per_second  int not null default 300 check (reads_per_second between 1 and 100000),
  created_at        timestamptz not null default now(),
  created_by        uuid,
  expires_at        timestamptz,
  revoked_at        timestamptz,
  primary key (municipality_id, token_id),
  foreign key (municipality_id, organisation_id) references samlad.organisation,
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.api_token is 'A bearer token of an organisation. It acts for a principal, its member, within its scopes; rotation makes a new row with the same principal.';
call samlad.protect('api_token', 'organisation',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or organisation_id = any ((select samlad.coordinated())::uuid[])',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create unique index member_demo_role on samlad.member (municipality_id, (settings ->> 'demoRole')) where settings ? 'demoRole';
