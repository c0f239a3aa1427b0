-- Official name statistics loaded by bin/samlad names load. Facts about names, not about people, and the same for every municipality.

create table drift.name_list (
  only_one    boolean primary key default true check (only_one),
  loaded_at   timestamptz not null,
  given_names int not null,
  surnames    int not null,
  content     bytea not null
);
comment on table drift.name_list is 'Which names there are and how many bear them, as hashes with a power of two: no name can be read out of it.';
