/**
 * Money came for what was written off: reinstates as much of it and posts the receipt on it.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { amountFacts } from '../rules/news.ts';
import type { LedgerPolicy } from '../rules/policy.ts';
import { type DayRefusal, happened } from '../rules/posting-day.ts';
import { type RecoverRefusal, reinstate } from '../rules/recovering.ts';
import type { ReceiptMethod } from '../rules/receipt.ts';
import { lockAccount } from '../store/accounts.ts';
import { entriesOfItems } from '../store/entries.ts';
import { itemStates, standingApplications } from '../store/items.ts';
import { recordPostings } from '../store/postings.ts';
import { type RateRefusal, bookedBase } from '../store/rates.ts';
import { recoveredOf } from '../store/write-offs.ts';
import { type PostReceiptRefusal, type PostedReceipt, postReceipt } from './post-receipt.ts';

export type RecoverWriteOff = {
  readonly accountId: Id;
  /** The credit item that the write-off made. */
  readonly writeOffItemId: Id;
  readonly amount: Money;
  readonly receivedOn: Day;
  readonly method: ReceiptMethod;
  readonly reference: string;
};

export type RecoverWriteOffRefusal =
  | RecoverRefusal
  | PostReceiptRefusal
  | DayRefusal
  | RateRefusal
  | 'ledger.not_written_off';

export async function recoverWriteOff(
  context: Context,
  wish: RecoverWriteOff,
  policy: LedgerPolicy,
): Promise<Outcome<PostedReceipt, RecoverWriteOffRefusal>> {
  const { accountId, writeOffItemId, amount, receivedOn } = wish;
  const { tx } = context;
  const account = await lockAccount(tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const dated = happened(receivedOn, context.today);
  if (!dated.ok) return dated;
  const writeOff = (await itemStates(tx, accountId, [writeOffItemId])).get(writeOffItemId);
  const entry = (await entriesOfItems(tx, accountId, [writeOffItemId])).get(writeOffItemId);
  const standing = await standingApplications(tx, accountId, writeOffItemId);
  const stands = standing.some(
    ({ kind, creditItemId }) => kind === 'write_off' && creditItemId === writeOffItemId,
  );
  if (!writeOff || !entry || !stands) return refuse('ledger.not_written_off');
  if (receivedOn < writeOff.effectiveOn) {
    return refuse('ledger.before_item', { day: writeOff.effectiveOn });
  }
  if (writeOff.currency !== amount.currency) {
    return refuse('ledger.other_currency', { debit: writeOff.currency, credit: amount.currency });
  }
  const base = await bookedBase(tx, amount, account.baseCurrency, receivedOn);
  if (!base.ok) return base;
  const recovered = await recoveredOf(tx, accountId, entry.entryId);
  const method = entry.lines.some(({ debit }) => debit === 'bad-debt') ? 'direct' : 'allowance';
  const decision = reinstate(
    writeOff,
    { amount, base: base.value, recovered, method },
    { accountId, effectiveOn: receivedOn, follows: entry.entryId },
    context.newId,
  );
  if (!decision.ok) return decision;
  const { posting, item } = decision.value;
  await recordPostings(context, [posting]);
  const payload = { itemId: item.itemId, writeOffItemId, ...amountFacts(amount) };
  await context.tell({ name: 'ledger.write_off_recovered', accountId, payload });
  context.did({ what: 'recovery', id: item.itemId, facts: amountFacts(amount) });
  return postReceipt(context, { ...wish, apply: [{ itemId: item.itemId, amount }] }, policy);
}
