-- Files handed in from outside: on whose word a profile is used, each import with its counts, the rows that could not be taken, and the
-- file itself while it waits to be read, so that a restart or another process goes on where one stopped.

create table samlad.import_profile (
  municipality_id uuid not null references samlad.municipality,
  profile         text not null check (profile ~ '^[a-z0-9-]{2,40}$'),
  owner_org       uuid not null,
  on_word_of      text not null check (length(on_word_of) between 2 and 200),
  sharing_class   text not null default 'COARSE' check (sharing_class in ('OWNER', 'COARSE')),
  set_at          timestamptz not null,
  set_by          uuid,
  primary key (municipality_id, profile),
  foreign key (municipality_id, owner_org) references samlad.organisation
);
comment on table samlad.import_profile is 'Who owns what a profile brings in, how it is shared, and on whose word (agreement, decision).';
call samlad.protect('import_profile', 'organisation',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])');

create table samlad.import_run (
  municipality_id uuid not null references samlad.municipality,
  import_id       uuid not null,
  profile         text not null,
  owner_org       uuid not null,
  on_word_of      text not null,
  sharing_class   text not null,
  file_name       text not null check (length(file_name) between 1 and 200),
  file_bytes      bigint not null,
  dry_run         boolean not null,
  state           text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED', 'UNDONE')),
  created_at      timestamptz not null,
  created_by      uuid,
  started_at      timestamptz,
  ended_at        timestamptz,
  rows_total      int not null default 0,
  rows_read       int not null default 0,
  accepted        int not null default 0,
  offences        bigint not null default 0,
  already         int not null default 0,
  changed         int not null default 0,
  wrong           int not null default 0,
  missing         int not null default 0,
  first_day       date,
  last_day        date,
  notes           jsonb not null default '{}',
  refusal         jsonb,
  undone_at       timestamptz,
  undone_by       uuid,
  primary key (municipality_id, import_id),
  foreign key (municipality_id, owner_org) references samlad.organisation
);
comment on column samlad.import_run.already is 'Rows of the file that an earlier delivery had brought in.';
comment on column samlad.import_run.changed is 'Rows with a known id but other content; what was stored first stands.';
comment on column samlad.import_run.missing is 'Rows stored earlier, recorded within the days of this file, that the file no longer has. They are reported, never deleted.';
comment on column samlad.import_run.notes is 'Counts of what is peculiar but taken, by short code.';
create index import_run_by_time on samlad.import_run (municipality_id, created_at desc);
call samlad.protect('import_run', 'organisation',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])');

create table samlad.import_error (
  municipality_id uuid not null,
  import_id       uuid not null,
  row_number      int not null,
  field           text not null,
  owner_org       uuid not null,
  message_key     text not null,
  arguments       jsonb not null default '[]',
  primary key (municipality_id, import_id, row_number, field),
  foreign key (municipality_id, import_id) references samlad.import_run on delete cascade
);
comment on table samlad.import_error is 'A row that could not be taken and why. What stood in the field is kept only after the guard, and cut short.';
call samlad.protect('import_error', 'organisation',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])');

create table samlad.import_file (
  municipality_id uuid not null,
  import_id       uuid not null,
  part            int not null,
  owner_org       uuid not null,
  content         bytea not null,
  primary key (municipality_id, import_id, part),
  foreign key (municipality_id, import_id) references samlad.import_run on delete cascade
);
comment on table samlad.import_file is 'The file in parts of a megabyte while it waits; gone as soon as it has been read in, and a day after a trial run at the latest.';
call samlad.protect('import_file', 'organisation',
  'samlad.is_system()',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])');
