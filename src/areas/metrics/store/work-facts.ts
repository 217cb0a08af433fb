/**
 * Promises, contacts, disputes and matched lines as facts with their day and who did them.
 *
 * A contact's day is a day of the company's zone. A promise counts in the period in which it
 * ended, as it was judged; one that can still be kept counts in no rate.
 */
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { type Question, knownBy } from './asked.ts';

export function promiseFacts(question: Question): Sql {
  const { asOf, period } = question;
  return sql`
    select p.account_id, p.promise_id as ref, 'promise' as ref_kind, p.due_on::text as label,
           p.due_on as on_day, p.currency, p.amount_minor as minor, p.made_on, p.actor, p.state,
           p.state_on
      from promises.promises_judged(${period.from}::date, ${asOf}::date,
                                    ${knownBy(question)}) p`;
}

export function contactFacts(question: Question): Sql {
  const { from, to } = question.period;
  return sql`
    select c.account_id, c.permit_id as ref, 'contact' as ref_kind, c.channel as label,
           (c.at at time zone z.zone)::date as on_day, c.channel, c.direction, c.result, c.actor
      from compliance.contact_card c
      join customers.account_scope s on s.account_id = c.account_id
      join team.company z on z.company_id = s.company_id
     where c.at >= ${from}::date - interval '1 day'
       and c.at < ${to}::date + interval '2 days'
       and (c.at at time zone z.zone)::date between ${from}::date and ${to}::date
       and c.recorded_at <= ${knownBy(question)}`;
}

/** Accounts with whose right party somebody spoke; resolved: once, and nothing is overdue. */
export function calledFacts(question: Question): Sql {
  const { currency } = question.scope;
  return sql`
    select t.account_id, t.account_id as ref, 'account' as ref_kind, t.talks::text as label,
           t.on_day, t.actor,
           t.talks = 1 and not exists (
             select
               from ledger.account_items_on(t.account_id, ${question.asOf}::date) i
              where i.aged
                and i.currency = ${currency}
                and i.due_on < ${question.asOf}::date) as resolved
      from (select k.account_id, count(*) as talks, min(k.on_day) as on_day,
                   (array_agg(k.actor order by k.on_day))[1] as actor
              from (${contactFacts(question)}) k
             where k.direction = 'out'
               and k.channel = 'call'
               and k.result = 'conversation'
             group by k.account_id) t`;
}

/**
 * Disputes by their contested amount; without one it is the whole item. Of an open one only what
 * is still owed counts, and two on one item contest no more than it owes.
 */
export function disputeFacts(question: Question): Sql {
  return sql`
    select x.account_id, x.ref, 'dispute' as ref_kind, x.label, x.on_day, x.currency, x.resolved_on,
           x.days, x.is_open,
           case when x.is_open
                then greatest(0, least(x.contested, o.open_minor - x.before))::bigint
                else x.contested
            end as minor
      from (${disputesThen(question)}) x
     cross join lateral (${openOfItem(question)}) o`;
}

function openOfItem(question: Question): Sql {
  return sql`
    select x.amount_minor - coalesce(sum(a.amount_minor), 0) as open_minor
      from ledger.application_history a
     where a.account_id    = x.account_id
       and a.debit_item_id = x.item_id
       and a.effective_on <= ${question.asOf}::date
       and a.recorded_at  <= ${knownBy(question)}`;
}

/** Each with what the open ones before it contest of the same item. */
function disputesThen(question: Question): Sql {
  return sql`
    select y.*,
           coalesce(sum(y.contested) filter (where y.is_open)
                      over (partition by y.account_id, y.item_id
                                order by y.effective_on, y.ref
                                 rows between unbounded preceding and 1 preceding), 0) as before
      from (${disputesKnown(question)}) y`;
}

function disputesKnown(question: Question): Sql {
  return sql`
    select d.account_id, d.dispute_id as ref, d.item_id, i.number as label,
           coalesce(e.resolved_on, d.effective_on) as on_day, i.currency, d.effective_on,
           i.amount_minor, coalesce(d.amount_minor, i.amount_minor) as contested, e.resolved_on,
           e.resolved_on - d.effective_on as days,
           e.resolved_on is null or e.resolved_on > ${question.asOf}::date as is_open
      from disputes.dispute_span d
      join ledger.dated_item i on i.account_id = d.account_id and i.item_id = d.item_id
     cross join lateral (select case when d.resolved_at <= ${knownBy(question)}
                                     then d.resolved_on end as resolved_on) e
     where d.effective_on <= ${question.asOf}::date
       -- What was resolved before the period is in no part.
       and (e.resolved_on is null or e.resolved_on >= ${question.period.from}::date)
       and d.recorded_at <= ${knownBy(question)}
       and (d.withdrawn_at is null or d.withdrawn_at > ${knownBy(question)})`;
}

/** Lines of money put onto invoices: by the engine alone, rightly, wrongly. */
export function matchFacts(question: Question): Sql {
  const { from, to } = question.period;
  return sql`
    select q.account_id, q.item_id as ref, 'item' as ref_kind, n.number as label,
           q.received_on as on_day, q.currency, q.touchless, q.wrong, q.hit
      from cash.line_quality q
      left join ledger.item_name n
        on n.account_id = q.account_id and n.item_id = q.item_id
     where q.received_on between ${from}::date and ${to}::date
       and q.posted_at <= ${knownBy(question)}`;
}
