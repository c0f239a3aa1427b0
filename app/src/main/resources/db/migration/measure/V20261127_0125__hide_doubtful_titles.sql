-- A title in which the guard doubts a word is read by the owner and the EST coordinator; the group reads what type of measure it is until
-- the coordinator has looked at it.

alter table samlad.measure add column title_hidden boolean not null default false;
comment on column samlad.measure.title_hidden is 'Granska text: the guard was in doubt about the title and the coordinator has not shown it.';
