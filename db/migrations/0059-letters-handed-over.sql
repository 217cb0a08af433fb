-- Letters are handed to a provider that prints and mails them: each try and what is known of it.

create table correspondence.letter_handing (
  account_id   uuid not null,
  message_id   uuid not null,
  handing_id   uuid not null,
  event        text not null
    check (event in ('tried', 'taken', 'refused', 'unknown', 'not_there')),
  provider     text not null,
  provider_ref text,
  detail       text not null,
  recorded_at  timestamptz not null,
  actor        text not null,
  primary key (account_id, message_id, handing_id),
  foreign key (account_id, message_id) references correspondence.letter
);
grant select, insert on correspondence.letter_handing to dunlin_app;
