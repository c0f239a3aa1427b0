-- Utbildade rapportörer: that somebody has passed the short course, and when. Rows are only added; the newest counts.
create table samlad.training_record (
  municipality_id uuid not null,
  record_id       uuid not null,
  member_id       uuid not null,
  passed_at       timestamptz not null,
  course_version  int not null check (course_version > 0),
  primary key (municipality_id, record_id),
  foreign key (municipality_id, member_id) references samlad.member
);
comment on table samlad.training_record is 'A passed course. Only passes are kept: how many tries it took is nobody''s business.';
create index training_record_by_member on samlad.training_record (municipality_id, member_id, passed_at desc);
call samlad.protect('training_record', 'person',
  'samlad.is_system() or member_id = (select samlad.user_id())
   or exists (select 1 from samlad.member_role r where r.municipality_id = training_record.municipality_id and r.member_id = training_record.member_id
                and r.organisation_id = any ((select samlad.coordinated())::uuid[]))',
  'samlad.is_system() or member_id = (select samlad.user_id())');
revoke update, truncate on samlad.training_record from samlad_web;
