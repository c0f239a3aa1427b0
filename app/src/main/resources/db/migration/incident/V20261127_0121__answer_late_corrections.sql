-- What the review answered to a proposed correction stands in the incident's history.

alter table samlad.incident_event drop constraint incident_event_kind_check;
alter table samlad.incident_event add constraint incident_event_kind_check check (kind in
  ('CREATED', 'PASSED', 'DISMISSED', 'REOPENED', 'MERGED', 'SPLIT', 'CATEGORY_CHANGED', 'PLACE_CHANGED', 'TIME_CHANGED', 'CLASS_CHANGED',
   'TEXT_REVIEWED', 'TEXT_SHARED', 'WITHDRAWN', 'CORRECTED', 'UNDONE', 'PROPOSAL_ACCEPTED', 'PROPOSAL_REFUSED'));
