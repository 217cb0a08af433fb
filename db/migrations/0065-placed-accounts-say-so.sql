-- Accounts that an agency had before the desk gave them the status of it: they get it now, from
-- today. A bankruptcy or a lawsuit stays what it is, as with every new placement.

insert into customers.status_fact (account_id, effective_on, recorded_at, status, actor, reason)
select distinct on (n.account_id)
       n.account_id, (now() at time zone c.zone)::date, now(), 'agency', 'job:upgrade',
       'with ' || p.agency || ' since ' || p.placed_on
  from customers.account_now n
  join write_offs.placement_card p on p.account_id = n.account_id
  join customers.account_scope s on s.account_id = n.account_id
  join team.company c on c.company_id = s.company_id
 where p.recalled_on is null
   and n.status not in ('agency', 'bankrupt', 'legal')
 order by n.account_id, p.placed_on desc;

update customers.account_now n
   set status = f.status, status_since = f.effective_on
  from customers.status_fact f
 where f.account_id = n.account_id
   and f.actor = 'job:upgrade'
   and f.status = 'agency'
   and n.status not in ('agency', 'bankrupt', 'legal');
