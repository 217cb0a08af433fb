-- Who prints and mails our letters tells what the post does with each of them.

create table correspondence.letter_report (
  account_id  uuid        not null,
  message_id  uuid        not null,
  event_id    text        not null,
  event       text        not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (account_id, message_id, event_id),
  foreign key (account_id, message_id) references correspondence.letter
);
grant select, insert on correspondence.letter_report to dunlin_app;

-- A report names the letter by the provider's number.
create index letter_handing_by_ref on correspondence.letter_handing (provider_ref)
 where provider_ref is not null;
