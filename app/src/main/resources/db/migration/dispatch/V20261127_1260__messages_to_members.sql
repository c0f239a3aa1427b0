-- What the system has to say to a member: always read in the system, and sent as mail where a mail server is set.
-- Metadata and words lie apart, because the administrator follows the sending without reading what is sent.

create table samlad.message (
  municipality_id uuid not null,
  message_id      uuid not null,
  member_id       uuid not null,
  kind            text not null check (kind in ('REMINDER', 'INVITATION', 'TRAINING', 'COMMENT', 'TEST')),
  once_key        text not null check (length(once_key) between 1 and 200),
  created_at      timestamptz not null,
  not_after       timestamptz not null,
  state           text not null check (state in ('WAITING', 'SENT', 'FAILED', 'IN_APP')),
  attempts        int not null default 0,
  next_at         timestamptz not null,
  ended_at        timestamptz,
  fault           text check (fault in ('CONNECT', 'LOGIN', 'REFUSED', 'ADDRESS', 'NO_ADDRESS', 'OVERDUE')),
  read_at         timestamptz,
  primary key (municipality_id, message_id),
  unique (municipality_id, once_key),
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.message is 'Meddelande till en medlem, without its words. once_key says what it is about: the same thing is told once.';
comment on column samlad.message.state is 'IN_APP: read in the system alone, because no mail server or no address is set.';
create index message_waiting on samlad.message (municipality_id, next_at) where state = 'WAITING';
create index message_by_member on samlad.message (municipality_id, member_id, created_at desc);
create index message_by_time on samlad.message (municipality_id, created_at desc);
call samlad.protect('message', 'person',
  'samlad.is_system() or member_id = (select samlad.user_id()) or samlad.has_role(''ADMINISTRATOR'')',
  'samlad.is_system() or member_id = (select samlad.user_id()) or samlad.has_role(''ADMINISTRATOR'')');
create policy posts on samlad.message for insert to samlad_web with check (samlad.is_inside());

create table samlad.message_text (
  municipality_id uuid not null,
  message_id      uuid not null,
  member_id       uuid not null,
  subject         text not null check (length(subject) between 1 and 150),
  body            text not null check (length(body) <= 4000),
  path            text not null check (path ~ '^/'),
  mail_path       text,
  primary key (municipality_id, message_id),
  foreign key (municipality_id, message_id) references samlad.message on delete cascade
);
comment on column samlad.message_text.mail_path is 'A signed link for the mail alone; removed when the message has been sent.';
call samlad.protect('message_text', 'person',
  'samlad.is_system() or member_id = (select samlad.user_id())',
  'samlad.is_system() or member_id = (select samlad.user_id())');
create policy posts on samlad.message_text for insert to samlad_web with check (samlad.is_inside());
