/**
 * Says what closed items at their source: they were paid, credited or written off there, or it
 * was an error and they are open after all.
 *
 *   paid          the presumption stands; billing-clearing is settled against cash-clearing
 *   credited      the application becomes a credit, settled against revenue-adjustments
 *   written_off   the application becomes a write-off, settled against the allowance
 *   error         the adjustment is taken back today: the item is open with its own due day
 *
 * The open balance fell when the file came; only an error moves it again. An answer is given
 * once: a mistaken one is put right by the next file, which lists the item or does not.
 */
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  itemStatesAnywhere,
  lockAccounts,
  recordPostings,
  sourceAdjustments,
} from '#areas/ledger/index.ts';
import type { ChartAccount } from '#areas/ledger/rules/chart.ts';
import type { ItemState, Posting } from '#areas/ledger/rules/posting.ts';
import {
  type StandingAdjustment,
  giveBack,
  renamed,
  settledAgainst,
} from '../rules/snapshot-postings.ts';
import { type ClosingRef, closingsToConfirm } from '../store/closings.ts';
import { insertAnswers } from '../store/snapshots.ts';

export type ConfirmedAs = 'paid' | 'credited' | 'written_off' | 'error';

export type ConfirmClosings = {
  readonly closings: readonly ClosingRef[];
  readonly answer: ConfirmedAs;
  /** The companies that whoever confirms works for. */
  readonly within: readonly Id[] | 'all';
};

const settling: Readonly<Record<Exclude<ConfirmedAs, 'error'>, ChartAccount>> = {
  paid: 'cash-clearing',
  credited: 'revenue-adjustments',
  written_off: 'allowance',
};

/** Refuses all when one of them is not there or has its answer. */
export async function confirmClosings(
  context: Context,
  { closings, answer, within }: ConfirmClosings,
): Promise<Outcome<{ confirmed: number }, 'imports.no_closing_to_confirm'>> {
  const { tx } = context;
  await lockAccounts(tx, [...new Set(closings.map(({ accountId }) => accountId))]);
  const found = await closingsToConfirm(tx, closings, within);
  if (found.length !== closings.length) return refuse('imports.no_closing_to_confirm');
  const standing = await standingOf(context, found);
  if (standing.length !== found.length) return refuse('imports.no_closing_to_confirm');
  const postings = standing.flatMap((each) => postingsOf(context, each, answer));
  await recordPostings(context, postings);
  await insertAnswers(context, closings, answer, null);
  for (const accountId of new Set(closings.map((each) => each.accountId))) {
    await context.tell({ name: 'imports.closing_confirmed', accountId, payload: { answer } });
  }
  context.did({ what: 'closings confirmed', facts: { answer, count: closings.length } });
  return accept({ confirmed: closings.length });
}

type Standing = { readonly adjustment: StandingAdjustment; readonly item: ItemState };

async function standingOf(
  { tx }: Context,
  found: readonly (ClosingRef & { readonly itemId: Id })[],
): Promise<Standing[]> {
  const wanted = new Set(found.map(({ adjustmentId }) => adjustmentId));
  const all = (await sourceAdjustments(tx, found)).filter((each) => wanted.has(each.adjustmentId));
  const states = await itemStatesAnywhere(
    tx,
    all.flatMap(({ accountId, itemId, adjustmentId }) => [
      { accountId, itemId },
      { accountId, itemId: adjustmentId },
    ]),
  );
  return all.flatMap((each) => {
    const item = states.get(each.itemId);
    const adjustment = states.get(each.adjustmentId);
    return item && adjustment ? [{ item, adjustment: { ...each, adjustment } }] : [];
  });
}

function postingsOf(
  { today, newId }: Context,
  { adjustment, item }: Standing,
  answer: ConfirmedAs,
): Posting[] {
  const { application } = adjustment;
  const on = application.effectiveOn > today ? application.effectiveOn : today;
  if (answer === 'error') return [giveBack(adjustment, item, on, newId)];
  const amount = money(application.amount, item.currency);
  const settled = settledAgainst(adjustment, { amount, other: settling[answer], on }, newId);
  // What a credit of ours was used for there is no payment, credit or write-off of a debit.
  if (answer === 'paid' || item.side === 'credit') return [settled];
  const kind = answer === 'credited' ? 'credit' : 'write_off';
  return [renamed(adjustment, item, kind, newId), settled];
}
