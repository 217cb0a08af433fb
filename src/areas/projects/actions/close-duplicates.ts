/**
 * Closes invoices that are there twice by a credit memo each, in one go, as one would do it one
 * by one; undoing takes each credit off its invoice and reverses the memo.
 *
 * Taking a receivable away is a write-off in all but name, so nobody closes more on an account
 * than they may write off, and what was written off or closed there lately counts with it.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { togetherDays } from '#areas/approvals/rules/splitting.ts';
import { baseCurrencyOf } from '#areas/customers/index.ts';
import { applyCredit, ownAuthority, postItem, writtenOffSince } from '#areas/ledger/index.ts';
import { type Closing, duplicatesToClose } from '../rules/duplicates.ts';
import { alikeItems } from '../store/alike.ts';
import { type Step, closedSince, insertFix } from '../store/fixes.ts';
import { findDoubtful } from './find-doubtful.ts';

export type CloseDuplicates = {
  readonly companyId: Id;
  /** Null: all accounts of the company. */
  readonly accountIds: readonly Id[] | null;
};

/** Which invoice would be closed, and which one stays; nothing is written. */
export async function duplicatesThere(
  db: Queries,
  { companyId, accountIds }: CloseDuplicates,
  today: Day,
): Promise<Closing[]> {
  return duplicatesToClose(await alikeItems(db, companyId, accountIds, today));
}

/** Refuses by the ledger's names; then nothing of it is done. */
export async function closeDuplicates(
  context: Context,
  wish: CloseDuplicates,
): Promise<Outcome<{ fixId: Id; closed: number }, string>> {
  const closings = await duplicatesThere(context.tx, wish, context.today);
  if (closings.length === 0) return refuse('fix.nothing_to_do');
  const allowed = await withinAuthority(context, wish.companyId, closings);
  if (!allowed.ok) return allowed;
  const steps: Step[] = [];
  for (const closing of closings) {
    const done = await closeByCredit(context, closing);
    if (!done.ok) return done;
    steps.push(done.value);
  }
  const fixId = context.newId();
  await insertFix(context, { fixId, companyId: wish.companyId, kind: 'close_duplicates' }, steps);
  await findDoubtful(context, { accountIds: [...new Set(steps.map((step) => step.accountId))] });
  return accept({ fixId, closed: steps.length });
}

async function withinAuthority(
  context: Context,
  companyId: Id,
  closings: readonly Closing[],
): Promise<Outcome<true, string>> {
  const { tx, today } = context;
  const since = plusDays(today, -togetherDays);
  const base = await baseCurrencyOf(tx, companyId);
  const byAccount = Map.groupBy(closings, ({ closed }) => closed.accountId);
  for (const [accountId, theirs] of byAccount) {
    const total = theirs.reduce((sum, { closed }) => sum + closed.openBase, 0n);
    const before =
      (await writtenOffSince(tx, accountId, since)) + (await closedSince(tx, accountId, since));
    const weights = { weight: money(total, base), before: money(before, base) };
    const what = { companyId, accountId, kind: 'write_off' } as const;
    const allowed = await ownAuthority(context, { ...what, ...weights });
    if (!allowed.ok) return allowed;
  }
  return accept(true);
}

async function closeByCredit(
  context: Context,
  { kept, closed }: Closing,
): Promise<Outcome<Step, string>> {
  const { accountId, number, currency } = closed;
  const total = money(closed.open, currency);
  const memo = await postItem(context, {
    accountId,
    kind: 'credit_memo',
    documentId: null,
    number: `CM-${number}`,
    reference: kept.number,
    issuedOn: context.today,
    net: money(closed.face - closed.tax, currency),
    tax: money(closed.tax, currency),
    dues: [{ dueOn: context.today, amount: total }],
  });
  if (!memo.ok) return memo;
  const [creditItemId] = memo.value.itemIds;
  if (creditItemId === undefined) throw new Error(`the credit memo of ${number} has no item`);
  const applied = await applyCredit(context, {
    accountId,
    creditItemId,
    debitItemId: closed.itemId,
    amount: total,
    effectiveOn: context.today,
  });
  if (!applied.ok) return applied;
  const { applicationId } = applied.value;
  const base = closed.openBase.toString();
  return accept({ accountId, facts: { number, applicationId, creditItemId, base } });
}
