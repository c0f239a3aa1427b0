-- The police's own notices, beside the picture and in no count. What was published once is kept, with every wording.

create table samlad.police_notice (
  municipality_id uuid not null references samlad.municipality,
  notice_id       bigint not null,
  published_at    timestamptz not null,
  happened_at     timestamptz,
  type            text not null,
  place           text not null,
  summary         text not null,
  path            text not null,
  versions        int not null check (versions >= 1),
  first_seen      timestamptz not null,
  last_seen       timestamptz not null,
  removed_at      timestamptz,
  primary key (municipality_id, notice_id)
);
comment on table samlad.police_notice is 'A notice as it stands now. It has no coordinate: what the police give is the middle of a municipality or county.';
comment on column samlad.police_notice.happened_at is 'From the notice''s name; null when the name tells none.';
comment on column samlad.police_notice.removed_at is 'Gone from the list although younger than its oldest: taken away by the police. One pushed out by newer ones has none.';
create index police_notice_by_time on samlad.police_notice (municipality_id, (coalesce(happened_at, published_at)) desc);
call samlad.protect('police_notice', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')', 'samlad.is_system()');

create table samlad.police_notice_version (
  municipality_id uuid not null,
  notice_id       bigint not null,
  version         int not null,
  published_at    timestamptz not null,
  happened_at     timestamptz,
  type            text not null,
  place           text not null,
  summary         text not null,
  path            text not null,
  seen_at         timestamptz not null,
  primary key (municipality_id, notice_id, version),
  foreign key (municipality_id, notice_id) references samlad.police_notice
);
comment on table samlad.police_notice_version is 'Every wording of a notice that was seen, after the guard.';
call samlad.protect('police_notice_version', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')', 'samlad.is_system()');
