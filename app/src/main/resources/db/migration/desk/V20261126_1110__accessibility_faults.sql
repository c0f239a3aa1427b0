-- The law asks for a way to tell of accessibility faults; the statement's form writes here. The writer is not kept.
create table samlad.accessibility_fault (
  municipality_id uuid not null references samlad.municipality,
  fault_id        uuid not null,
  told_at         timestamptz not null,
  text            text not null check (length(text) between 1 and 1000),
  primary key (municipality_id, fault_id)
);
comment on table samlad.accessibility_fault is 'What somebody signed in said does not work, after the guard.';
call samlad.protect('accessibility_fault', 'municipality', 'samlad.has_role(''ADMINISTRATOR'')',
  'samlad.is_system() or samlad.actor_kind() = ''person''');
