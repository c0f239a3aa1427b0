-- A correction that came too late is answered by whoever passes the item, and an answer can be taken back.

alter table samlad.report_event drop constraint report_event_kind_check;
alter table samlad.report_event add constraint report_event_kind_check check (kind in
  ('RECEIVED', 'CORRECTED', 'PROPOSED', 'WITHDRAWN', 'PROPOSAL_ACCEPTED', 'PROPOSAL_REFUSED', 'PROPOSAL_REOPENED'));
comment on constraint report_event_kind_check on samlad.report_event is 'The newest of PROPOSED, ACCEPTED, REFUSED and REOPENED tells whether a proposal waits.';
