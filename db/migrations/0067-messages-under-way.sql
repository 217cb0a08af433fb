-- What has begun to leave the house and is in no log of contacts yet: an e-mail at its provider, a
-- letter that lies printed. The limits of the law count it as made.
create view correspondence.message_under_way as
select n.account_id, n.message_id, n.since as at, m.channel, m.purpose, m.contact_id
  from correspondence.message_now n
  join correspondence.message m on m.account_id = n.account_id
                               and m.message_id = n.message_id
 where n.state = 'sending';
grant select on correspondence.message_under_way to dunlin_app;
