/** What must hold of orders, whoever looks: their standing is what was stated and decided last. */
import type { Law } from '#platform/postgres/proof.ts';
import { sql } from '#platform/postgres/sql.ts';

const standsAsStated: Law = {
  name: 'an order stands as it was stated last',
  breach: sql<{ broken: string }>`
    with last as (
      select distinct on (s.account_id, s.order_id) s.*
        from credit.order_statement s
       order by s.account_id, s.order_id, s.recorded_at desc, s.statement_id desc
    )
    select format('order %s of account %s differs from its last statement', o.number,
                  o.account_id) as broken
      from credit.sales_order o
      left join last s on s.account_id = o.account_id and s.order_id = o.order_id
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
    with last as (
      select distinct on (a.account_id, a.order_id) a.account_id, a.order_id, a.kind
        from credit.order_act a
       where a.kind in ('approved', 'held', 'released', 'rejected')
       order by a.account_id, a.order_id, a.recorded_at desc, a.act_id desc
    )
    select format('order %s of account %s stands as %s, the last act is %s', o.number,
                  o.account_id, o.verdict, a.kind) as broken
      from credit.sales_order o
      left join last a on a.account_id = o.account_id and a.order_id = o.order_id
     where o.verdict is not null
       and o.verdict is distinct from a.kind
     order by 1
     limit 1`,
};

export const orderLaws: readonly Law[] = [standsAsStated, standsAsDecided];
