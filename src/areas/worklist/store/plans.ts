/** Payment plans that call for somebody today. */
import { type Day, day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { PlanFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account, the worst first; one broken for good stays for sixty days. */
export async function planRows(
  db: Queries,
  scope: Scope,
  today: Day,
): Promise<ReadonlyMap<string, readonly PlanFact[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    state: 'breached' | 'late' | 'active' | 'signed';
    currency: string;
    past_due_minor: bigint;
    next_amount_minor: bigint | null;
    next_due_on: string | null;
    state_on: string;
    cure_until: string | null;
  }>`
    select p.account_id, p.state, p.currency, p.past_due_minor, p.next_amount_minor,
           p.next_due_on, p.state_on, p.cure_until
      from promises.plan_card p
     where (p.state = 'late'
            or p.state = 'breached'
               and (p.cure_until is not null or p.state_on > ${today}::date - 60)
            or p.state in ('signed', 'active') and p.next_due_on <= ${today})
       and ${filter(scope, sql`p.account_id`)}
     order by p.account_id, p.state <> 'breached', p.state <> 'late', p.next_due_on, p.plan_id`);
  const facts = Map.groupBy(rows, (row) => row.account_id);
  return new Map(
    [...facts].map(([accountId, own]) => [
      accountId,
      own.map((row): PlanFact => {
        const state = row.state === 'breached' || row.state === 'late' ? row.state : 'due';
        const minor = state === 'due' ? (row.next_amount_minor ?? 0n) : row.past_due_minor;
        return {
          state,
          amount: money(minor, row.currency),
          dueOn: day(row.next_due_on ?? row.state_on),
          cureUntil: row.cure_until === null ? null : day(row.cure_until),
        };
      }),
    ]),
  );
}
