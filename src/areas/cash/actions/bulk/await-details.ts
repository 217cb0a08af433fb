/**
 * Holds a credit of many payments until the bank says who paid, with a clock; or takes it as one
 * payment because a person knows that no details will come.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney, type Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import { type StateRefusal, mustAwait, mustWaitAlone } from '../../rules/receipts/receipt.ts';
import { closingPolicyOf } from '../../store/closing/policy.ts';
import { lastClock, nextClock } from '../../store/details-clocks.ts';
import { lockReceipt, moveReceipts, waitFor } from '../../store/receipts.ts';

type Held = { readonly receiptId: Id; readonly amount: Money };

/** Starts a clock for each; without a day, the days that the bank is given to answer. */
export async function holdForDetails(
  context: Context,
  companyId: Id,
  held: readonly Held[],
  until?: Day,
): Promise<void> {
  if (held.length === 0) return;
  const { bankAnswerDays } = await closingPolicyOf(context.tx, companyId);
  const dueOn = until ?? plusDays(context.today, bankAnswerDays);
  for (const { receiptId, amount } of held) {
    await waitFor(context, receiptId, { for: null, until: dueOn });
    await startClock(context, {
      key: await nextClock(context.tx, receiptId),
      kind: 'bulk_details',
      companyId,
      accountId: null,
      about: { kind: 'receipt', id: receiptId },
      startedOn: context.today,
      dueOn,
      source: 'policy: daily close',
      ownerId: null,
      facts: { amount: formatMoney(amount), currency: amount.currency },
    });
  }
}

/** Its details came, or a person knows better. */
export async function endHolding(
  context: Context,
  receiptId: Id,
  how: 'met' | 'void',
): Promise<void> {
  await waitFor(context, receiptId, { for: null, until: null });
  const reason = how === 'met' ? 'the details came' : 'taken as one payment';
  const key = await lastClock(context.tx, receiptId);
  if (key !== null) await stopClock(context, { key, how, reason });
}

type Refusal = StateRefusal | 'cash.no_such_receipt' | 'cash.not_a_credit_of_a_bank';

/** A person says that a credit is many payments. */
export async function awaitDetails(
  context: Context,
  { receiptId, until }: { readonly receiptId: Id; readonly until: Day | undefined },
): Promise<Outcome<{ receiptId: Id }, Refusal>> {
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  const waits = mustWaitAlone(receipt.state);
  if (!waits.ok) return waits;
  const { source, amount, companyId, state } = receipt;
  const credited = (source === 'bank' || source === 'lockbox') && amount.minor > 0n;
  if (!credited || state === 'reopened') return refuse('cash.not_a_credit_of_a_bank');
  await moveReceipts(context, [receiptId], 'awaiting');
  await holdForDetails(context, companyId, [receipt], until);
  context.did({ what: 'details awaited', id: receiptId });
  return accept({ receiptId });
}

/** A person says that it is one payment after all. */
export async function takeAsOne(
  context: Context,
  receiptId: Id,
): Promise<Outcome<{ receiptId: Id }, Refusal>> {
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  const awaited = mustAwait(receipt.state);
  if (!awaited.ok) return awaited;
  await moveReceipts(context, [receiptId], 'unposted');
  await endHolding(context, receiptId, 'void');
  context.did({ what: 'taken as one payment', id: receiptId });
  return accept({ receiptId });
}
