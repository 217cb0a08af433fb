/**
 * Splits a credit of many payments into its receipts, once, by what named them: remittances that
 * came in another file, a list of single payments, or a person.
 *
 * The parts come to the credit to the cent; the credit itself is never posted afterwards.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { RemittanceRow } from '../../rules/matching/model.ts';
import { type Bulk, detailsOf } from '../../rules/receipts/bulk.ts';
import { type StateRefusal, mustWaitAlone } from '../../rules/receipts/receipt.ts';
import { type LooseRemittance, looseRemittances } from '../../store/bank-lines.ts';
import { accountsByNumber } from '../../store/items.ts';
import {
  type NewReceipt,
  type StandingReceipt,
  insertReceipts,
  lockReceipt,
  lockReceipts,
  moveReceipts,
} from '../../store/receipts.ts';
import { type Split, arrivalOf, bulksWaiting, insertSplit } from '../../store/splits.ts';
import { useRemittance } from '../place-remittances.ts';
import { endHolding } from './await-details.ts';

/** Answers how many receipts came of it. The caller holds the lock of the company's intake. */
export async function splitByRemittances(context: Context, companyId: Id): Promise<number> {
  const { tx } = context;
  const loose = await looseRemittances(tx, companyId);
  if (loose.length === 0) return 0;
  const found = foundFor(await bulksWaiting(tx, companyId), loose);
  if (found.length === 0) return 0;
  const standing = await lockReceipts(
    tx,
    found.map(({ bulk }) => bulk.receiptId),
  );
  let count = 0;
  for (const { bulk, details } of found) {
    const receipt = standing.get(bulk.receiptId);
    // Somebody may have posted it before it was locked; its details stay loose.
    if (receipt?.state !== 'awaiting' && receipt?.state !== 'unposted') continue;
    count += await splitInto(context, receipt, details);
  }
  return count;
}

type Found = { readonly bulk: Bulk; readonly details: readonly LooseRemittance[] };

/** Each list splits one credit. */
function foundFor(bulks: readonly Bulk[], loose: readonly LooseRemittance[]): Found[] {
  let left = loose;
  return bulks.flatMap((bulk) => {
    const details = detailsOf(bulk, bulks, left);
    if (!details) return [];
    left = left.filter((each) => !details.includes(each));
    return [{ bulk, details }];
  });
}

async function splitInto(
  context: Context,
  bulk: StandingReceipt,
  details: readonly LooseRemittance[],
): Promise<number> {
  const [only] = details;
  if (only && details.length === 1) {
    // One payer paid all of it: a payment as any, with its remittance.
    await useRemittance(context, only, bulk.receiptId);
    await moveReceipts(context, [bulk.receiptId], 'unposted');
    await endHolding(context, bulk.receiptId, 'met');
    return 1;
  }
  const parts = details.map(({ payerName, paymentReference, total }) => ({
    payerName,
    reference: paymentReference,
    amount: { minor: total ?? 0n, currency: bulk.amount.currency },
  }));
  const made = await insertParts(context, bulk, parts);
  for (const [index, receiptId] of made.entries()) {
    const detail = details[index];
    if (detail) await useRemittance(context, detail, receiptId);
  }
  await recordSplit(context, bulk, { bulkId: bulk.receiptId, how: 'remittances', parts: made });
  return made.length;
}

export type Part = {
  readonly payerName: string;
  readonly reference: string;
  readonly amount: Money;
  readonly remittance?: readonly RemittanceRow[];
  /** Number of the account that pays, where a person knows it. */
  readonly account?: string;
};

type Placed = Part & { readonly statedAccount?: Id | null };

async function insertParts(
  context: Context,
  bulk: StandingReceipt,
  parts: readonly Placed[],
): Promise<Id[]> {
  const arrival = await arrivalOf(context.tx, bulk.receiptId);
  const made = parts.map(({ remittance = [], statedAccount = null, ...part }): NewReceipt => ({
    ...arrival,
    payerName: part.payerName,
    reference: part.reference,
    amount: part.amount,
    receiptId: context.newId(),
    companyId: bulk.companyId,
    batchId: null,
    lineId: null,
    source: bulk.source,
    state: 'unposted',
    method: bulk.method,
    receivedOn: bulk.receivedOn,
    payerAccount: '',
    checkNumber: '',
    said: bulk.said,
    refs: [],
    remittance,
    statedAccount,
  }));
  await insertReceipts(context, made);
  return made.map(({ receiptId }) => receiptId);
}

/** Says that a credit is its parts from now on. */
export async function recordSplit(
  context: Context,
  bulk: Pick<StandingReceipt, 'receiptId' | 'amount'>,
  split: Split,
): Promise<void> {
  await insertSplit(context, split);
  await moveReceipts(context, [bulk.receiptId], 'split');
  await endHolding(context, bulk.receiptId, 'met');
  const facts = { amount: formatMoney(bulk.amount), parts: split.parts.length, how: split.how };
  context.did({ what: 'credit split', id: bulk.receiptId, facts });
}

export type SplitByHand = { readonly receiptId: Id; readonly parts: readonly Part[] };
export type SplitRefusal =
  | StateRefusal
  | 'cash.no_such_receipt'
  | 'cash.amount_not_positive'
  | 'cash.part_of_no_account'
  | 'cash.parts_differ';

/** A person names the payments; refused by name when they do not come to the credit. */
export async function splitByHand(
  context: Context,
  { receiptId, parts }: SplitByHand,
): Promise<Outcome<{ receiptIds: readonly Id[] }, SplitRefusal>> {
  const bulk = await lockReceipt(context.tx, receiptId);
  if (!bulk) return refuse('cash.no_such_receipt');
  const waits = bulk.state === 'awaiting' ? accept(null) : mustWaitAlone(bulk.state);
  if (!waits.ok) return waits;
  if (bulk.state === 'reopened') {
    return refuse('cash.receipt_not_waiting', { state: bulk.state });
  }
  if (parts.some(({ amount }) => amount.minor <= 0n)) return refuse('cash.amount_not_positive');
  const minor = parts.reduce((sum, { amount }) => sum + amount.minor, 0n);
  if (minor !== bulk.amount.minor) {
    const { currency } = bulk.amount;
    const told = formatMoney({ minor, currency });
    return refuse('cash.parts_differ', { parts: told, amount: formatMoney(bulk.amount), currency });
  }
  const placed = await placedParts(context, bulk.companyId, parts);
  if (!placed.ok) return placed;
  const receiptIds = await insertParts(context, bulk, placed.value);
  await recordSplit(context, bulk, { bulkId: receiptId, how: 'person', parts: receiptIds });
  await context.tell({
    name: 'cash.receipts_arrived',
    accountId: null,
    payload: { companyId: bulk.companyId, receipts: parts.length, remittances: 0 },
  });
  return accept({ receiptIds });
}

/** The account behind each number; a number that is nobody's is refused with its place. */
async function placedParts(
  { tx }: Context,
  companyId: Id,
  parts: readonly Part[],
): Promise<Outcome<Placed[], 'cash.part_of_no_account'>> {
  const keyOf = ({ account = '' }: Part): string => account.trim().toUpperCase();
  const numbers = [...new Set(parts.map(keyOf).filter((key) => key !== ''))];
  const accounts = await accountsByNumber(tx, companyId, numbers);
  const strange = parts.findIndex((part) => keyOf(part) !== '' && !accounts.has(keyOf(part)));
  const { account = '' } = parts[strange] ?? {};
  if (strange >= 0) return refuse('cash.part_of_no_account', { account, part: strange + 1 });
  return accept(
    parts.map((part) => ({ ...part, statedAccount: accounts.get(keyOf(part)) ?? null })),
  );
}
