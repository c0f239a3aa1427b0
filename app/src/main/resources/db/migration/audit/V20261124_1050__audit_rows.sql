-- Every share, change, read of text, export and change of rights leaves a row in the same transaction. Rows are only ever added.
create table samlad.audit_entry (
  municipality_id uuid not null references samlad.municipality,
  entry_id        uuid not null,
  at              timestamptz not null default clock_timestamp(),
  actor_kind      text not null,
  member_id       uuid,
  verb            text not null check (verb ~ '^[a-z]+\.[a-z_]+$'),
  object_kind     text not null,
  object_id       text,
  detail          jsonb not null default '{}',
  primary key (municipality_id, entry_id)
);
create index audit_entry_by_time on samlad.audit_entry (municipality_id, at);
create index audit_entry_by_object on samlad.audit_entry (municipality_id, object_kind, object_id);
call samlad.protect('audit_entry', 'municipality',
  'samlad.is_system() or samlad.has_role(''DATA_PROTECTION'') or member_id = (select samlad.user_id())',
  'samlad.actor_kind() is not null and actor_kind = samlad.actor_kind() and member_id is not distinct from (select samlad.user_id())');
revoke update, delete, truncate on samlad.audit_entry from samlad_web;
comment on table samlad.audit_entry is 'Detail holds ids and plain values, never report text, names or places.';
