-- The lägesbild: a group's document for a period, in blocks, with figures that stand still once it is signed.

create table samlad.picture_template (
  municipality_id uuid not null references samlad.municipality,
  kind            text not null check (kind in ('BRIEF', 'KEY_FIGURES', 'MAP', 'HOTSPOTS', 'WHEN', 'MEASURES', 'AHEAD')),
  ordinal         smallint not null check (ordinal between 1 and 7),
  heading         text not null check (length(heading) between 1 and 60),
  section         text not null default '' check (length(section) <= 80),
  primary key (municipality_id, kind),
  unique (municipality_id, ordinal) deferrable initially deferred
);
comment on table samlad.picture_template is 'Order and headings of the blocks where a municipality has its own; without rows the shipped ones apply. Copied into each new picture.';
call samlad.protect('picture_template', 'municipality', 'samlad.is_inside()', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''COORDINATOR'')');

create table samlad.situation_picture (
  municipality_id uuid not null references samlad.municipality,
  picture_id      uuid not null,
  group_id        uuid not null,
  period          text not null check (length(period) <= 24),
  period_first    date not null,
  version         smallint not null check (version >= 1),
  state           text not null default 'DRAFT' check (state in ('DRAFT', 'READY', 'SIGNED', 'SHARED')),
  covered         text not null check (length(covered) <= 24),
  meeting_on      date not null,
  saved_at        timestamptz not null,
  signed_at       timestamptz,
  signed_by       uuid,
  signed_name     text,
  shared_at       timestamptz,
  primary key (municipality_id, picture_id),
  foreign key (municipality_id, group_id) references samlad.working_group,
  unique (municipality_id, group_id, period, version),
  check ((state in ('SIGNED', 'SHARED')) = (signed_at is not null)),
  check ((state = 'SHARED') = (shared_at is not null))
);
comment on column samlad.situation_picture.period is 'The meeting''s period, as in the address; what the picture tells about is covered.';
create index situation_picture_by_time on samlad.situation_picture (municipality_id, period_first desc, group_id);
call samlad.protect('situation_picture', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')
   or (state <> ''DRAFT'' and group_id = any ((select samlad.groups())::uuid[]))
   or (state = ''SHARED'' and samlad.has_role(''LEADERSHIP''))',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')');

create table samlad.situation_block (
  municipality_id uuid not null,
  picture_id      uuid not null,
  kind            text not null check (kind in ('BRIEF', 'KEY_FIGURES', 'MAP', 'HOTSPOTS', 'WHEN', 'MEASURES', 'AHEAD')),
  ordinal         smallint not null,
  heading         text not null,
  section         text not null default '',
  body            text check (length(body) <= 1000),
  proposals       jsonb not null default '{}',
  done            boolean not null default false,
  revision        int not null default 0,
  saved_at        timestamptz,
  saved_by        uuid,
  primary key (municipality_id, picture_id, kind),
  foreign key (municipality_id, picture_id) references samlad.situation_picture
);
comment on column samlad.situation_block.body is 'Guarded text; null while nobody has written, then the draft made from the figures is shown.';
call samlad.protect('situation_block', 'shared',
  'samlad.is_system() or exists (select 1 from samlad.situation_picture p where p.municipality_id = situation_block.municipality_id and p.picture_id = situation_block.picture_id)',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')');

create table samlad.situation_figures (
  municipality_id uuid not null,
  picture_id      uuid not null,
  audience        text not null check (audience in ('group', 'leadership')),
  known_at        timestamptz not null,
  method          text not null,
  figures         jsonb not null,
  checksum        text not null,
  primary key (municipality_id, picture_id, audience),
  foreign key (municipality_id, picture_id) references samlad.situation_picture
);
comment on table samlad.situation_figures is 'The figures as they stood when the picture was signed, and as leadership may see them (small numbers hidden).';
call samlad.protect('situation_figures', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')
   or exists (select 1 from samlad.situation_picture p
               where p.municipality_id = situation_figures.municipality_id and p.picture_id = situation_figures.picture_id
                 and (p.group_id = any ((select samlad.groups())::uuid[]) or situation_figures.audience = ''leadership''))',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')');

create table samlad.situation_event (
  municipality_id uuid not null,
  event_id        uuid not null,
  picture_id      uuid not null,
  kind            text not null check (kind in ('OPENED', 'READY', 'REOPENED', 'SIGNED', 'SHARED', 'COVERED_CHANGED')),
  at              timestamptz not null,
  by_member       uuid,
  primary key (municipality_id, event_id),
  foreign key (municipality_id, picture_id) references samlad.situation_picture
);
call samlad.protect('situation_event', 'shared',
  'samlad.is_system() or exists (select 1 from samlad.situation_picture p where p.municipality_id = situation_event.municipality_id and p.picture_id = situation_event.picture_id)',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')');
revoke update, delete on samlad.situation_event from samlad_web;

-- The promise "a signed one is never changed" is the database's, whoever writes. Disposal alone, by the system or the owner, removes one.
create function samlad.may_dispose() returns boolean stable language sql
  as $$ select samlad.is_system() or current_user = 'samlad_owner' $$;

create function samlad.keep_signed_picture() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if samlad.may_dispose() or old.signed_at is null then
      return old;
    end if;
  elsif old.signed_at is null
     or (new.state in ('SIGNED', 'SHARED')
         and row(new.group_id, new.period, new.version, new.covered, new.meeting_on, new.signed_at, new.signed_by, new.signed_name)
             is not distinct from row(old.group_id, old.period, old.version, old.covered, old.meeting_on, old.signed_at, old.signed_by, old.signed_name)) then
    return new;
  end if;
  raise exception 'picture % is signed and stands', old.picture_id using errcode = 'restrict_violation';
end $$;
create trigger situation_picture_stands before update or delete on samlad.situation_picture
  for each row execute function samlad.keep_signed_picture();

create function samlad.keep_signed_block() returns trigger language plpgsql as $$
declare
  town uuid := case when tg_op = 'DELETE' then old.municipality_id else new.municipality_id end;
  which uuid := case when tg_op = 'DELETE' then old.picture_id else new.picture_id end;
begin
  if exists (select 1 from samlad.situation_picture p
              where p.municipality_id = town and p.picture_id = which and p.signed_at is not null)
     and not (tg_op = 'DELETE' and samlad.may_dispose()) then
    raise exception 'picture % is signed and stands', which using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger situation_block_stands before insert or update or delete on samlad.situation_block
  for each row execute function samlad.keep_signed_block();

create function samlad.keep_signed_figures() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and samlad.may_dispose() then
    return old;
  end if;
  raise exception 'figures of picture % stand', old.picture_id using errcode = 'restrict_violation';
end $$;
create trigger situation_figures_stand before update or delete on samlad.situation_figures
  for each row execute function samlad.keep_signed_figures();
