-- A steering group's members read the group's own documents; no area comes with the seat, so nothing else opens.

comment on function samlad.groups() is 'Working groups the actor sits in, of whatever level. Areas come from those that share incidents alone.';
