/**
 * What was billed, received, paid and given up in a period, as facts with their day.
 *
 * A reversal counts on its own day and stands for what it reverses: a receipt that came back is
 * cash taken away on the day the bank took it, not an error of the month before.
 */
import { type Day, plusDays, startOfMonth, plusMonths } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { type Period, monthsUpTo } from '../rules/period.ts';
import { type Question, knownBy } from './asked.ts';

/** Items posted in a period; `minor` is signed as the receivables see it. */
export function postedFacts(
  question: Question,
  { from, to }: Period,
  recordedAfter: Instant | null = null,
): Sql {
  // Few were recorded since: `offset 0` keeps the many of the period from being looked up as well.
  const items =
    recordedAfter === null
      ? sql`ledger.posted_item`
      : sql`(select x.*
               from ledger.posted_item x
              where x.recorded_at > ${recordedAfter}::timestamptz
             offset 0)`;
  return sql`
    select p.account_id, p.item_id as ref, 'item' as ref_kind, p.number as label,
           p.effective_on as on_day, p.currency, p.side * p.amount_minor as minor, p.stands_for
      from ${items} p
     where p.effective_on between ${from}::date and ${to}::date
       and p.recorded_at <= ${knownBy(question)}`;
}

/** Money applied to debts in the period, taken back ones with a minus. */
export function paidFacts(question: Question): Sql {
  const { from, to } = question.period;
  return sql`
    select p.account_id, p.application_id as ref, 'application' as ref_kind, n.number as label,
           p.effective_on as on_day, p.currency, p.amount_minor as minor, p.due_on,
           sign(p.amount_minor)::int as one, p.effective_on - p.issued_on as days,
           p.effective_on - p.due_on as late, p.due_on - p.issued_on as term
      from ledger.applied_money p
      left join ledger.item_name n
        on n.account_id = p.account_id and n.item_id = p.debit_item_id
     where p.effective_on between ${from}::date and ${to}::date
       and p.recorded_at <= ${knownBy(question)}`;
}

/** Receipts of the period on accounts that somebody had contacted in the week before. */
export function cashAfterContactFacts(question: Question): Sql {
  return sql`
    select p.*
      from (${postedFacts(question, question.period)}) p
     where p.stands_for = 'receipt'
       and exists (select
                     from compliance.contact_card c
                    where c.account_id = p.account_id
                      and c.direction = 'out'
                      and c.result in ('conversation', 'left_message', 'sent')
                      and c.at >= p.on_day - 7
                      and c.at < p.on_day + 1
                      and c.recorded_at <= ${knownBy(question)})`;
}

/** The last whole month of billings that is 90 days old, each with what 90 days left unpaid. */
export function cohortFacts(question: Question): Sql {
  const month = cohortOf(question.asOf);
  return sql`
    select p.account_id, p.item_id as ref, 'item' as ref_kind, p.number as label,
           p.effective_on as on_day, p.currency, p.amount_minor as minor,
           p.amount_minor - coalesce((select sum(a.amount_minor)
                                        from ledger.application_history a
                                       where a.account_id = p.account_id
                                         and a.debit_item_id = p.item_id
                                         and a.effective_on <= p.issued_on + 90
                                         and a.recorded_at <= ${knownBy(question)}), 0) as unpaid
      from ledger.posted_item p
     where p.effective_on between ${month.from}::date and ${month.to}::date
       and p.kind = 'invoice'
       and p.recorded_at <= ${knownBy(question)}`;
}

function cohortOf(asOf: Day): Period {
  const from = startOfMonth(plusMonths(startOfMonth(plusDays(asOf, -89)), -1));
  return monthsUpTo(plusDays(plusMonths(from, 1), -1), 1);
}

/** Debts given up in the period; one that was taken back counts again on that day. */
export function lossFacts(question: Question): Sql {
  const { from, to } = question.period;
  return sql`
    select w.account_id, w.debit_item_id as ref, 'item' as ref_kind, w.number as label,
           d.on_day, w.currency, d.sign * w.amount_minor as minor
      from ledger.write_off_card w
     cross join lateral (values (w.effective_on, 1), (w.back_on, -1)) d (on_day, sign)
     where d.on_day between ${from}::date and ${to}::date
       and w.recorded_at <= ${knownBy(question)}`;
}

/** What came in on debts that had been given up. */
export function recoveryFacts(question: Question): Sql {
  const { from, to } = question.period;
  return sql`
    select r.account_id, r.item_id as ref, 'item' as ref_kind, r.number as label,
           r.effective_on as on_day, r.currency, r.amount_minor as minor
      from ledger.recovery_card r
     where r.effective_on between ${from}::date and ${to}::date
       and r.recorded_at <= ${knownBy(question)}`;
}
