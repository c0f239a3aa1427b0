-- A table whose reach grows with what the method needs: policies and the declared reach change in one call, so that neither is forgotten.
create procedure samlad.change_reach(changed_table text, new_reads text, new_writes text)
language plpgsql as $$
begin
  execute format('alter policy reads on samlad.%I using (%s)', changed_table, new_reads);
  execute format('alter policy adds on samlad.%I with check (%s)', changed_table, new_writes);
  execute format('alter policy changes on samlad.%I using (%s) with check (%s)', changed_table, new_writes, new_writes);
  execute format('alter policy removes on samlad.%I using (%s)', changed_table, new_writes);
  update drift.table_reach set reads = new_reads, writes = new_writes where table_name = changed_table;
end $$;
comment on procedure samlad.change_reach(text, text, text) is 'Changes who reads and writes a table that samlad.protect has already taken in.';
