-- Health is told from a real, durable write: one row per process, overwritten.
create table drift.pulse (
  process text primary key,
  beat_at timestamptz not null default now()
);
comment on table drift.pulse is 'When each running process last wrote something that reached the disk.';
