/**
 * What must hold of orders, whoever looks: their standing is what was stated and decided last.
 *
 * The last row is looked up order by order: nobody can guess how many orders a set of last rows
 * has, and a plan that guesses few reads it once an order.
 */
import type { Law } from '#platform/postgres/proof.ts';
import { sql } from '#platform/postgres/sql.ts';

const standsAsStated: Law = {
  name: 'an order stands as it was stated last',
  breach: sql<{ broken: string }>`
    select format('order %s of account %s differs from its last statement', o.number,
                  o.account_id) as broken
      from credit.sales_order o
      left join lateral (select *
                           from credit.order_statement t
                          where t.account_id = o.account_id
                            and t.order_id   = o.order_id
                          order by t.recorded_at desc, t.statement_id desc
                          limit 1) s on true
     where (o.ordered_on, o.currency, o.amount_minor, o.delivered_minor, o.invoiced_minor, o.state)
           is distinct from
           (s.ordered_on, s.currency, s.amount_minor, s.delivered_minor, s.invoiced_minor, s.state)
     order by 1
     limit 1`,
};

/** An order that grew waits unjudged for a moment; none stands by a verdict nobody gave. */
const standsAsDecided: Law = {
  name: 'the verdict on an order is the one that was given last',
  breach: sql<{ broken: string }>`
    select format('order %s of account %s stands as %s, the last act is %s', o.number,
                  o.account_id, o.verdict, a.kind) as broken
      from credit.sales_order o
      left join lateral (select d.kind
                           from credit.order_act d
                          where d.account_id = o.account_id
                            and d.order_id   = o.order_id
                            and d.kind in ('approved', 'held', 'released', 'rejected')
                          order by d.recorded_at desc, d.act_id desc
                          limit 1) a on true
     where o.verdict is not null
       and o.verdict is distinct from a.kind
     order by 1
     limit 1`,
};

export const orderLaws: readonly Law[] = [standsAsStated, standsAsDecided];
