/**
 * Posts what the engine is certain of: plain ones together in one path, the others one by one.
 *
 * A receipt that the ledger refuses meanwhile, because a person was faster or a period closed,
 * is left to a person with the reason; the others are posted all the same.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';

import { type Context, attempt } from '#platform/action.ts';
import { postReceipts } from '#areas/ledger/index.ts';
import { type LedgerPolicy, standardPolicy } from '#areas/ledger/rules/policy.ts';
import type { Decision } from '../rules/matching/model.ts';
import type { MatchingPolicy } from '../rules/matching/policy.ts';
import { ledgerMethod, numberOf } from '../rules/receipts/receipt.ts';
import { type Spread, planSpread } from '../rules/receipts/spread.ts';
import { feeOf, spreadOf } from '../rules/receipts/to-decide.ts';
import { effectiveDays } from '../store/items.ts';
import { type NewPosting, insertPostings } from '../store/postings.ts';
import { type StandingReceipt, moveReceipts } from '../store/receipts.ts';
import { postMoney } from './post-money.ts';
import { settleReturn } from './settle-return.ts';

export type Decided = {
  readonly receipt: StandingReceipt;
  readonly decisionId: Id;
  readonly decision: Decision;
};

type Ready = Decided & { readonly spread: Spread; readonly fee: bigint };

/** Answers, by receipt, why what was certain could not be posted. */
export async function postDecided(
  context: Context,
  decided: readonly Decided[],
  policy: MatchingPolicy,
): Promise<Map<Id, string>> {
  const ready = decided.flatMap(readyOf);
  const plain = await plainOnes(context, ready);
  const isPlain = new Set(plain.map(({ receipt }) => receipt.receiptId));
  const hindered = await postTogether(context, plain, policy);
  for (const one of ready.filter(({ receipt }) => !isPlain.has(receipt.receiptId))) {
    const { decisionId } = one;
    const how = { how: 'engine', decisionId, rank: 1, fee: one.fee } as const;
    const posted = await attempt(context, (inner) =>
      postMoney(inner, one.receipt, one.spread, how),
    );
    if (!posted.ok) hindered.set(one.receipt.receiptId, posted.refusal);
  }
  for (const { receipt, decision } of decided) {
    const [returned] = decision.returnOf;
    if (decision.kind !== 'return' || !decision.unattended || returned === undefined) continue;
    const settled = await attempt(context, (inner) => settleReturn(inner, receipt, returned));
    if (!settled.ok) hindered.set(receipt.receiptId, settled.refusal);
  }
  return hindered;
}

function readyOf(one: Decided): Ready[] {
  const { kind, proposals } = one.decision;
  if (kind !== 'posted' && kind !== 'on_account') return [];
  const [best] = proposals;
  return best ? [{ ...one, spread: spreadOf(best), fee: feeOf(best) }] : [];
}

/** Their own account's items, all billed by then, no credits, no fees: one entry each. */
async function plainOnes({ tx }: Context, ready: readonly Ready[]): Promise<Ready[]> {
  const items = ready.flatMap(({ spread }) => spread.lines);
  const days = await effectiveDays(tx, items);
  return ready.filter(({ receipt, spread, fee }) => {
    if (fee > 0n || receipt.state === 'reopened') return false;
    return spread.lines.every(
      ({ accountId, itemId, amount }) =>
        accountId === spread.accountId &&
        amount > 0n &&
        (days.get(itemId) ?? receipt.receivedOn) <= receipt.receivedOn,
    );
  });
}

/**
 * After a refusal it goes on with what stood before it, then twice as many each time: one rate
 * that is missing for a thousand receipts must not have all the others weighed a thousand times.
 */
async function postTogether(
  context: Context,
  plain: readonly Ready[],
  policy: MatchingPolicy,
): Promise<Map<Id, string>> {
  const hindered = new Map<Id, string>();
  let left = plain.filter((one) => {
    const plan = planSpread(one.receipt.amount, one.spread);
    if (!plan.ok) hindered.set(one.receipt.receiptId, plan.refusal);
    return plan.ok;
  });
  let size = left.length;
  while (left.length > 0) {
    const some = left.slice(0, size);
    const posted = await postReceipts(context, some.map(wishOf), ledgerPolicy(policy));
    if (posted.ok) {
      await keepPosted(context, some, posted.receipts);
      left = left.slice(size);
      size *= 2;
    } else {
      const refused = some[posted.at];
      if (refused) hindered.set(refused.receipt.receiptId, posted.refused.refusal);
      left = left.filter((one) => one !== refused);
      size = Math.max(1, posted.at);
    }
  }
  return hindered;
}

/** What the ledger made of a receipt. */
type Made = { readonly entryId: Id; readonly itemId: Id };

async function keepPosted(
  context: Context,
  some: readonly Ready[],
  receipts: readonly Made[],
): Promise<void> {
  const pairs = some.map((one, at) => {
    const made = receipts[at];
    if (!made) throw new Error('a receipt was posted without an answer');
    return postingOf(one, made);
  });
  await insertPostings(context, pairs);
  const receiptIds = some.map(({ receipt }) => receipt.receiptId);
  await moveReceipts(context, receiptIds, 'posted');
}

/** The company's own tolerance, in the words of the ledger. */
export function ledgerPolicy({ tolerance }: MatchingPolicy): LedgerPolicy {
  const most = Object.keys(standardPolicy.tolerance.most).map((code) => [
    code,
    formatMoney(money(tolerance.mostMinor, code)),
  ]);
  const rateBps = Number(tolerance.bps);
  return { ...standardPolicy, tolerance: { rateBps, most: Object.fromEntries(most) } };
}

function wishOf({ receipt, spread }: Ready) {
  const { amount, receivedOn, method, bank } = receipt;
  return {
    accountId: spread.accountId,
    amount,
    receivedOn,
    method: ledgerMethod(method),
    reference: numberOf(receipt),
    ...(bank === null ? {} : { bank }),
    apply: spread.lines.map((line) => ({
      itemId: line.itemId,
      amount: money(line.amount, amount.currency),
      ...(line.discount > 0n ? { discount: money(line.discount, amount.currency) } : {}),
    })),
  };
}

function postingOf(one: Ready, made: Made): NewPosting {
  return {
    accountId: one.spread.accountId,
    receiptId: one.receipt.receiptId,
    entryId: made.entryId,
    itemId: made.itemId,
    how: 'engine',
    decisionId: one.decisionId,
    rank: 1,
    fee: 0n,
    lines: one.spread.lines.map((line) => ({ ...line, creditItemId: made.itemId })),
  };
}
