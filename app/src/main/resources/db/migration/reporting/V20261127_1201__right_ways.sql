-- Where to turn with what is not a report differs between municipalities: their own words and numbers on the form.
create table samlad.right_way (
  municipality_id uuid not null references samlad.municipality,
  ordinal         int not null check (ordinal between 1 and 8),
  text_sv         text not null check (length(text_sv) between 1 and 160),
  text_en         text not null check (length(text_en) between 1 and 160),
  phone           text not null default '' check (phone ~ '^(\+?[0-9][0-9 -]{1,20})?$'),
  link            text not null default '' check (link = '' or link ~ '^https://[^[:space:]]{3,200}$'),
  primary key (municipality_id, ordinal)
);
comment on table samlad.right_way is 'Rätt väg: shown on the report form. A municipality without rows of its own has the shipped ones.';
call samlad.protect('right_way', 'municipality', 'samlad.is_inside()', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');
