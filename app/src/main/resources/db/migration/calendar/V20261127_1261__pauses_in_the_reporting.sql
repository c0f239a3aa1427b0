-- A pause in the reporting may be one organisation's own: a school does not answer in July, the guards do.
alter table samlad.calendar_entry add column organisation_id uuid;
alter table samlad.calendar_entry add foreign key (municipality_id, organisation_id) references samlad.organisation;
comment on column samlad.calendar_entry.organisation_id is 'Whose pause it is; null is everybody''s.';
