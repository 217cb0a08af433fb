/** The rows of customers, contacts, contacts made, daily activity and orders. */
import { sql, type Sql } from '#platform/postgres/sql.ts';
import { accountColumns, accountJoins, inSight } from './of-account.ts';
import type { Reading } from './sources.ts';

export function customerRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, c.customer, c.kind, c.language, nullif(x.city, '') as city,
           nullif(x.state, '') as state, nullif(x.country, '') as country, c.status,
           l.limit_currency, l.limit_minor as limit, c.last_touch_on
      from customers.account_address x
      ${accountJoins}
      left join customers.limit_card l on l.account_id = x.account_id
     where ${inSight(reading)}
       and c.kind <> 'house'
       and c.merged_into is null`;
}

export function contactRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.contact_id, x.name as person, x.role, nullif(x.email, '') as email,
           nullif(x.phone, '') as phone, x.language, x.verified_on
      from customers.account_person x
      ${accountJoins}
     where ${inSight(reading)}
       and c.merged_into is null`;
}

export function contactMadeRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.permit_id as contact_made_id, x.channel, x.direction, x.result,
           x.purpose, x.at, (x.at at time zone 'UTC')::date as on, w.name as by
      from compliance.contact_card x
      ${accountJoins}
      left join team.person w on x.actor = 'member:' || w.member_id
     where ${inSight(reading)}`;
}

export function activityRows(reading: Reading): Sql {
  return sql`
    select x.happened_on as day, c.company, coalesce(w.name, '-') as by, x.kind,
           count(*) as acts, count(distinct x.account_id) as accounts
      from customers.timeline_line x
      join customers.account_card c on c.account_id = x.account_id
      left join team.person w on x.actor = 'member:' || w.member_id
     where ${inSight(reading)}
     group by x.happened_on, c.company, coalesce(w.name, '-'), x.kind`;
}

export function orderRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.order_id, x.number, x.ordered_on, x.currency,
           x.amount_minor as amount, x.state, x.verdict, x.held_at, x.review_on
      from credit.order_line x
      ${accountJoins}
     where ${inSight(reading)}`;
}
