-- A note in which the guard doubts a word is read by its author and the EST coordinator until the coordinator has looked at it.

alter table samlad.meeting_note add column hidden boolean not null default false;
comment on column samlad.meeting_note.hidden is 'Granska text: the guard was in doubt. Left out of minutes and of what the group reads.';
