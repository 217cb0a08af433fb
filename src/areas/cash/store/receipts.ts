/**
 * Receipts as they were written down, and where each stands.
 *
 * The fact is inserted once; `receipt_now` moves beside whatever happened to it, in the same
 * transaction. Whoever changes where a receipt stands locks its row first.
 */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Arrived, Band, Method, ReceiptState } from '../rules/receipts/receipt.ts';
import { type StoredRow, readRemittance, writeRemittance } from './remittance-rows.ts';

export type ReceiptSource = 'keyboard' | 'paste' | 'bank' | 'lockbox' | 'card' | 'portal';

export type NewReceipt = Arrived & {
  readonly receiptId: Id;
  readonly companyId: Id;
  readonly batchId: Id | null;
  readonly lineId: Id | null;
  readonly source: ReceiptSource;
  readonly bankAccountId: Id | null;
  /** The journal's word for the bank account. */
  readonly bank: string | null;
  readonly state: 'entered' | 'unposted' | 'awaiting';
};

/** Writes receipts down, each with where it stands. */
export async function insertReceipts(
  context: Context,
  receipts: readonly NewReceipt[],
): Promise<void> {
  if (receipts.length === 0) return;
  const { tx, at, actor } = context;
  await Promise.all([
    tx.copyIn(
      `cash.receipt (receipt_id, company_id, batch_id, line_id, method, source, currency,
        amount_minor, received_on, bank_account_id, bank, payer_name, payer_account, check_number,
        reference, said, refs, remittance, stated_account, recorded_at, actor)`,
      receipts.map((each) => [
        each.receiptId,
        each.companyId,
        each.batchId,
        each.lineId,
        each.method,
        each.source,
        each.amount.currency,
        each.amount.minor,
        each.receivedOn,
        each.bankAccountId,
        each.bank,
        each.payerName,
        each.payerAccount,
        each.checkNumber,
        each.reference,
        each.said,
        pgArray(each.refs),
        writeRemittance(each.remittance),
        each.statedAccount,
        at,
        actor.ref,
      ]),
    ),
    tx.copyIn(
      'cash.receipt_now (receipt_id, state, likely_account, changed_at)',
      receipts.map((each) => [each.receiptId, each.state, each.statedAccount, at]),
    ),
  ]);
}

/** A list of texts as PostgreSQL writes one. */
function pgArray(texts: readonly string[]): string {
  const quoted = texts.map((text) => `"${text.replace(/[\\"]/gu, (mark) => `\\${mark}`)}"`);
  return `{${quoted.join(',')}}`;
}

/** A receipt with where it stands. */
export type StandingReceipt = Arrived & {
  readonly receiptId: Id;
  readonly companyId: Id;
  readonly batchId: Id | null;
  readonly source: ReceiptSource;
  readonly bank: string | null;
  readonly state: ReceiptState;
  readonly decisionId: Id | null;
};

type ReceiptRow = {
  receipt_id: string;
  company_id: string;
  batch_id: string | null;
  source: ReceiptSource;
  method: Method;
  currency: string;
  amount_minor: bigint;
  received_on: string;
  bank: string | null;
  payer_name: string;
  payer_account: string;
  check_number: string;
  reference: string;
  said: string;
  refs: string[];
  remittance: readonly StoredRow[];
  stated_account: string | null;
  state: ReceiptState;
  decision_id: string | null;
};

const selectReceipts = (condition: Sql, lock: Sql = sql``): Sql<ReceiptRow> => sql<ReceiptRow>`
    select r.receipt_id, r.company_id, r.batch_id, r.source, r.method, r.currency, r.amount_minor,
           r.received_on, r.bank, r.payer_name, r.payer_account, r.check_number, r.reference,
           r.said, r.refs, r.remittance || coalesce(u.rows, '[]') as remittance, r.stated_account,
           n.state, n.decision_id
      from cash.receipt_now n
      join cash.receipt r on r.receipt_id = n.receipt_id
      left join lateral (select jsonb_agg(e.value) as rows
                           from cash.remittance_use u, jsonb_array_elements(u.rows) e
                          where u.receipt_id = r.receipt_id) u on true
     where ${condition}
     order by r.received_on, r.receipt_id
     ${lock}`;

/** Locks receipts until the transaction ends, in one order; those not there are left out. */
export async function lockReceipts(
  tx: Tx,
  receiptIds: readonly Id[],
): Promise<Map<Id, StandingReceipt>> {
  const rows = await tx.all(
    selectReceipts(sql`n.receipt_id = any(${receiptIds})`, sql`for update of n`),
  );
  return new Map(rows.map((row) => [id(row.receipt_id), standing(row)]));
}

/** One worker at a time matches a company's receipts. */
export async function lockMatching(tx: Tx, companyId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.match ${companyId}`}, 0))`);
}

/** One receipt, locked; undefined when there is none. */
export async function lockReceipt(tx: Tx, receiptId: Id): Promise<StandingReceipt | undefined> {
  return (await lockReceipts(tx, [receiptId])).get(receiptId);
}

/**
 * Receipts of a company that wait to be decided, the oldest first, locked. Those that another
 * worker has in hand are left to it. Payments of claims are posted claim by claim.
 */
export async function takeWaiting(
  tx: Tx,
  companyId: Id,
  receiptIds: readonly Id[] | 'all',
  atMost: number,
): Promise<StandingReceipt[]> {
  const named = receiptIds === 'all' ? sql`true` : sql`n.receipt_id = any(${receiptIds})`;
  const rows = await tx.all(
    selectReceipts(
      sql`n.state in ('unposted', 'reopened') and r.company_id = ${companyId} and ${named}
       and not exists (select
                         from cash.remittance_use c
                        where c.receipt_id = r.receipt_id
                          and c.claims)`,
      sql`limit ${atMost} for update of n skip locked`,
    ),
  );
  return rows.map(standing);
}

/** The receipts of a batch, without those that were withdrawn, locked. */
export async function lockReceiptsOfBatch(tx: Tx, batchId: Id): Promise<StandingReceipt[]> {
  const rows = await tx.all(
    selectReceipts(sql`r.batch_id = ${batchId} and n.state <> 'withdrawn'`, sql`for update of n`),
  );
  return rows.map(standing);
}

/** One receipt as it stands; undefined when there is none. */
export async function receiptById(
  db: Queries,
  receiptId: Id,
): Promise<StandingReceipt | undefined> {
  const row = await db.maybe(selectReceipts(sql`n.receipt_id = ${receiptId}`));
  return row && standing(row);
}

function standing(row: ReceiptRow): StandingReceipt {
  return {
    receiptId: id(row.receipt_id),
    companyId: id(row.company_id),
    batchId: row.batch_id === null ? null : id(row.batch_id),
    source: row.source,
    method: row.method,
    amount: money(row.amount_minor, row.currency),
    receivedOn: day(row.received_on),
    bank: row.bank,
    payerName: row.payer_name,
    payerAccount: row.payer_account,
    checkNumber: row.check_number,
    reference: row.reference,
    said: row.said,
    refs: row.refs,
    remittance: readRemittance(row.remittance),
    statedAccount: row.stated_account === null ? null : id(row.stated_account),
    state: row.state,
    decisionId: row.decision_id === null ? null : id(row.decision_id),
  };
}

/** Moves receipts to where they stand from now on. */
export async function moveReceipts(
  { tx, at }: Context,
  receiptIds: readonly Id[],
  state: ReceiptState,
): Promise<void> {
  await tx.run(sql`
    update cash.receipt_now
       set state = ${state}, changed_at = ${at}
     where receipt_id = any(${receiptIds})`);
}

export type Thought = {
  readonly receiptId: Id;
  readonly band: Band;
  readonly likelyAccount: Id | null;
  readonly confidenceBps: number;
  readonly decisionId: Id;
};

/** Notes what is thought of receipts that wait. */
export async function noteThoughts(
  { tx, at }: Context,
  thoughts: readonly Thought[],
): Promise<void> {
  if (thoughts.length === 0) return;
  await tx.run(sql`
    update cash.receipt_now n
       set band = t.band, likely_account = coalesce(t.likely_account, n.likely_account),
           confidence_bps = t.confidence_bps, decision_id = t.decision_id, changed_at = ${at}
      from unnest(${thoughts.map((each) => each.receiptId)}::uuid[],
                  ${thoughts.map((each) => each.band)}::text[],
                  ${thoughts.map((each) => each.likelyAccount)}::uuid[],
                  ${thoughts.map((each) => each.confidenceBps)}::integer[],
                  ${thoughts.map((each) => each.decisionId)}::uuid[])
           as t (receipt_id, band, likely_account, confidence_bps, decision_id)
     where n.receipt_id = t.receipt_id`);
}

/** Says for what a receipt waits, such as an answer of its payer, and until when. */
export async function waitFor(
  { tx, at }: Context,
  receiptId: Id,
  wait: { readonly for: string | null; readonly until: string | null },
): Promise<void> {
  await tx.run(sql`
    update cash.receipt_now
       set waits_for = ${wait.for}, waits_until = ${wait.until}, changed_at = ${at}
     where receipt_id = ${receiptId}`);
}
