-- A source that comes in a shape of its own is shown once how it is read, and remembered; each import keeps the mapping it was read by, and
-- says which weeks it changes.
alter table samlad.import_profile
  add column name text not null default '' check (length(name) <= 80),
  add column mapping jsonb,
  drop constraint import_profile_sharing_class_check,
  add constraint import_profile_sharing_class_check check (sharing_class in ('OWNER', 'COARSE', 'GROUP'));
comment on column samlad.import_profile.mapping is 'How a saved source is read; null for those that come with the system.';

alter table samlad.import_run
  add column profile_name text not null default '',
  add column mapping jsonb,
  add column weeks jsonb not null default '{}',
  add column held_until date,
  drop constraint import_run_state_check,
  add constraint import_run_state_check check (state in ('DRAFT', 'WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED', 'CANCELLED', 'UNDONE'));
comment on column samlad.import_run.mapping is 'How this file is read, as it was when the file was handed in.';
comment on column samlad.import_run.weeks is 'The Monday of each week that gets new rows, and how many.';
comment on column samlad.import_run.held_until is 'The last week the source had rows for before: new rows in it or earlier come late.';
