-- Phone numbers that lead to an authority and to nobody in particular: the guard leaves them in texts. Beside the list that is shipped.

create table samlad.authority_number (
  municipality_id uuid not null references samlad.municipality,
  number          text not null check (number ~ '^[0-9]{3,15}[*]?$'),
  label           text not null check (length(label) between 2 and 80),
  added_at        timestamptz not null,
  added_by        uuid,
  primary key (municipality_id, number)
);
comment on table samlad.authority_number is 'Numbers of the municipality''s own lines (växel, felanmälan), digits as dialled within the country; one that ends in * stands for its series.';
call samlad.protect('authority_number', 'municipality', 'samlad.is_inside()',
  'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''DATA_PROTECTION'')');
