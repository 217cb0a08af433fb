/** What carrying out a step reads and writes: people, the state of the row, what was done. */
import { type Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ProposalState } from '../rules/proposal.ts';
import type { Person } from '../rules/to-whom.ts';

/** The state of each now; held against others until the transaction ends. */
export async function lockProposals(
  tx: Tx,
  proposalIds: readonly Id[],
): Promise<ReadonlyMap<Id, ProposalState>> {
  const rows = await tx.all(sql<{ proposal_id: string; state: ProposalState }>`
    select n.proposal_id, n.state
      from strategies.proposal_now n
     where n.proposal_id = any(${proposalIds}::uuid[])
     order by n.account_id, n.proposal_id
       for update`);
  return new Map(rows.map((row) => [id(row.proposal_id), row.state]));
}

/** People of the accounts, those with a checked address first. */
export async function peopleOf(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Person[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    contact_id: string;
    role: string;
    name: string;
    email: string | null;
    phone: string | null;
    language: 'en' | 'es';
  }>`
    select p.account_id, p.contact_id, p.role, p.name, p.email, p.phone, p.language
      from customers.account_person p
     where p.account_id = any(${accountIds}::uuid[])
     order by p.account_id, p.verified_on desc nulls last, p.contact_id`);
  return Map.groupBy(
    rows.map(({ contact_id, ...row }) => ({ ...row, contactId: contact_id })),
    (row) => id(row.account_id),
  );
}

export type DoneItem = {
  readonly accountId: Id;
  readonly itemId: string;
  readonly proposalId: Id;
  readonly step: string;
  readonly days: number;
  readonly episode: string;
  readonly notice: boolean;
};

/** From now on the step counts for these debts. */
export async function insertDoneItems(
  { tx, at }: Context,
  on: Day,
  items: readonly DoneItem[],
): Promise<void> {
  if (items.length === 0) return;
  await tx.run(sql`
    insert into strategies.done_item (account_id, item_id, proposal_id, step, days, episode,
                                      done_on, notice, recorded_at)
    select u.account_id, u.item_id, u.proposal_id, u.step, u.days, u.episode, ${on}, u.notice,
           ${at}
      from unnest(${items.map((each) => each.accountId)}::uuid[],
                  ${items.map((each) => each.itemId)}::uuid[],
                  ${items.map((each) => each.proposalId)}::uuid[],
                  ${items.map((each) => each.step)}::text[],
                  ${items.map((each) => each.days)}::smallint[],
                  ${items.map((each) => each.episode)}::uuid[],
                  ${items.map((each) => each.notice)}::boolean[])
           as u (account_id, item_id, proposal_id, step, days, episode, notice)
        on conflict do nothing`);
}

/** How a step went out: its items with their steps, kept in the event that queued it. */
export type Outgoing = {
  readonly accountId: Id;
  readonly proposalId: Id;
  readonly state: ProposalState;
  readonly act: string;
  readonly episode: string;
  readonly days: number;
  readonly items: readonly (readonly [itemId: string, step: string])[];
};

type OutgoingRow = {
  account_id: string;
  proposal_id: string;
  state: ProposalState;
  act: string;
  episode: string;
  days: number;
  items: (readonly [string, string])[] | null;
};

function selectOutgoing(condition: ReturnType<typeof sql>) {
  return sql<OutgoingRow>`
    select n.account_id, n.proposal_id, n.state, n.act, p.episode, p.days,
           (select e.facts -> 'items'
              from strategies.proposal_event e
             where e.account_id = n.account_id
               and e.proposal_id = n.proposal_id
               and e.state = 'queued'
             order by e.event_no desc
             limit 1) as items
      from strategies.proposal_now n
      join strategies.proposal p on p.account_id = n.account_id and p.proposal_id = n.proposal_id
     where ${condition}
     order by p.days
       for update of n`;
}

/** The step that a message was written for. */
export async function outgoingByMessage(
  tx: Tx,
  accountId: Id,
  messageId: Id,
): Promise<Outgoing | undefined> {
  const [row] = await tx.all(
    selectOutgoing(sql`n.account_id = ${accountId} and n.message_id = ${messageId}`),
  );
  return row && outgoing(row);
}

/** Calls of the account that wait to be made. */
export async function callsToMake(tx: Tx, accountId: Id): Promise<Outgoing[]> {
  const rows = await tx.all(
    selectOutgoing(sql`n.account_id = ${accountId} and n.act = 'call' and n.state = 'queued'`),
  );
  return rows.map(outgoing);
}

function outgoing(row: OutgoingRow): Outgoing {
  return {
    accountId: id(row.account_id),
    proposalId: id(row.proposal_id),
    state: row.state,
    act: row.act,
    episode: row.episode,
    days: row.days,
    items: row.items ?? [],
  };
}

/** How often a step failed for good, so that another try gets a key of its own. */
export async function failuresOf(
  db: Queries,
  proposalIds: readonly Id[],
): Promise<ReadonlyMap<Id, number>> {
  const rows = await db.all(sql<{ proposal_id: string; failures: bigint }>`
    select e.proposal_id, count(*) as failures
      from strategies.proposal_event e
     where e.proposal_id = any(${proposalIds}::uuid[])
       and e.state = 'failed'
       and e.facts ? 'messageId'
     group by e.proposal_id`);
  return new Map(rows.map((row) => [id(row.proposal_id), Number(row.failures)]));
}

export type BookedCharge = {
  readonly accountId: Id;
  readonly proposalId: Id;
  readonly currency: string;
  readonly itemId: Id;
  readonly interest: bigint;
  readonly fees: bigint;
  readonly items: readonly string[];
};

/** True when the charges of the step were booked in this currency before. */
export async function isBooked(db: Queries, proposalId: Id, currency: string): Promise<boolean> {
  const row = await db.maybe(sql<{ booked: boolean }>`
    select true as booked
      from strategies.booked_charge b
     where b.proposal_id = ${proposalId}
       and b.currency = ${currency}`);
  return row !== undefined;
}

/** Keeps what was booked, and up to which day the interest of each debt was. */
export async function insertBooked(
  { tx, at }: Context,
  on: Day,
  booked: BookedCharge,
): Promise<void> {
  await tx.run(sql`
    insert into strategies.booked_charge (account_id, proposal_id, currency, item_id,
                                          interest_minor, fees_minor, recorded_at)
    values (${booked.accountId}, ${booked.proposalId}, ${booked.currency}, ${booked.itemId},
            ${booked.interest}, ${booked.fees}, ${at})`);
  await tx.run(sql`
    insert into strategies.booked_interest (account_id, item_id, to_on, proposal_id)
    select ${booked.accountId}, u.item_id, ${on}, ${booked.proposalId}
      from unnest(${booked.items}::uuid[]) as u (item_id)
        on conflict do nothing`);
}

export async function insertAccountEvent(
  { tx, at }: Context,
  {
    accountId,
    eventId,
    event,
    on,
  }: {
    readonly accountId: Id;
    readonly eventId: Id;
    readonly event: string;
    readonly on: Day;
  },
): Promise<void> {
  await tx.run(sql`
    insert into strategies.account_event (account_id, event_id, event, on_day, recorded_at)
    values (${accountId}, ${eventId}, ${event}, ${on}, ${at})
        on conflict do nothing`);
}
