-- Maps hold a selection's points until something has changed; the newest change is found without reading the rest.

create index incident_source_newest on samlad.incident_source (municipality_id, state_at desc);
create index incident_event_newest on samlad.incident_event (municipality_id, at desc);
