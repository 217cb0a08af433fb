/** Card captures around a day and the receipts that they may be, for pairing. */
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import {
  type CardLine,
  type CardPair,
  type CardPolicy,
  type CardPosting,
  pairPostings,
} from '../../rules/cards/batch.ts';

export type Stretch = { readonly from: Day; readonly to: Day };
/** Of one processor's report, one currency. */
export type SettledLine = CardLine & {
  readonly processor: string;
  readonly batch: string;
  readonly currency: string;
};

/** What processors reported of these days; a line without a batch is of its day's batch. */
export async function settledLines(
  db: Queries,
  companyId: Id,
  { from, to }: Stretch,
): Promise<SettledLine[]> {
  const rows = await db.all(sql<{
    line_id: string;
    kind: CardLine['kind'];
    settled_on: string;
    gross_minor: bigint;
    fee_minor: bigint;
    net_minor: bigint;
    reference: string;
    last4: string;
    processor: string;
    batch: string;
    currency: string;
  }>`
    select settlement_line_id as line_id, kind, settled_on, gross_minor, fee_minor, net_minor,
           coalesce(nullif(reference, ''), external_id) as reference, coalesce(last4, '') as last4,
           processor, coalesce(nullif(batch, ''), settled_on::text) as batch, currency
      from bank_files.settlement_card
     where company_id = ${companyId}
       and settled_on between ${from} and ${to}
     order by settled_on, processor, batch, record`);
  return rows.map((row) => ({
    lineId: id(row.line_id),
    kind: row.kind,
    on: day(row.settled_on),
    gross: row.gross_minor,
    fee: row.fee_minor,
    net: row.net_minor,
    reference: row.reference,
    last4: row.last4,
    processor: row.processor,
    batch: row.batch,
    currency: row.currency,
  }));
}

export type CardReceipt = CardPosting & { readonly currency: string; readonly who: string };

/** Card and portal receipts of these days that no line of a file brought. */
export async function cardReceipts(
  db: Queries,
  companyId: Id,
  { from, to }: Stretch,
): Promise<CardReceipt[]> {
  const rows = await db.all(sql<{
    receipt_id: string;
    received_on: string;
    amount_minor: bigint;
    currency: string;
    reference: string;
    who: string;
  }>`
    select r.receipt_id, r.received_on, r.amount_minor, r.currency, r.reference,
           coalesce(nullif(r.payer_name, ''), r.reference) as who
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
     where r.company_id = ${companyId}
       and r.method in ('card', 'portal')
       and r.line_id is null
       and r.received_on between ${from} and ${to}
       and n.state not in ('withdrawn', 'reversed')
     order by r.received_on, r.receipt_id`);
  return rows.map((row) => ({
    receiptId: id(row.receipt_id),
    on: day(row.received_on),
    amount: row.amount_minor,
    currency: row.currency,
    reference: row.reference,
    who: row.who,
  }));
}

/** Pairs that a person made or a settlement kept. */
async function keptPairs(
  db: Queries,
  companyId: Id,
  receiptIds: readonly Id[],
): Promise<CardPair[]> {
  const rows = await db.all(sql<{ settlement_line_id: string; receipt_id: string }>`
    select settlement_line_id, receipt_id
      from cash.card_pair
     where company_id = ${companyId}
       and receipt_id = any(${receiptIds}::uuid[])`);
  return rows.map((row) => ({ lineId: id(row.settlement_line_id), receiptId: id(row.receipt_id) }));
}

/** Which capture is which receipt: those kept, then those that cannot be otherwise. */
export async function pairsOf(
  db: Queries,
  companyId: Id,
  sides: { readonly lines: readonly SettledLine[]; readonly receipts: readonly CardReceipt[] },
  policy: CardPolicy,
): Promise<CardPair[]> {
  const { lines, receipts } = sides;
  const kept = await keptPairs(
    db,
    companyId,
    receipts.map(({ receiptId }) => receiptId),
  );
  const takenLines = new Set(kept.map(({ lineId }) => lineId));
  const takenReceipts = new Set(kept.map(({ receiptId }) => receiptId));
  const currencies = [...new Set(lines.map((line) => line.currency))];
  const found = currencies.flatMap((code) =>
    pairPostings(
      lines.filter((line) => line.currency === code && !takenLines.has(line.lineId)),
      receipts.filter((each) => each.currency === code && !takenReceipts.has(each.receiptId)),
      policy,
    ),
  );
  return [...kept, ...found];
}

/** What processors captured of the day's card receipts. */
export async function capturedOn(
  db: Queries,
  companyId: Id,
  on: Day,
  policy: CardPolicy,
): Promise<Map<Id, bigint>> {
  const around = { from: plusDays(on, -policy.lagDays), to: plusDays(on, 2 * policy.lagDays) };
  const lines = await settledLines(db, companyId, around);
  if (lines.length === 0) return new Map();
  const receipts = await cardReceipts(db, companyId, around);
  const pairs = await pairsOf(db, companyId, { lines, receipts }, policy);
  const gross = new Map(lines.map((line) => [line.lineId, line.gross]));
  return new Map(
    pairs.flatMap(({ lineId, receiptId }) => {
      const amount = gross.get(lineId);
      return amount === undefined ? [] : [[receiptId, amount] as const];
    }),
  );
}
