-- What the web role may not touch, whatever the defaults gave it.
revoke insert, update, delete on drift.table_reach from samlad_web;
revoke all on drift.flyway_schema_history from samlad_web;
revoke insert, update, delete on drift.installation_key from samlad_web;
