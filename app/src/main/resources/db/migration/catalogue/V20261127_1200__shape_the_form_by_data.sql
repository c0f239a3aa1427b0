-- What a category asks, advises and for whom it stands first is data too, so that a form fits whoever holds the phone.
alter table samlad.category
  add column retired    boolean not null default false,
  add column first_for  text[] not null default '{}',
  add column hidden_for text[] not null default '{}',
  add column advice_sv  text not null default '' check (length(advice_sv) <= 300),
  add column advice_en  text not null default '' check (length(advice_en) <= 300);
comment on column samlad.category.retired is 'Utgången: no longer offered on the form. Its code is still accepted and its series still read.';
comment on column samlad.category.first_for is 'Kinds of organisations whose phones show the tile before the others.';
comment on column samlad.category.hidden_for is 'Kinds of organisations that are not offered the category on the form.';
comment on column samlad.category.advice_sv is 'Checklist text under the tile: what to look at.';
comment on column samlad.category.questions is 'Follow-up questions: [{"code","sv","en","options":[{"code","sv","en"}]}]. An answer is stored by its codes.';
