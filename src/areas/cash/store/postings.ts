/** What receipts became in the ledger, what each posting paid, and what people changed later. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

/** `typed`: named at the keyboard; `accepted`: a proposal; `person`: laid out by hand. */
export type HowPosted = 'typed' | 'engine' | 'accepted' | 'person';

export type NewPosting = {
  readonly accountId: Id;
  readonly receiptId: Id;
  readonly entryId: Id;
  readonly itemId: Id;
  readonly how: HowPosted;
  readonly decisionId: Id | null;
  /** Which of the decision's proposals it was, from 1. */
  readonly rank: number | null;
  /** What the banks took on the way, which we bear. */
  readonly fee: bigint;
  readonly lines: readonly PostedLine[];
};

export type PostedLine = {
  readonly accountId: Id;
  readonly itemId: Id;
  /** The credit of its account that pays it: the receipt, or what was transferred of it. */
  readonly creditItemId: Id;
  readonly amount: bigint;
  readonly discount: bigint;
  readonly short: bigint;
  readonly shortReason: string | null;
};

/** Writes postings with their lines. */
export async function insertPostings(
  context: Context,
  postings: readonly NewPosting[],
): Promise<void> {
  const { tx, at, actor, reason } = context;
  const made = postings.map((posting) => ({ ...posting, postingId: context.newId() }));
  await tx.copyIn(
    `cash.posting (account_id, posting_id, receipt_id, entry_id, item_id, how, decision_id, rank,
      fee_minor, recorded_at, actor, reason)`,
    made.map((each) => [
      each.accountId,
      each.postingId,
      each.receiptId,
      each.entryId,
      each.itemId,
      each.how,
      each.decisionId,
      each.rank,
      each.fee,
      at,
      actor.ref,
      reason,
    ]),
  );
  await insertPostedLines(
    tx,
    made.flatMap(({ postingId, lines }) => lines.map((line) => ({ ...line, postingId }))),
  );
}

/** Lines of one posting or of thousands, in one go. */
async function insertPostedLines(
  tx: Tx,
  lines: readonly (PostedLine & { readonly postingId: Id })[],
): Promise<void> {
  await tx.copyIn(
    `cash.posted_line (account_id, posting_id, item_id, credit_item_id, amount_minor,
      discount_minor, short_minor, short_reason)`,
    lines.map((line) => [
      line.accountId,
      line.postingId,
      line.itemId,
      line.creditItemId,
      line.amount,
      line.discount,
      line.short,
      line.shortReason,
    ]),
  );
}

/** Lines that a receipt pays later, which had stood on account; an item paid before stays. */
export async function addPostedLines(
  { tx }: Context,
  receiptId: Id,
  lines: readonly PostedLine[],
): Promise<void> {
  const rows = await tx.all(sql<{ posting_id: string; item_id: string | null }>`
    select p.posting_id, l.item_id
      from cash.posting p
      left join cash.posted_line l on l.posting_id = p.posting_id
     where p.receipt_id = ${receiptId}`);
  const [posting] = rows;
  if (!posting) throw new Error(`receipt ${receiptId} has no posting`);
  const known = new Set(rows.map((row) => row.item_id));
  const postingId = id(posting.posting_id);
  const fresh = lines.filter(({ itemId }) => !known.has(itemId));
  await insertPostedLines(
    tx,
    fresh.map((line) => ({ ...line, postingId })),
  );
}

/** Where a receipt stands in the ledger. */
export type Posted = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly receiptId: Id;
  readonly fee: bigint;
};

/** The ledger's credits of these receipts. */
export async function postingsOf(db: Queries, receiptIds: readonly Id[]): Promise<Map<Id, Posted>> {
  const rows = await db.all(sql<{
    receipt_id: string;
    account_id: string;
    item_id: string;
    fee_minor: bigint;
  }>`
    select receipt_id, account_id, item_id, fee_minor
      from cash.posting
     where receipt_id = any(${receiptIds})`);
  return new Map(
    rows.map((row) => [
      id(row.receipt_id),
      {
        receiptId: id(row.receipt_id),
        accountId: id(row.account_id),
        itemId: id(row.item_id),
        fee: row.fee_minor,
      },
    ]),
  );
}

/** Credits of other accounts that hold money of this receipt, with what went there. */
export async function sentElsewhere(
  db: Queries,
  receiptId: Id,
): Promise<{ accountId: Id; creditItemId: Id }[]> {
  const rows = await db.all(sql<{ account_id: string; credit_item_id: string }>`
    select distinct l.account_id, l.credit_item_id
      from cash.posting p
      join cash.posted_line l on l.posting_id = p.posting_id
     where p.receipt_id = ${receiptId}
       and l.account_id <> p.account_id
     order by l.account_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    creditItemId: id(row.credit_item_id),
  }));
}

/** The receipt behind a credit of an account; undefined when it came another way. */
export async function receiptBehind(
  db: Queries,
  accountId: Id,
  itemId: Id,
): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ receipt_id: string }>`
    select receipt_id
      from cash.posting
     where account_id = ${accountId}
       and item_id    = ${itemId}`);
  return row && id(row.receipt_id);
}

export type Correction = {
  readonly accountId: Id;
  readonly receiptId: Id | null;
  readonly kind: 'unapplied' | 'moved' | 'transferred' | 'returned' | 'reversed';
  readonly creditItemId: Id;
  readonly itemId: Id | null;
  readonly amount: bigint;
  /** The posting had been wrong; the bank's returns are nobody's fault. */
  readonly fault: boolean;
};

/** Notes what was changed of earlier postings. */
export async function insertCorrections(
  context: Context,
  corrections: readonly Correction[],
): Promise<void> {
  const { tx, at, actor, reason } = context;
  await tx.copyIn(
    `cash.correction (account_id, correction_id, receipt_id, kind, credit_item_id, item_id,
      amount_minor, fault, recorded_at, actor, reason)`,
    corrections.map((each) => [
      each.accountId,
      context.newId(),
      each.receiptId,
      each.kind,
      each.creditItemId,
      each.itemId,
      each.amount,
      each.fault,
      at,
      actor.ref,
      reason,
    ]),
  );
}

/** Did the bank report already that it took this receipt back? */
export async function hasReturnLink(db: Queries, returnedId: Id): Promise<boolean> {
  const { linked } = await db.one(sql<{ linked: boolean }>`
    select exists (select
                     from cash.return_link
                    where returned_id = ${returnedId}) as linked`);
  return linked;
}

/** Joins a return of the bank with the receipt that it took back. */
export async function insertReturnLink(
  { tx, at, actor }: Context,
  receiptId: Id,
  returnedId: Id,
): Promise<void> {
  await tx.run(sql`
    insert into cash.return_link (receipt_id, returned_id, recorded_at, actor)
    values (${receiptId}, ${returnedId}, ${at}, ${actor.ref})`);
}
