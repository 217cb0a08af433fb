/** The rows of receipts, applications, write-offs, refunds and what is predicted to come. */
import { inCompanies } from '#platform/postgres/scope.ts';
import { sql, type Sql } from '#platform/postgres/sql.ts';
import { accountColumns, accountJoins, inSight } from './of-account.ts';
import type { Reading } from './sources.ts';

export function receiptRows({ companies }: Reading): Sql {
  return sql`
    select co.code as company, x.receipt_id, c.account, c.name, coalesce(x.payer_name, '') as payer,
           coalesce(x.reference, '') as reference, x.method, x.received_on, x.currency,
           x.amount_minor as amount, x.state, x.posted_at
      from (select distinct on (r.receipt_id) r.receipt_id, r.company_id, r.on_account,
                   r.payer_name, r.reference, r.method, r.received_on, r.currency, r.amount_minor,
                   r.state, r.posted_at
              from cash.receipt_card r
             where ${inCompanies(sql`r.company_id`, companies)}
             order by r.receipt_id, r.posted_at desc nulls last) x
      join team.company co on co.company_id = x.company_id
      left join customers.account_card c on c.account_id = x.on_account`;
}

export function applicationRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.application_id, x.kind, x.debit_number as debt,
           x.credit_number as credit, x.effective_on as applied_on, x.recorded_at,
           i.currency, x.amount_minor as amount
      from ledger.application_card x
      join ledger.dated_item i on i.account_id = x.account_id and i.item_id = x.debit_item_id
      ${accountJoins}
     where ${inSight(reading)}`;
}

export function writeOffRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.application_id, x.number, x.due_on,
           x.effective_on as written_off_on, x.currency, x.amount_minor as amount,
           x.recovered_minor as recovered, x.back_entry_id is not null as reversed,
           w.name as by, x.reason
      from ledger.write_off_card x
      ${accountJoins}
      left join team.person w on x.actor = 'member:' || w.member_id
     where ${inSight(reading)}`;
}

export function refundRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.refund_id, x.payee_name as payee, x.origin, x.method, x.state,
           x.state_on, x.requested_on, x.currency, x.amount_minor as amount, x.reason
      from refunds.refund_line x
      ${accountJoins}
     where ${inSight(reading)}`;
}

/** Of items that are still open; what was paid since the night is left out. */
export function predictionRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.item_id, i.number, i.due_on, i.currency, i.open_minor as open,
           x.made_on, x.p10_on as early_on, x.p50_on as likely_on, x.p90_on as late_on,
           round(100 * x.p_late::numeric, 1) as chance_late,
           round(100 * x.p_late30::numeric, 1) as chance_very_late,
           x.low_history as little_history
      from forecast.item_prediction x
      join ledger.item_line i on i.account_id = x.account_id and i.item_id = x.item_id
      ${accountJoins}
     where i.open_minor > 0
       and ${inSight(reading)}`;
}
