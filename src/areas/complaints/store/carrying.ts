/** Complaints go on under the account into which theirs was merged. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { type Carrying, carryRows } from '#platform/postgres/carry-rows.ts';
import { sql } from '#platform/postgres/sql.ts';

/** Those that are not closed; answers their ids. */
export async function carryComplaintRows({ tx }: Context, carrying: Carrying): Promise<Id[]> {
  const { from, into } = carrying;
  const rows = await tx.all(sql<{ complaint_id: string }>`
    select complaint_id
      from complaints.complaint_now
     where account_id = ${from}
       and state     <> 'closed'`);
  const ids = rows.map(({ complaint_id }) => id(complaint_id));
  for (const table of ['complaints.complaint', 'complaints.complaint_event']) {
    await carryRows(tx, carrying, table, 'complaint_id', ids);
  }
  await tx.run(sql`
    update complaints.complaint_now
       set account_id   = ${into}
     where account_id   = ${from}
       and complaint_id = any(${ids}::uuid[])`);
  return ids;
}
