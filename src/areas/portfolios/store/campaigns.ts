/** Campaigns: their terms, their accounts and items, and what came of them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { AccountFilter } from '../rules/account-filter.ts';
import type { CampaignTerms } from '../rules/campaign.ts';

export type Recorded = { readonly at: Instant; readonly actor: string; readonly reason: string };

export type NewCampaign = {
  readonly campaignId: Id;
  readonly companyId: Id;
  readonly filter: AccountFilter;
  readonly live: boolean;
  readonly memberIds: readonly Id[];
  readonly currency: Currency;
  readonly startedOn: Day;
};

export async function insertCampaign(
  tx: Tx,
  made: NewCampaign,
  { at, actor }: Recorded,
): Promise<void> {
  await tx.run(sql`
    insert into portfolios.campaign (campaign_id, company_id, filter, live, member_ids, currency,
                                     started_on, started_at, actor)
    values (${made.campaignId}, ${made.companyId}, ${filterText(made.filter)}::jsonb, ${made.live},
            ${made.memberIds}::uuid[], ${made.currency}, ${made.startedOn}, ${at}, ${actor})`);
}

function filterText(filter: AccountFilter): string {
  return JSON.stringify(filter, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

export async function insertTerms(
  tx: Tx,
  campaignId: Id,
  terms: CampaignTerms & { readonly endedOn: Day | null },
  { at, actor, reason }: Recorded,
): Promise<void> {
  const goal = terms.goal === null ? null : terms.goal.toString();
  await tx.run(sql`
    insert into portfolios.campaign_terms (campaign_id, recorded_at, name, text, goal_minor,
                                           ends_on, ended_on, actor, reason)
    values (${campaignId}, ${at}, ${terms.name}, ${terms.text}, ${goal}::bigint, ${terms.endsOn},
            ${terms.endedOn}, ${actor}, ${reason})`);
}

/** Puts accounts into a campaign, each with who works it there: null is its owner. */
export async function addAccounts(
  tx: Tx,
  campaignId: Id,
  accounts: readonly { readonly accountId: Id; readonly workerId: Id | null }[],
  { at, today }: { readonly at: Instant; readonly today: Day },
): Promise<void> {
  await tx.copyIn(
    'portfolios.campaign_account (account_id, campaign_id, worker_id, added_at)',
    accounts.map(({ accountId, workerId }) => [accountId, campaignId, workerId, at]),
  );
  await tx.run(sql`
    insert into portfolios.campaign_item (account_id, campaign_id, item_id, currency, open_minor)
    select i.account_id, ${campaignId}, i.item_id, i.currency, i.open_minor
      from ledger.open_items_on(${today}::date) i
     where i.account_id = any(${accounts.map(({ accountId }) => accountId)}::uuid[])
       and i.aged
       and i.open_minor > 0`);
}

export type Campaign = CampaignTerms & {
  readonly campaignId: Id;
  readonly companyId: Id;
  readonly filter: AccountFilter;
  readonly live: boolean;
  readonly memberIds: readonly Id[];
  readonly currency: Currency;
  readonly startedOn: Day;
  readonly startedAt: Instant;
  readonly endedOn: Day | null;
};

/** As JSON holds a filter: its amounts are texts. */
type KeptFilter = Omit<AccountFilter, 'overdueFrom' | 'overdueBelow'> & {
  readonly overdueFrom?: string;
  readonly overdueBelow?: string;
};

type CampaignRow = {
  campaign_id: string;
  company_id: string;
  filter: KeptFilter;
  live: boolean;
  member_ids: Id[];
  currency: string;
  started_on: string;
  started_at: Instant;
  name: string;
  text: string;
  goal_minor: bigint | null;
  ends_on: string;
  ended_on: string | null;
};

const columns = sql`n.campaign_id, n.company_id, n.filter, n.live, n.member_ids, n.currency,
           n.started_on, n.started_at, n.name, n.text, n.goal_minor, n.ends_on, n.ended_on`;

function campaign(row: CampaignRow): Campaign {
  const { overdueFrom, overdueBelow, ...filter } = row.filter;
  return {
    campaignId: id(row.campaign_id),
    companyId: id(row.company_id),
    filter: {
      ...filter,
      overdueFrom: overdueFrom === undefined ? undefined : BigInt(overdueFrom),
      overdueBelow: overdueBelow === undefined ? undefined : BigInt(overdueBelow),
    },
    live: row.live,
    memberIds: row.member_ids,
    currency: currency(row.currency),
    startedOn: day(row.started_on),
    startedAt: row.started_at,
    name: row.name,
    text: row.text,
    goal: row.goal_minor,
    endsOn: day(row.ends_on),
    endedOn: row.ended_on === null ? null : day(row.ended_on),
  };
}

/** Locks the campaign, so that two changes of it come one after the other. */
export async function lockCampaign(tx: Tx, campaignId: Id): Promise<Campaign | undefined> {
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended('campaign ' || ${campaignId}, 0))`,
  );
  const row = await tx.maybe(sql<CampaignRow>`
    select ${columns} from portfolios.campaign_now n where n.campaign_id = ${campaignId}`);
  return row && campaign(row);
}

/** Campaigns that still go on, live ones or all. */
export async function runningCampaigns(db: Queries, today: Day): Promise<Campaign[]> {
  const rows = await db.all(sql<CampaignRow>`
    select ${columns}
      from portfolios.campaign_now n
     where n.ended_on is null
       and n.ends_on >= ${today}
     order by n.campaign_id`);
  return rows.map(campaign);
}

/** Accounts of a campaign. */
export async function accountsOf(db: Queries, campaignId: Id): Promise<Set<Id>> {
  const rows = await db.all(sql<{ account_id: string }>`
    select account_id from portfolios.campaign_account where campaign_id = ${campaignId}`);
  return new Set(rows.map((row) => id(row.account_id)));
}

export type Progress = Campaign & {
  readonly company: string;
  readonly accounts: number;
  readonly done: number;
  readonly promised: number;
  readonly asked: bigint;
  readonly collected: bigint;
};

type ProgressRow = CampaignRow & {
  company: string;
  accounts: bigint;
  done: bigint;
  promised: bigint;
  asked: bigint;
  collected: bigint;
};

/** Campaigns with what they brought in, the latest first. */
export async function campaignProgress(
  db: Queries,
  which: {
    readonly companies: CompanyScope;
    readonly campaignId?: Id;
    /** Only those that go on on this day. */
    readonly runningOn?: Day | undefined;
  },
): Promise<Progress[]> {
  const rows = await db.all(sql<ProgressRow>`
    select ${columns}, co.code as company,
           (select count(*) from portfolios.campaign_account a
             where a.campaign_id = n.campaign_id) as accounts,
           (${doneSince(anybody)}) as done, (${promisedSince(anybody)}) as promised,
           (${askedFor}) as asked, (${collectedSince(anybody)}) as collected
      from portfolios.campaign_now n
      join team.company co on co.company_id = n.company_id
     where ${inCompanies(sql`n.company_id`, which.companies)}
       and ${which.campaignId === undefined ? sql`true` : sql`n.campaign_id = ${which.campaignId}`}
       and ${running(which.runningOn)}
     order by n.started_at desc, n.campaign_id desc
     limit 200`);
  return rows.map((row) => ({
    ...campaign(row),
    company: row.company,
    accounts: Number(row.accounts),
    done: Number(row.done),
    promised: Number(row.promised),
    asked: row.asked,
    collected: row.collected,
  }));
}

function running(today: Day | undefined): Sql {
  if (today === undefined) return sql`true`;
  return sql`(n.ended_on is null and n.ends_on >= ${today})`;
}

/** Whose accounts of a campaign count. */
const anybody = sql`true`;

/** What somebody did of the campaigns that are named: accounts given to them there, else owned. */
export async function ownProgress(
  db: Queries,
  campaignIds: readonly Id[],
  memberId: Id,
): Promise<Map<Id, OwnProgress>> {
  const own = sql`coalesce(a.worker_id, (select p.owner_id
                                           from customers.portfolio_card p
                                          where p.account_id = a.account_id)) = ${memberId}`;
  const rows = await db.all(sql<OwnRow>`
    select n.campaign_id,
           (select count(*) from portfolios.campaign_account a
             where a.campaign_id = n.campaign_id and ${own}) as accounts,
           (${doneSince(own)}) as done, (${promisedSince(own)}) as promised,
           (${collectedSince(own)}) as collected
      from portfolios.campaign_now n
     where n.campaign_id = any(${campaignIds}::uuid[])`);
  return new Map(
    rows.map(({ campaign_id, accounts, done, promised, collected }) => [
      id(campaign_id),
      {
        accounts: Number(accounts),
        done: Number(done),
        promised: Number(promised),
        collected,
      },
    ]),
  );
}

export type OwnProgress = Pick<Progress, 'accounts' | 'done' | 'promised' | 'collected'>;
type OwnRow = Pick<ProgressRow, 'campaign_id' | 'accounts' | 'done' | 'promised' | 'collected'>;

const doneSince = (whose: Sql): Sql => sql`
  select count(distinct a.account_id)
    from portfolios.campaign_account a
    join worklist.done_card d on d.account_id = a.account_id
   where a.campaign_id = n.campaign_id
     and ${whose}
     and d.recorded_at > a.added_at
     and (n.ended_on is null or d.recorded_at < n.ended_on + 1)`;

const promisedSince = (whose: Sql): Sql => sql`
  select count(distinct a.account_id)
    from portfolios.campaign_account a
    join promises.promise_card q on q.account_id = a.account_id
   where a.campaign_id = n.campaign_id
     and ${whose}
     and q.changed_at > a.added_at
     and q.made_on >= n.started_on
     and q.made_on <= least(n.ends_on, n.ended_on)
     and q.state not in ('withdrawn', 'superseded')`;

const askedFor: Sql = sql`
  select coalesce(sum(i.open_minor), 0)::bigint
    from portfolios.campaign_item i
   where i.campaign_id = n.campaign_id
     and i.currency    = n.currency`;

/** Only what was recorded after the account came in, on items that were open then. */
const collectedSince = (whose: Sql): Sql => sql`
  select coalesce(sum(m.amount_minor), 0)::bigint
    from portfolios.campaign_item i
    join portfolios.campaign_account a
      on a.account_id = i.account_id and a.campaign_id = i.campaign_id
    join ledger.applied_money m on m.account_id = i.account_id and m.debit_item_id = i.item_id
   where i.campaign_id = n.campaign_id
     and i.currency    = n.currency
     and ${whose}
     and m.recorded_at > a.added_at
     and m.effective_on <= least(n.ends_on, n.ended_on)`;
