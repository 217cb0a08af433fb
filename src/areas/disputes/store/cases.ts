/** Disputes that people opened: the case, the items that it contests, and what is open of them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CaseState } from '../rules/case-life.ts';
import type { Contestable, DisputePart, DisputeReason } from '../rules/case.ts';

/** What stands of these items now; one that is closed or another account's is left out. */
export async function contestable(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<Map<Id, Contestable>> {
  const rows = await db.all(sql<{
    item_id: string;
    number: string;
    currency: string;
    open_minor: bigint;
    disputed_minor: bigint;
  }>`
    select i.item_id, i.number, i.currency, i.open_minor,
           disputes.contested(d.item_id, d.amount_minor, i.open_minor) as disputed_minor
      from ledger.item_card i
      left join disputes.open_amount d on d.account_id = i.account_id and d.item_id = i.item_id
     where i.account_id = ${accountId}
       and i.item_id = any(${itemIds}::uuid[])
       and i.side = 1
       and i.open_minor > 0`);
  return new Map(
    rows.map((row) => [
      id(row.item_id),
      {
        itemId: id(row.item_id),
        number: row.number,
        open: money(row.open_minor, row.currency),
        disputed: money(row.disputed_minor, row.currency),
      },
    ]),
  );
}

export type NewCase = {
  readonly accountId: Id;
  readonly caseId: Id;
  readonly reason: DisputeReason;
  readonly part: DisputePart;
  readonly note: string;
  readonly saidBy: string;
  readonly ownerId: Id | null;
  readonly answerBy: Day;
  readonly origin: 'said' | 'deduction' | 'brought';
};

/** What was said when the case was opened; it never changes. */
export async function insertCase({ tx, at, actor }: Context, made: NewCase): Promise<void> {
  await tx.run(sql`
    insert into disputes.dispute_case (account_id, case_id, reason, part, note, said_by, owner_id,
                                       answer_by, recorded_at, actor, origin)
    values (${made.accountId}, ${made.caseId}, ${made.reason}, ${made.part}, ${made.note},
            ${made.saidBy}, ${made.ownerId}, ${made.answerBy}, ${at}, ${actor.ref},
            ${made.origin})`);
}

/** Who collects from the account: coordinates its cases; null while nobody does. */
export async function ownerOfAccount(db: Queries, accountId: Id): Promise<Id | null> {
  const row = await db.maybe(sql<{ owner_id: string | null }>`
    select owner_id
      from customers.account_card
     where account_id = ${accountId}`);
  const owner = row?.owner_id ?? null;
  return owner === null ? null : id(owner);
}

export type OpenDispute = {
  readonly disputeId: Id;
  readonly caseId: Id | null;
  readonly itemId: Id;
  readonly number: string;
  /** Null: the whole of it, as an outside system said. */
  readonly amount: Money | null;
  readonly currency: string;
  readonly reason: string;
  readonly part: DisputePart | null;
  readonly openedOn: Day;
  readonly saidBy: string | null;
  readonly note: string | null;
  readonly owner: string | null;
  readonly answerBy: Day | null;
  readonly state: CaseState | null;
};

/** What is contested on an account now, also what outside systems brought; the oldest first. */
export async function openDisputesOf(db: Queries, accountId: Id): Promise<OpenDispute[]> {
  const rows = await db.all(sql<{
    dispute_id: string;
    case_id: string | null;
    item_id: string;
    number: string;
    currency: string;
    amount_minor: bigint | null;
    reason: string;
    part: DisputePart | null;
    effective_on: string;
    said_by: string | null;
    note: string | null;
    owner: string | null;
    answer_by: string | null;
    state: CaseState | null;
  }>`
    select d.dispute_id, d.case_id, d.item_id, i.number, i.currency, d.amount_minor, d.reason,
           d.part, d.effective_on, d.said_by, d.note, p.name as owner, d.answer_by, d.state
      from disputes.dispute_card d
      join ledger.item_card i on i.account_id = d.account_id and i.item_id = d.item_id
      left join team.person p on p.member_id = d.owner_id
     where d.account_id = ${accountId}
     order by d.effective_on, d.dispute_id`);
  return rows.map((row) => ({
    disputeId: id(row.dispute_id),
    caseId: row.case_id === null ? null : id(row.case_id),
    itemId: id(row.item_id),
    number: row.number,
    amount: row.amount_minor === null ? null : money(row.amount_minor, row.currency),
    currency: row.currency,
    reason: row.reason,
    part: row.part,
    openedOn: day(row.effective_on),
    saidBy: row.said_by,
    note: row.note,
    owner: row.owner,
    answerBy: row.answer_by === null ? null : day(row.answer_by),
    state: row.state,
  }));
}

/** Has the account a case that goes on, or one that ended because it was paid? */
export async function hasCases(db: Queries, accountId: Id): Promise<boolean> {
  const { has } = await db.one(sql<{ has: boolean }>`
    select exists (select
                     from disputes.case_now
                    where account_id = ${accountId}
                      and (state <> 'closed' or closed_how = 'cleared')) as has`);
  return has;
}

/** How often a case was credited before: its next credit memo has a number of its own. */
export async function creditsBefore(
  db: Queries,
  { accountId, caseId }: { readonly accountId: Id; readonly caseId: Id },
): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*)
      from disputes.case_event
     where account_id = ${accountId}
       and case_id    = ${caseId}
       and kind       = 'credited'`);
  return Number(count);
}

/** Is there a document of this number that the account owes? */
export async function itemNumbered(db: Queries, accountId: Id, number: string): Promise<boolean> {
  const { known } = await db.one(sql<{ known: boolean }>`
    select exists (select
                     from ledger.item_card
                    where account_id = ${accountId}
                      and number     = ${number}
                      and side       = 1) as known`);
  return known;
}

/** The company as the customers know it. */
export async function companyName(db: Queries, accountId: Id): Promise<string> {
  const { company_name: name } = await db.one(sql<{ company_name: string }>`
    select company_name
      from customers.account_card
     where account_id = ${accountId}`);
  return name;
}

export async function customerName(db: Queries, accountId: Id): Promise<string> {
  const { name } = await db.one(sql<{ name: string }>`
    select coalesce(name, account) as name
      from customers.account_card
     where account_id = ${accountId}`);
  return name;
}
