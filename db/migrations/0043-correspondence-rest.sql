-- Accounts with a portal of their own are looked after there; letters that came back are work.

-- Published: accounts whose papers go into the customer's own portal, and nowhere else.
create index delivery_fact_portal on customers.delivery_fact (account_id) where rule = 'portal';
create view customers.portal_account as
select f.account_id, f.portal_name, f.portal_url, f.recorded_at as since
  from customers.delivery_fact f
 where f.rule = 'portal'
   and not exists (select from customers.delivery_fact l
                    where l.account_id = f.account_id
                      and l.recorded_at > f.recorded_at);
grant select on customers.portal_account to dunlin_app;

-- Published: the address that letters go to, where the post has brought one back from it.
create view customers.refused_address as
select f.account_id, concat_ws(', ', p.line1, p.city) as address, f.cause, f.refused_on
  from customers.address_refused f
  join customers.postal_address p on p.account_id = f.account_id and p.address_id = f.address_id
 where not exists (select from customers.postal_address l
                    where l.account_id = p.account_id
                      and (l.recorded_at, l.address_id) > (p.recorded_at, p.address_id));
grant select on customers.refused_address to dunlin_app;

-- Published: open invoices of such accounts, and where each stands in the portal; one of which
-- nobody wrote down anything is still to be put in.
create view statements.portal_invoice as
select d.account_id, d.document_id, o.portal_name, o.portal_url, d.number, d.issued_on, o.due_on,
       coalesce(f.state, 'to_submit') as state, f.on_day, coalesce(f.on_day, d.issued_on) as since,
       coalesce(f.reason, '') as reason, f.reference
  from (select a.account_id, a.portal_name, a.portal_url, i.document_id, min(i.due_on) as due_on
          from customers.portal_account a
          join ledger.open_item i on i.account_id = a.account_id
         group by a.account_id, a.portal_name, a.portal_url, i.document_id) o
  join invoices.issued_card d on d.account_id = o.account_id
                             and d.document_id = o.document_id
                             and d.kind = 'invoice'
  left join lateral (select x.state, x.on_day, x.reason, x.reference
                       from statements.portal_fact x
                      where x.account_id = d.account_id and x.document_id = d.document_id
                      order by x.recorded_at desc, x.fact_id desc
                      limit 1) f on true;
grant select on statements.portal_invoice to dunlin_app;

-- Published: who wrote that they are away, and until when; the latest word of an address counts.
create view correspondence.person_away as
select distinct on (p.account_id, lower(m.from_address))
       p.account_id, lower(m.from_address) as address, n.absent_until
  from correspondence.mail_now n
  join correspondence.mail m on m.mail_id = n.mail_id
  join correspondence.mail_place p on p.mail_id = n.mail_id
 where n.absent_until is not null
 order by p.account_id, lower(m.from_address), m.received_at desc;
grant select on correspondence.person_away to dunlin_app;
create index mail_now_away on correspondence.mail_now (mail_id) where absent_until is not null;
