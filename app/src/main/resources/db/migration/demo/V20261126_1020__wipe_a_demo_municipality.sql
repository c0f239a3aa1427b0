-- A demo municipality can be wiped and built anew. The web role may not delete audit rows, so the wiping is a function of the owner's that
-- takes no argument: it wipes the municipality of the transaction, only for the system, and only if it is a demo.

create function samlad.wipe_demo() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  town    uuid := samlad.municipality();
  waiting text[];
  next    text[];
  name    text;
begin
  if not samlad.is_system() then
    raise exception 'only the system wipes a demo municipality';
  end if;
  if not exists (select 1 from samlad.municipality m where m.municipality_id = town and m.demo) then
    raise exception 'this is no demo municipality';
  end if;
  delete from drift.login where municipality_id = town;
  delete from drift.passkey_lookup where municipality_id = town;
  delete from drift.api_token_lookup where municipality_id = town;
  delete from drift.municipality_slug where municipality_id = town;
  -- Tables that others still point at wait for the next round; each round must empty at least one.
  select array_agg(r.table_name order by r.table_name) into waiting from drift.table_reach r;
  while cardinality(waiting) > 0 loop
    next := '{}';
    foreach name in array waiting loop
      begin
        execute format('delete from samlad.%I where municipality_id = $1', name) using town;
      exception when foreign_key_violation then
        next := next || name;
      end;
    end loop;
    if cardinality(next) = cardinality(waiting) then
      raise exception 'tables that point at each other cannot be wiped: %', next;
    end if;
    waiting := next;
  end loop;
end $$;
comment on function samlad.wipe_demo() is 'Deletes every row of the demo municipality of this transaction; refuses any other.';
revoke execute on function samlad.wipe_demo() from public;
grant execute on function samlad.wipe_demo() to samlad_web;
