/**
 * Posts a receipt as a person laid it out, or accepted it from the proposals.
 *
 * What the person says of the payer is remembered only when they say so: a memory is a fact
 * that somebody taught, never a guess of ours.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { mustWaitAlone } from '../rules/receipts/receipt.ts';
import type { Spread } from '../rules/receipts/spread.ts';
import { dropBoard } from '../store/boards.ts';
import { lockReceipt } from '../store/receipts.ts';
import { learnPayer } from './learn-payer.ts';
import { type PostedMoney, postMoney } from './post-money.ts';

export type PostByHand = {
  readonly receiptId: Id;
  readonly spread: Spread;
  /** The proposal that was accepted, from 1. */
  readonly rank: number | null;
  /** What the banks took on the way, which we bear. */
  readonly fee?: bigint;
  readonly learn: boolean;
};

export async function postByHand(
  context: Context,
  { receiptId, spread, rank, fee, learn }: PostByHand,
): Promise<Outcome<PostedMoney>> {
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  const waits = mustWaitAlone(receipt.state);
  if (!waits.ok) return waits;
  const how = rank === null ? ('person' as const) : ('accepted' as const);
  const { decisionId } = receipt;
  const posted = await postMoney(context, receipt, spread, {
    how,
    decisionId,
    rank,
    fee: fee ?? 0n,
  });
  if (!posted.ok) return posted;
  if (learn) await learnPayer(context, receipt, spread.accountId);
  await dropBoard(context.tx, receiptId);
  return posted;
}
