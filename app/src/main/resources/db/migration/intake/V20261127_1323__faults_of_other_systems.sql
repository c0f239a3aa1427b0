-- Fault reports of systems that speak Open311: their kinds and what these become, those that came in as reports, and those that were
-- forwarded from an incident.

create table samlad.open311_service (
  municipality_id uuid not null,
  feed_id         uuid not null,
  service_code    text not null,
  service_name    text not null,
  category        text,
  primary key (municipality_id, feed_id, service_code),
  foreign key (municipality_id, feed_id) references samlad.feed
);
comment on table samlad.open311_service is 'Kinds of fault in the other system. Taken in, one becomes a category; without one it is not taken in.';
call samlad.protect('open311_service', 'municipality',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''OPERATOR'') or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''OPERATOR'')');

create table samlad.open311_request (
  municipality_id    uuid not null,
  feed_id            uuid not null,
  service_request_id text not null,
  report_id          uuid not null,
  open               boolean not null,
  notes              text not null,
  changed_at         timestamptz not null,
  primary key (municipality_id, feed_id, service_request_id),
  foreign key (municipality_id, feed_id) references samlad.feed
);
comment on table samlad.open311_request is 'Fault reports that became reports, and how they stand where they came from. The key makes a repeated one harmless.';
create unique index open311_request_by_report on samlad.open311_request (municipality_id, report_id);
call samlad.protect('open311_request', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')', 'samlad.is_system()');

create table samlad.fault_forward (
  municipality_id    uuid not null,
  forward_id         uuid not null,
  incident_id        uuid not null,
  feed_id            uuid not null,
  service_code       text not null,
  service_name       text not null,
  description        text not null check (length(description) between 1 and 1000),
  lon                double precision not null,
  lat                double precision not null,
  state              text not null check (state in ('WAITING', 'SENDING', 'SENT', 'REFUSED', 'UNKNOWN')),
  service_request_id text,
  token              text,
  open               boolean not null default true,
  notes              text not null default '',
  refused_with       int,
  changed_at         timestamptz not null,
  created_at         timestamptz not null,
  created_by         uuid,
  primary key (municipality_id, forward_id),
  unique (municipality_id, incident_id, feed_id),
  foreign key (municipality_id, feed_id) references samlad.feed
);
comment on table samlad.fault_forward is 'Faults forwarded from an incident, outbox and status in one. The standard cannot tell a repeated POST: what may have arrived is never sent again by itself.';
comment on column samlad.fault_forward.description is 'What leaves the house: written for that, after the guard. Never a report''s own text.';
create index fault_forward_by_state on samlad.fault_forward (municipality_id, feed_id, state);
call samlad.protect('fault_forward', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')');
