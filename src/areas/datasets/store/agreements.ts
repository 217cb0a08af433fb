/** The rows of promises, instalments, disputes, tasks and deadlines. */
import { inCompanies } from '#platform/postgres/scope.ts';
import { sql, type Sql } from '#platform/postgres/sql.ts';
import { accountColumns, accountJoins, inSight } from './of-account.ts';
import type { Reading } from './sources.ts';

export function promiseRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.promise_id, x.made_on, x.due_on, x.state, x.state_on, x.currency,
           x.amount_minor as amount, x.received_minor as received, x.level
      from promises.promise_card x
      ${accountJoins}
     where ${inSight(reading)}`;
}

export function instalmentRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.plan_id, x.state as plan_state, x.made_on, x.no, x.due_on,
           x.currency, x.amount_minor as amount, x.interest_minor as interest,
           x.total_minor as plan_total, x.paid_minor as plan_paid, x.missed
      from promises.instalment_line x
      ${accountJoins}
     where ${inSight(reading)}`;
}

export function disputeRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.case_id, x.reason, x.cause, x.department,
           coalesce(w.name, x.outside_name) as owner, x.state, x.opened_on, x.answer_by,
           x.decided_on, x.closed_on, x.closed_how,
           coalesce(x.closed_on, ${reading.today}::date) - x.opened_on as days_open, x.currency,
           x.amount_minor as amount
      from disputes.case_line x
      ${accountJoins}
      left join team.person w on w.member_id = x.owner_id
     where ${inSight(reading)}`;
}

export function taskRows({ companies }: Reading): Sql {
  return sql`
    select co.code as company, x.task_id, c.account, x.title, w.name as assignee,
           r.name as requester, x.priority, x.state, x.due_on
      from tasks.task_line x
      join team.company co on co.company_id = x.company_id
      left join customers.account_card c on c.account_id = x.account_id
      left join team.person w on w.member_id = x.assignee_id
      left join team.person r on r.member_id = x.requester_id
     where ${inCompanies(sql`x.company_id`, companies)}`;
}

export function deadlineRows({ companies }: Reading): Sql {
  return sql`
    select co.code as company, x.clock_id as deadline_id, c.account, x.kind, x.source,
           w.name as owner, x.state, x.started_on, x.due_on, x.ended_on
      from clocks.clock_card x
      join team.company co on co.company_id = x.company_id
      left join customers.account_card c on c.account_id = x.account_id
      left join team.person w on w.member_id = x.owner_id
     where ${inCompanies(sql`x.company_id`, companies)}`;
}
