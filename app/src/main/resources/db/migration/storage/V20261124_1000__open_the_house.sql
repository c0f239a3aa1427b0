-- The ground of every table: who acts, for which municipality, and how a table declares its reach.
-- Schemas samlad (what municipalities own) and drift (what the running system needs; ids only) exist already, as do the
-- roles samlad_owner, samlad_web and samlad_job: they are made before the first migration, see DatabaseRoles.

create function samlad.municipality() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('samlad.municipality', true), '')::uuid $$;
comment on function samlad.municipality() is 'The municipality of this transaction, or null.';

create function samlad.actor_kind() returns text stable parallel safe language sql
  as $$ select nullif(current_setting('samlad.actor', true), '') $$;
comment on function samlad.actor_kind() is 'person, token, link, system or public; null when nobody acts.';

create function samlad.user_id() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('samlad.user', true), '')::uuid $$;

create function samlad.is_inside() returns boolean stable parallel safe language sql
  as $$ select coalesce(samlad.actor_kind() in ('person', 'token', 'system'), false) $$;
comment on function samlad.is_inside() is 'A signed-in person, a token or the system itself; not link, not public.';

create function samlad.is_system() returns boolean stable parallel safe language sql
  as $$ select coalesce(samlad.actor_kind() = 'system', false) $$;

create function samlad.has_role(role text) returns boolean stable parallel safe language sql
  as $$ select coalesce(samlad.actor_kind() in ('person', 'token')
               and role = any (string_to_array(current_setting('samlad.roles', true), ',')), false) $$;

create function samlad.ids(setting text) returns uuid[] stable parallel safe language sql
  as $$ select coalesce(string_to_array(nullif(current_setting(setting, true), ''), ',')::uuid[], '{}') $$;

create function samlad.organisations() returns uuid[] stable parallel safe language sql
  as $$ select samlad.ids('samlad.organisations') $$;
comment on function samlad.organisations() is 'Organisations the actor belongs to.';

create function samlad.coordinated() returns uuid[] stable parallel safe language sql
  as $$ select samlad.ids('samlad.coordinated') $$;
comment on function samlad.coordinated() is 'Organisations the actor is coordinator of.';

create function samlad.groups() returns uuid[] stable parallel safe language sql
  as $$ select samlad.ids('samlad.groups') $$;
comment on function samlad.groups() is 'Working groups the actor sits in, of level local, operative or preparatory.';

create function samlad.areas() returns uuid[] stable parallel safe language sql
  as $$ select samlad.ids('samlad.areas') $$;
comment on function samlad.areas() is 'Areas the groups of the actor cover.';

create function samlad.whole_municipality() returns boolean stable parallel safe language sql
  as $$ select coalesce(current_setting('samlad.whole_municipality', true) = 'true', false) $$;
comment on function samlad.whole_municipality() is 'A group of the actor covers the whole municipality, places outside every area too.';

create function samlad.covers(area uuid) returns boolean stable parallel safe language sql
  as $$ select samlad.whole_municipality() or coalesce(area = any (samlad.areas()), false) $$;

create function samlad.link_subject() returns text stable parallel safe language sql
  as $$ select case when samlad.actor_kind() = 'link' then nullif(current_setting('samlad.link', true), '') end $$;
comment on function samlad.link_subject() is 'What a signed single-purpose link is about, as kind:uuid.';

create table drift.table_reach (
  table_name text primary key,
  reach      text not null check (reach in ('municipality', 'organisation', 'shared', 'person', 'published')),
  reads      text not null,
  writes     text not null
);
comment on table drift.table_reach is 'What each table of schema samlad has declared about who may read and write its rows.';

create procedure samlad.protect(table_name text, reach text, reads text, writes text)
language plpgsql as $$
begin
  execute format('alter table samlad.%I enable row level security', table_name);
  execute format('alter table samlad.%I force row level security', table_name);
  execute format('create policy tenant on samlad.%I as restrictive for all to samlad_web
                    using (municipality_id = (select samlad.municipality()))
                    with check (municipality_id = (select samlad.municipality()))', table_name);
  execute format('create policy reads on samlad.%I for select to samlad_web using (%s)', table_name, reads);
  execute format('create policy adds on samlad.%I for insert to samlad_web with check (%s)', table_name, writes);
  execute format('create policy changes on samlad.%I for update to samlad_web using (%s) with check (%s)', table_name, writes, writes);
  execute format('create policy removes on samlad.%I for delete to samlad_web using (%s)', table_name, writes);
  insert into drift.table_reach values (table_name, reach, reads, writes);
end $$;
comment on procedure samlad.protect(text, text, text, text) is
  'Forces row-level security on a table, ties every row to the municipality of the transaction and records the declared reach. Every table of schema samlad calls it.';

create table drift.event_publication (
  id                     uuid primary key,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash_idx on drift.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on drift.event_publication (completion_date);

create table drift.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time_idx on drift.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on drift.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_idx on drift.scheduled_tasks (priority desc, execution_time asc);

create table drift.spring_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create unique index spring_session_session_id_idx on drift.spring_session (session_id);
create index spring_session_expiry_time_idx on drift.spring_session (expiry_time);
create index spring_session_principal_name_idx on drift.spring_session (principal_name);

create table drift.spring_session_attributes (
  session_primary_id char(36) not null references drift.spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);

create table drift.installation_key (
  name       text primary key,
  secret     bytea not null,
  created_at timestamptz not null default now()
);
comment on table drift.installation_key is 'Keys of this installation (HMAC of e-mails and report bodies, signed links). Backed up with the data: without them repeated reports can no longer be told.';

-- Four version-4 UUIDs hold 488 random bits; their hash is the key.
insert into drift.installation_key (name, secret)
select name, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
  from unnest(array['report-body', 'login-email', 'signed-link', 'device']) as name;
