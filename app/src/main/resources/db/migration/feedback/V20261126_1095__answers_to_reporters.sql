-- Every report is answered: what each reported incident led to, as rows that are only added, and the text its author may read.

create table samlad.feedback_told (
  municipality_id uuid not null,
  told_id         uuid not null,
  report_id       uuid not null,
  ordinal         int not null,
  member_id       uuid not null,
  organisation_id uuid not null,
  kind            text not null check (kind in ('IN_PICTURE', 'MEASURE_DECIDED', 'CARRIED_OUT')),
  subject         text not null,
  period          text not null default '',
  measure_id      uuid,
  told_at         timestamptz not null,
  primary key (municipality_id, told_id),
  unique (municipality_id, report_id, ordinal, kind, subject),
  foreign key (municipality_id, report_id) references samlad.report,
  foreign key (municipality_id, measure_id) references samlad.measure
);
comment on table samlad.feedback_told is 'Återkoppling: that a reported incident came into a lägesbild, or led to a measure. The key makes a repeated event harmless.';
comment on column samlad.feedback_told.subject is 'What it is about: group and period of a picture, or a measure.';
create index feedback_told_by_report on samlad.feedback_told (municipality_id, report_id);
create index feedback_told_by_measure on samlad.feedback_told (municipality_id, measure_id) where measure_id is not null;
call samlad.protect('feedback_told', 'person',
  'samlad.is_system() or member_id = (select samlad.user_id()) or samlad.has_role(''COORDINATOR'') or organisation_id = any ((select samlad.coordinated())::uuid[])',
  'samlad.is_system()');

create table samlad.feedback_answer (
  municipality_id uuid not null,
  measure_id      uuid not null,
  words           text not null check (length(words) between 1 and 500),
  told_at         timestamptz not null,
  primary key (municipality_id, measure_id),
  foreign key (municipality_id, measure_id) references samlad.measure
);
comment on table samlad.feedback_answer is 'What reporters read about a measure: the text its owner approved, after the guard.';
call samlad.protect('feedback_answer', 'shared',
  'samlad.is_system() or samlad.has_role(''COORDINATOR'')
   or exists (select 1 from samlad.feedback_told t
               where t.municipality_id = feedback_answer.municipality_id and t.measure_id = feedback_answer.measure_id
                 and t.member_id = (select samlad.user_id()))',
  'samlad.is_system()');
