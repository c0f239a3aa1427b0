-- An import fills an empty table with a hundred thousand rows in seconds, before the database has looked at what it holds. Until then it
-- reads a profile's rows through for every batch, and every list after the import is planned for an empty table.
create function samlad.know_crime_records() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not samlad.is_system() then
    raise exception 'only the system counts crime records';
  end if;
  analyze samlad.crime_record (municipality_id, profile, row_key, import_id, recorded_on, week, area_id, crime_code);
end $$;
comment on function samlad.know_crime_records() is 'Renews what the planner knows of crime_record; the import calls it whenever the number of rows has doubled.';
