-- A verb of the review may touch many sources: its events carry the deed's id, so that one press takes all of it back.

alter table samlad.incident_event add column deed_id uuid;
comment on column samlad.incident_event.deed_id is 'What was done in one press; undone as one.';
create index incident_event_by_deed on samlad.incident_event (municipality_id, deed_id) where deed_id is not null;
create index incident_event_undone on samlad.incident_event (municipality_id, undoes) where undoes is not null;
