-- Så gick det: when a measure is concluded, those who were told that it was decided hear what was decided about it.

alter table samlad.feedback_told drop constraint feedback_told_kind_check;
alter table samlad.feedback_told add constraint feedback_told_kind_check check (kind in ('IN_PICTURE', 'MEASURE_DECIDED', 'CARRIED_OUT', 'CONCLUDED'));
alter table samlad.feedback_told add column outcome text check (outcome in ('CONTINUE', 'EXTEND', 'REPLACE', 'END'));
comment on column samlad.feedback_told.outcome is 'What was decided about a concluded measure.';
