/** What waits for a request for approval. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Waiting = {
  readonly kind: 'plan' | 'settlement';
  readonly accountId: Id;
  readonly id: Id;
};

export async function waitingFor(db: Queries, requestId: Id): Promise<Waiting | undefined> {
  const row = await db.maybe(sql<{ kind: Waiting['kind']; account_id: string; id: string }>`
    select 'plan' as kind, a.account_id, a.plan_id as id
      from promises.plan_approval a
      join promises.plan_now n on n.account_id = a.account_id and n.plan_id = a.plan_id
     where a.request_id = ${requestId}
       and n.state      = 'offered'
     union all
    select 'settlement', v.account_id, v.settlement_id
      from promises.settlement_verdict v
      join promises.settlement_now n on n.account_id = v.account_id
                                    and n.settlement_id = v.settlement_id
     where v.request_id = ${requestId}
       and n.state      = 'asked'
     limit 1`);
  return row && { kind: row.kind, accountId: id(row.account_id), id: id(row.id) };
}
