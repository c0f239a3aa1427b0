-- A problem is followed until it is closed, and may be lifted to groups of higher levels, which then see and work on it too.
alter table samlad.problem
  add column status text not null default 'OPEN' check (status in ('OPEN', 'WATCHED', 'CLOSED')),
  add column version int not null default 1,
  add column lifted_to uuid[] not null default '{}';
comment on column samlad.problem.status is 'OPEN Aktuellt, WATCHED Bevakas, CLOSED Avslutat.';
comment on column samlad.problem.lifted_to is 'Groups of a higher level it has been lifted to, in that order.';
call samlad.change_reach('problem',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or group_id = any ((select samlad.groups())::uuid[]) or lifted_to && (select samlad.groups())::uuid[]',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or group_id = any ((select samlad.groups())::uuid[]) or lifted_to && (select samlad.groups())::uuid[]');

create table samlad.problem_event (
  municipality_id uuid not null,
  event_id        uuid not null,
  problem_id      uuid not null,
  group_id        uuid not null,
  kind            text not null check (kind in ('OPENED', 'STATUS', 'LIFTED', 'CAUSE_ADDED', 'CAUSE_REMOVED')),
  at              timestamptz not null,
  by_member       uuid,
  status          text check (status in ('OPEN', 'WATCHED', 'CLOSED')),
  to_group        uuid,
  words           text not null default '' check (length(words) <= 1000),
  hidden          boolean not null default false,
  primary key (municipality_id, event_id),
  foreign key (municipality_id, problem_id) references samlad.problem,
  foreign key (municipality_id, to_group) references samlad.working_group
);
comment on table samlad.problem_event is 'What has happened to a problem: rows are only added. Words the guard doubts are hidden until the EST coordinator has read them.';
create index problem_event_by_problem on samlad.problem_event (municipality_id, problem_id, at);
call samlad.protect('problem_event', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or exists (select 1 from samlad.problem p where p.municipality_id = problem_event.municipality_id and p.problem_id = problem_event.problem_id)',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or exists (select 1 from samlad.problem p where p.municipality_id = problem_event.municipality_id and p.problem_id = problem_event.problem_id)');

-- Orsaksanalys in three groups, direct causes and what lies behind them. No column for a person.
create table samlad.problem_cause (
  municipality_id uuid not null,
  cause_id        uuid not null,
  problem_id      uuid not null,
  cause_group     text not null check (cause_group in ('EXPOSED', 'OFFENDER', 'SETTING')),
  behind          uuid,
  words           text not null check (length(words) between 2 and 200),
  hidden          boolean not null default false,
  support         text not null check (support in ('ASSUMED', 'REPORTED', 'KNOWN')),
  added_at        timestamptz not null,
  added_by        uuid,
  removed_at      timestamptz,
  primary key (municipality_id, cause_id),
  foreign key (municipality_id, problem_id) references samlad.problem,
  foreign key (municipality_id, behind) references samlad.problem_cause
);
comment on table samlad.problem_cause is 'Orsak: what a problem may depend on.';
comment on column samlad.problem_cause.cause_group is 'EXPOSED Brottsutsatt, OFFENDER Gärningsperson, SETTING Objekt och plats; told without individuals.';
comment on column samlad.problem_cause.behind is 'The direct cause this one lies behind; null for a direct cause.';
comment on column samlad.problem_cause.support is 'ASSUMED Antagande, REPORTED Stöds av det rapporterade, KNOWN Stöds av annat underlag.';
create index problem_cause_by_problem on samlad.problem_cause (municipality_id, problem_id, added_at);
call samlad.protect('problem_cause', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or exists (select 1 from samlad.problem p where p.municipality_id = problem_cause.municipality_id and p.problem_id = problem_cause.problem_id)',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or exists (select 1 from samlad.problem p where p.municipality_id = problem_cause.municipality_id and p.problem_id = problem_cause.problem_id)');
