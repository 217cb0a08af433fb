/**
 * Makes a case of a dispute that an outside system told us of, so that somebody follows it.
 *
 * The dispute itself stays as it was brought: since when it is contested does not change.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { companyOf, lockAccount } from '#areas/ledger/index.ts';
import { reasonFrom } from '../rules/case.ts';
import {
  type BroughtDispute,
  broughtDispute,
  broughtDisputes,
  endPaid,
  linkDispute,
} from '../store/brought.ts';
import { followFrom } from './open-dispute.ts';

/** The case that follows the dispute now; undefined when it has ended or has one. */
export async function takeUpDispute(
  context: Context,
  accountId: Id,
  disputeId: Id,
): Promise<Id | undefined> {
  await lockAccount(context.tx, accountId);
  const dispute = await broughtDispute(context.tx, accountId, disputeId);
  return dispute && takeUp(context, dispute);
}

/** Takes up so many disputes of a zone, or of all, that nobody follows, the oldest first. */
export async function takeUpBrought(
  context: Context,
  zone: string | 'all',
  most: number,
): Promise<Outcome<{ taken: number }, never>> {
  const waiting = await broughtDisputes(context.tx, zone, most);
  for (const { accountId, disputeId } of waiting) {
    await takeUpDispute(context, accountId, disputeId);
  }
  context.did({ what: 'disputes taken up', facts: { disputes: waiting.length } });
  return accept({ taken: waiting.length });
}

/** So many cases in one transaction: each locks its account. */
const atOnce = 100;

/**
 * Takes up the next of those that a file brought; what is left is news for the next turn. Those
 * whose item is paid already end at once.
 */
export async function takeUpNext(context: Context): Promise<Outcome<{ taken: number }, never>> {
  const ended = await endPaid(context);
  if (ended > 0) context.did({ what: 'disputes of paid items ended', facts: { disputes: ended } });
  const done = await takeUpBrought(context, 'all', atOnce);
  if (done.ok && done.value.taken === atOnce) {
    await context.tell({ name: 'disputes.more_brought', accountId: null, payload: {} });
  }
  return done;
}

async function takeUp(context: Context, dispute: BroughtDispute): Promise<Id | undefined> {
  const { accountId, disputeId, amount } = dispute;
  const companyId = await companyOf(context.tx, accountId);
  if (companyId === undefined) return undefined;
  const caseId = context.newId();
  const opened = {
    accountId,
    caseId,
    reason: reasonFrom(dispute.reason),
    part: 'whole' as const,
    note: dispute.reason,
    saidBy: dispute.source,
    ownerId: null,
    origin: 'brought' as const,
  };
  await followFrom(context, opened, { companyId, amount });
  await linkDispute(context, { accountId, caseId, disputeId });
  context.did({ what: 'dispute taken up', id: caseId });
  const payload = { caseId, kind: 'opened', state: 'open' };
  await context.tell({ name: 'disputes.case_changed', accountId, payload });
  return caseId;
}
