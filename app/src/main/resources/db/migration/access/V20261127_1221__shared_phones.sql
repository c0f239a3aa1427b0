-- A phone several reporters share: who may come back on it by a PIN, for thirty days after having signed in, and only to report.

create table samlad.shared_phone_user (
  municipality_id uuid not null,
  phone_id        uuid not null,
  member_id       uuid not null,
  pin_hash        text not null,
  opener          bytea not null check (length(opener) = 32),
  since           timestamptz not null,
  failures        int not null default 0,
  primary key (municipality_id, phone_id, member_id),
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.shared_phone_user is 'Delad telefon: PIN as an Argon2id hash, bound to one phone; five wrong ones in a row and only a login helps.';
comment on column samlad.shared_phone_user.opener is 'Opens the member''s queue on that phone after a login, should the PIN be forgotten; of no use without the phone.';
call samlad.protect('shared_phone_user', 'person',
  'samlad.is_system() or (samlad.actor_kind() = ''person'' and member_id = (select samlad.user_id()))',
  'samlad.is_system() or (samlad.actor_kind() = ''person'' and member_id = (select samlad.user_id()))');
