-- An administrator must see which tokens are in use before one is taken back.

alter table samlad.api_token add column last_used_at timestamptz;
comment on column samlad.api_token.last_used_at is 'When it was last used, to within five minutes.';
