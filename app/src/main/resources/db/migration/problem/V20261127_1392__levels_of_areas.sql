-- Läge per område: levels are data with criteria and who is told; a change is an added row with its motivation.
create table samlad.area_level (
  municipality_id uuid not null references samlad.municipality,
  code            text not null check (code ~ '^[A-Z0-9_]{2,30}$'),
  ordinal         int not null,
  tone            text not null check (tone in ('GREEN', 'YELLOW', 'RED', 'GREY')),
  name_sv         text not null check (length(name_sv) between 2 and 40),
  name_en         text not null check (length(name_en) between 2 and 40),
  criteria        text not null default '' check (length(criteria) <= 300),
  informs         text not null default '' check (length(informs) <= 200),
  within_hours    int check (within_hours between 1 and 720),
  extra_meeting   boolean not null default false,
  primary key (municipality_id, code)
);
comment on table samlad.area_level is 'The municipality''s own levels; while it has none, those that come with Samlad hold.';
comment on column samlad.area_level.extra_meeting is 'Kraftsamling: the level offers an extra meeting.';
call samlad.protect('area_level', 'municipality', 'samlad.is_inside()', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.area_level_change (
  municipality_id uuid not null,
  change_id       uuid not null,
  area_id         uuid not null,
  group_id        uuid not null,
  level           text not null,
  previous        text,
  motivation      text not null check (length(motivation) between 2 and 1000),
  hidden          boolean not null default false,
  at              timestamptz not null,
  by_member       uuid,
  primary key (municipality_id, change_id),
  foreign key (municipality_id, area_id) references samlad.area,
  foreign key (municipality_id, group_id) references samlad.working_group
);
comment on table samlad.area_level_change is 'A group judges an area: rows are only added. Words the guard doubts are hidden until the EST coordinator has read them.';
create index area_level_change_newest on samlad.area_level_change (municipality_id, group_id, area_id, at desc);
call samlad.protect('area_level_change', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or samlad.has_role(''LEADERSHIP'') or group_id = any ((select samlad.groups())::uuid[])',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or group_id = any ((select samlad.groups())::uuid[])');
