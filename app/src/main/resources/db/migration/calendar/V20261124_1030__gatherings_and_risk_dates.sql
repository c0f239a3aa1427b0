-- What the coming weeks bring: planned gatherings (arrangemang), risk dates (lön, lov, valborg), pauses in the reporting.
create table samlad.calendar_entry (
  municipality_id uuid not null references samlad.municipality,
  entry_id        uuid not null,
  kind            text not null check (kind in ('GATHERING', 'RISK_DATE', 'HOLIDAY', 'PAUSE', 'ANNOTATION')),
  title           text not null check (length(title) between 1 and 200),
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  place_id        uuid,
  area_id         uuid,
  yearly          boolean not null default false,
  created_by      uuid,
  created_at      timestamptz not null default now(),
  primary key (municipality_id, entry_id),
  foreign key (municipality_id, place_id) references samlad.place,
  foreign key (municipality_id, area_id) references samlad.area,
  check (ends_at >= starts_at)
);
create index calendar_entry_by_start on samlad.calendar_entry (municipality_id, starts_at);
call samlad.protect('calendar_entry', 'municipality', 'samlad.is_inside()',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or samlad.has_role(''ADMINISTRATOR'')');
