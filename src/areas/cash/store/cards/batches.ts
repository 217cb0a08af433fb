/** Card batches with everything that is known of them, and what banks show for them. */
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import {
  type BatchFigures,
  type CardDeposit,
  type CardPair,
  type CardPolicy,
  type Gap,
  figuresOf,
  gapsOf,
  uncaptured,
} from '../../rules/cards/batch.ts';
import { depositOf } from '../../rules/cards/settling.ts';
import {
  type CardReceipt,
  type SettledLine,
  cardReceipts,
  pairsOf,
  settledLines,
} from '../closing/captures.ts';

/** How far back batches are shown, in days. */
const shownDays = 60;

export type BankCardDeposit = CardDeposit & {
  readonly currency: string;
  readonly bankAccountId: Id;
  readonly cashAccount: string;
};

export type CardBatch = {
  readonly processor: string;
  readonly batch: string;
  readonly currency: Currency;
  readonly on: Day;
  readonly lines: readonly SettledLine[];
  readonly figures: BatchFigures;
  readonly pairs: readonly CardPair[];
  readonly deposit: BankCardDeposit | null;
  readonly settled: boolean;
  readonly gaps: readonly Gap[];
};

export type CardState = {
  readonly batches: readonly CardBatch[];
  /** What we posted and no processor has captured. */
  readonly loose: readonly (Gap & { readonly currency: string; readonly who: string })[];
};

/** Every batch of the last weeks, the newest first. */
export async function cardState(
  db: Queries,
  companyId: Id,
  today: Day,
  policy: CardPolicy,
): Promise<CardState> {
  const stretch = { from: plusDays(today, -shownDays), to: today };
  const lines = await settledLines(db, companyId, stretch);
  const receipts = await cardReceipts(db, companyId, stretch);
  const pairs = await pairsOf(db, companyId, { lines, receipts }, policy);
  const deposits = await cardDeposits(db, companyId, stretch.from);
  const settled = await settledBatches(db, companyId);
  const groups = Map.groupBy(lines, (line) => keyOf(line));
  const taken = new Set(settled.values());
  const batches = [...groups].map(([key, own]) => {
    const known = settled.get(key);
    const free = deposits.filter(({ lineId }) => !taken.has(lineId) || lineId === known);
    return batchOf(own, { pairs, deposits: free, known }, today, policy);
  });
  return {
    batches: batches.toSorted((a, b) => b.on.localeCompare(a.on)),
    loose: looseOf(receipts, pairs, today, policy),
  };
}

type Around = {
  readonly pairs: readonly CardPair[];
  readonly deposits: readonly BankCardDeposit[];
  /** The bank's line that it was settled with. */
  readonly known: Id | undefined;
};

function batchOf(
  own: readonly SettledLine[],
  { pairs, deposits, known }: Around,
  today: Day,
  policy: CardPolicy,
): CardBatch {
  const [first] = own;
  if (!first) throw new Error('a batch without lines');
  const { processor, batch } = first;
  const code = currency(first.currency);
  const on = own.map((line) => line.on).reduce((a, b) => (a > b ? a : b));
  const figures = figuresOf(own);
  const same = deposits.filter((each) => each.currency === code);
  const found = depositOf(figures.expected, on, same, policy);
  const lineId = known ?? found?.lineId;
  const deposit = same.find((each) => each.lineId === lineId) ?? null;
  const ids = new Set(own.map((line) => line.lineId));
  const paired = pairs.filter((pair) => ids.has(pair.lineId));
  const settled = known !== undefined;
  const gaps = gapsOf({ on, lines: own, pairs: paired, deposit, settled }, today, policy);
  return {
    processor,
    batch,
    currency: code,
    on,
    lines: own,
    figures,
    pairs: paired,
    deposit,
    settled,
    gaps,
  };
}

function looseOf(
  receipts: readonly CardReceipt[],
  pairs: readonly CardPair[],
  today: Day,
  policy: CardPolicy,
): CardState['loose'] {
  const by = new Map(receipts.map((each) => [each.receiptId, each]));
  return uncaptured(receipts, pairs, today, policy).flatMap((gap) => {
    const receipt = gap.id === null ? undefined : by.get(gap.id);
    return receipt ? [{ ...gap, currency: receipt.currency, who: receipt.who }] : [];
  });
}

/** What names a batch within a company. */
export function keyOf(batch: {
  readonly processor: string;
  readonly batch: string;
  readonly currency: string;
}): string {
  return `${batch.processor} ${batch.batch} ${batch.currency}`;
}

/** Card money that banks show and no receipt or batch has used. */
async function cardDeposits(db: Queries, companyId: Id, from: Day): Promise<BankCardDeposit[]> {
  const rows = await db.all(sql<{
    line_id: string;
    booked_on: string;
    amount_minor: bigint;
    currency: string;
    bank_account_id: string;
    cash_account: string;
  }>`
    select l.line_id, l.booked_on, l.amount_minor, l.currency, l.bank_account_id, b.cash_account
      from bank_files.line_card l
      join bank_files.bank_account_card b on b.bank_account_id = l.bank_account_id
     where l.company_id = ${companyId}
       and l.status     = 'booked'
       and l.booked_on >= ${from}
       and (l.used_by is null
            or exists (select from cash.card_settlement s where s.line_id = l.line_id))
     order by l.booked_on, l.line_id`);
  return rows.map((row) => ({
    lineId: id(row.line_id),
    on: day(row.booked_on),
    amount: row.amount_minor,
    currency: row.currency,
    bankAccountId: id(row.bank_account_id),
    cashAccount: row.cash_account,
  }));
}

/** Batches that are booked, with the bank's line of each. */
async function settledBatches(db: Queries, companyId: Id): Promise<Map<string, Id>> {
  const rows = await db.all(sql<{
    processor: string;
    batch: string;
    currency: string;
    line_id: string;
  }>`
    select processor, batch, currency, line_id
      from cash.card_settlement
     where company_id = ${companyId}`);
  return new Map(rows.map((row) => [keyOf(row), id(row.line_id)]));
}

export async function insertSettlement(
  { tx, at, actor, newId }: Context,
  companyId: Id,
  { processor, batch, currency: code, figures, pairs, deposit }: CardBatch,
  entryId: Id,
): Promise<void> {
  await tx.run(sql`
    insert into cash.card_settlement (settlement_id, company_id, processor, batch, currency,
                                      settled_on, line_id, entry_id, net_minor, fee_minor,
                                      recorded_at, actor)
    values (${newId()}, ${companyId}, ${processor}, ${batch}, ${code}, ${deposit?.on},
            ${deposit?.lineId}, ${entryId}, ${figures.expected.toString()},
            ${figures.fees.toString()}, ${at}, ${actor.ref})`);
  await tx.run(sql`
    insert into cash.card_pair (settlement_line_id, receipt_id, company_id, recorded_at, actor)
    select p.line_id, p.receipt_id, ${companyId}, ${at}, ${actor.ref}
      from unnest(${pairs.map(({ lineId }) => lineId)}::uuid[],
                  ${pairs.map(({ receiptId }) => receiptId)}::uuid[]) as p (line_id, receipt_id)
        on conflict do nothing`);
}
