-- Reports that come in files from an earlier system: which row of which source each was, so that a repeated file adds nothing, and what the
-- import may share. A row is free to come again once its import was taken back.
create table samlad.imported_report (
  municipality_id uuid not null,
  report_id       uuid not null,
  import_id       uuid not null,
  profile         text not null,
  row_key         text not null,
  content_hash    text not null,
  owner_org       uuid not null,
  sharing_class   text not null check (sharing_class in ('OWNER', 'COARSE', 'GROUP')),
  handed_in_by    uuid,
  week            date not null,
  recorded_on     date not null,
  undone_at       timestamptz,
  primary key (municipality_id, report_id),
  foreign key (municipality_id, report_id) references samlad.report on delete cascade,
  foreign key (municipality_id, owner_org) references samlad.organisation
);
comment on table samlad.imported_report is 'Which row of an earlier system a report was.';
comment on column samlad.imported_report.content_hash is 'SHA-256 of what the row says, its id left out, cut to 128 bits.';
create unique index imported_report_by_row on samlad.imported_report (municipality_id, row_key, profile) where undone_at is null;
create index imported_report_by_import on samlad.imported_report (municipality_id, import_id);
call samlad.protect('imported_report', 'organisation',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'') or owner_org = any ((select samlad.coordinated())::uuid[])');

create function samlad.know_imported_reports() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not samlad.is_system() then
    raise exception 'only the system counts imported reports';
  end if;
  analyze samlad.imported_report;
end $$;
comment on function samlad.know_imported_reports() is 'Renews what the planner knows of imported_report; the import calls it whenever the number of rows has doubled.';
