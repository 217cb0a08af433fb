-- What month end and closing read of each other: signatures, and what a source closed unanswered.

-- Published: who signed which period, and the moment that its figures were cut at. The ledger
-- closes for good only what is signed.
create view reports.signed_period as
select company_id, period, last_on, known_at, actor, recorded_at
  from reports.sign_off;
grant select on reports.signed_period to dunlin_app;

-- Published: what snapshots closed because the source names it no more, with the moment of the
-- first answer that stands; null: nobody has said yet what it was. What an undone import closed
-- stands open again and is not here.
create view imports.closing_card as
select c.account_id, c.adjustment_id, c.item_id, c.external_id, c.closed_on, c.currency,
       c.amount_minor, i.source, i.at as recorded_at,
       (select min(n.at)
          from imports.closing_answer n
         where n.account_id    = c.account_id
           and n.adjustment_id = c.adjustment_id
           and not exists (select from imports.undone u where u.import_id = n.import_id))
       as answered_at
  from imports.closing c
  join imports.import i on i.import_id = c.import_id
 where not exists (select from imports.undone u where u.import_id = c.import_id);
grant select on imports.closing_card to dunlin_app;
