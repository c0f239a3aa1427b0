-- Feeds from other systems: what is switched on and how it went, the hosts that may be asked, and whose turn it is. Everything is off until
-- an administrator switches it on.

create table samlad.outgoing_host (
  municipality_id uuid not null references samlad.municipality,
  host            text not null check (host ~ '^[a-z0-9.-]+(:[0-9]{1,5})?$' and length(host) <= 200),
  added_at        timestamptz not null,
  added_by        uuid,
  primary key (municipality_id, host)
);
comment on table samlad.outgoing_host is 'Hosts that the municipality''s feeds may ask; an empty list lets nothing out.';
call samlad.protect('outgoing_host', 'municipality',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''OPERATOR'')',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''OPERATOR'')');

create table samlad.feed (
  municipality_id  uuid not null references samlad.municipality,
  feed_id          uuid not null,
  kind             text not null check (kind in ('POLICE_EVENTS', 'OPEN311_IN', 'OPEN311_OUT')),
  name             text not null check (length(name) between 2 and 80),
  address          text not null check (length(address) between 8 and 500),
  enabled          boolean not null default false,
  interval_minutes int not null check (interval_minutes between 2 and 1440),
  settings         jsonb not null default '{}',
  changed_at       timestamptz not null,
  changed_by       uuid,
  tried_at         timestamptz,
  succeeded_at     timestamptz,
  counts           jsonb not null default '{}',
  failed_at        timestamptz,
  failures         int not null default 0,
  failure          jsonb,
  next_at          timestamptz,
  primary key (municipality_id, feed_id)
);
comment on table samlad.feed is 'Flöde: another system that is asked now and then, whether it is on, and how the last tries went.';
comment on column samlad.feed.counts is 'What the last successful try brought, by short code.';
comment on column samlad.feed.failures is 'Failed tries in a row; the pause grows with them.';
comment on column samlad.feed.failure is 'Why the last try failed: a message key with arguments, never what the other side said.';
create unique index feed_police_once on samlad.feed (municipality_id) where kind = 'POLICE_EVENTS';
call samlad.protect('feed', 'municipality',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''OPERATOR'') or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''OPERATOR'')');

create table samlad.feed_secret (
  municipality_id uuid not null,
  feed_id         uuid not null,
  secret          text not null check (length(secret) between 1 and 200),
  primary key (municipality_id, feed_id),
  foreign key (municipality_id, feed_id) references samlad.feed on delete cascade
);
comment on table samlad.feed_secret is 'Keys that other systems gave us; read by the system alone, when it calls.';
call samlad.protect('feed_secret', 'municipality', 'samlad.is_system()', 'samlad.is_system()');

create table drift.feed_due (
  municipality_id uuid not null,
  feed_id         uuid not null,
  next_at         timestamptz not null,
  primary key (municipality_id, feed_id)
);
comment on table drift.feed_due is 'When each feed that is on is next tried. Whoever takes a row moves it ahead first, so that two processes never try the same.';
create index feed_due_by_time on drift.feed_due (next_at);

create table drift.outgoing_pace (
  host  text primary key,
  calls timestamptz[] not null
);
comment on table drift.outgoing_pace is 'When each host was called during the last hour, by all processes and municipalities together.';
