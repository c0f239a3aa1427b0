-- Photos to a report, where the municipality takes them. That a photo came stands apart from the picture, which fewer may see and which goes first.

create table samlad.report_photo_receipt (
  municipality_id uuid not null,
  photo_id        uuid not null,
  report_id       uuid not null,
  organisation_id uuid not null,
  member_id       uuid not null,
  received_at     timestamptz not null,
  body_hmac       bytea not null,
  width           int not null check (width between 1 and 1600),
  height          int not null check (height between 1 and 1600),
  purged_at       timestamptz,
  purged_for      text check (purged_for in ('WITHDRAWN', 'REMOVED', 'DISPOSED')),
  primary key (municipality_id, photo_id),
  foreign key (municipality_id, report_id) references samlad.report,
  check ((purged_at is null) = (purged_for is null))
);
comment on table samlad.report_photo_receipt is 'Foto: that it came, when, and why it went. The id is the sender''s own, so a repeated send is one photo.';
comment on column samlad.report_photo_receipt.body_hmac is 'HMAC of the bytes as received, which are kept nowhere: the picture is made anew.';
create index report_photo_receipt_by_report on samlad.report_photo_receipt (municipality_id, report_id);
create index report_photo_receipt_by_age on samlad.report_photo_receipt (municipality_id, received_at) where purged_at is null;
call samlad.protect('report_photo_receipt', 'organisation',
  'samlad.is_system() or member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')',
  'samlad.is_system() or member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')');

create table samlad.report_photo (
  municipality_id uuid not null,
  photo_id        uuid not null,
  organisation_id uuid not null,
  member_id       uuid not null,
  jpeg            bytea not null check (length(jpeg) <= 2000000),
  primary key (municipality_id, photo_id),
  foreign key (municipality_id, photo_id) references samlad.report_photo_receipt
);
comment on table samlad.report_photo is 'The picture itself, made anew without metadata; seen by its author, the owning organisation''s coordinator and the EST coordinator, and by no group.';
call samlad.protect('report_photo', 'organisation',
  'member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')',
  'member_id = (select samlad.user_id()) or organisation_id = any ((select samlad.coordinated())::uuid[]) or samlad.has_role(''COORDINATOR'')');

-- Whoever marks a photo as purged, a person or the system on the day of disposal, the picture goes in the same transaction.
create function samlad.purge_photo() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from samlad.report_photo where municipality_id = new.municipality_id and photo_id = new.photo_id;
  return null;
end $$;
revoke execute on function samlad.purge_photo() from public;
create trigger purge_photo after update of purged_at on samlad.report_photo_receipt
  for each row when (new.purged_at is not null) execute function samlad.purge_photo();
