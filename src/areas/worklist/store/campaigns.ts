/** Campaigns as the day's list sees them: which asks for an account, and which accounts one has. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CampaignFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account: the running campaign that ends first and in which nobody is done with it. */
export async function campaignRows(
  db: Queries,
  scope: Scope,
  today: Day,
): Promise<Map<string, CampaignFact>> {
  const rows = await db.all(sql<{
    account_id: string;
    name: string;
    text: string;
    ends_on: string;
    worker_id: string | null;
  }>`
    select distinct on (k.account_id) k.account_id, k.name, k.text, k.ends_on, k.worker_id
      from portfolios.campaign_card k
     where k.ended_on is null
       and k.ends_on >= ${today}
       and ${filter(scope, sql`k.account_id`)}
       and not exists (select
                         from worklist.done_card d
                        where d.account_id  = k.account_id
                          and d.recorded_at > k.added_at)
     order by k.account_id, k.ends_on, k.campaign_id`);
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        name: row.name,
        text: row.text,
        endsOn: day(row.ends_on),
        workerId: row.worker_id === null ? null : id(row.worker_id),
      },
    ]),
  );
}

/** The accounts of a campaign, also of one that has ended. */
export async function accountsInCampaign(db: Queries, campaignId: Id): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select account_id from portfolios.campaign_card where campaign_id = ${campaignId}`);
  return rows.map((row) => id(row.account_id));
}
