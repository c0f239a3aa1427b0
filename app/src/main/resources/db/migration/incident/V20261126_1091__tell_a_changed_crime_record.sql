-- A row that comes again under the same id may have other content: the hash tells, so that the import can say so.
alter table samlad.crime_record add column content_hash text not null default '';
comment on column samlad.crime_record.content_hash is 'SHA-256 of what the row says, its id left out, cut to 128 bits.';
create index crime_record_by_recording on samlad.crime_record (municipality_id, profile, recorded_on);

-- An import that is taken back takes its links along, also when its owner, who sees no links, takes it back.
alter table samlad.crime_link drop constraint crime_link_municipality_id_record_id_fkey;
alter table samlad.crime_link add foreign key (municipality_id, record_id) references samlad.crime_record on delete cascade;
