-- A selection by receipt had no index but that of new incidents.

create index incident_source_by_receipt on samlad.incident_source (municipality_id, received_at);
