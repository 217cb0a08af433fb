/** What cases make of the news of other areas. */
import { parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { mergeTold } from '#platform/events/merged.ts';
import { lapsedRequest } from '#areas/clocks/index.ts';
import { carryCases } from './actions/carry-cases.ts';
import { creditGranted } from './actions/credit-case.ts';
import { escalateCase } from './actions/escalate-case.ts';
import { followMoney, followWriteOff } from './actions/follow-money.ts';
import { refuseCredit } from './actions/refuse-credit.ts';
import { takeShortPays } from './actions/take-short-pays.ts';
import { takeUpNext } from './actions/take-up-dispute.ts';

/** A credit memo that a case asked for is granted: it is posted, if it still can be. */
export async function credit(context: Context, { payload }: HeardEvent): Promise<void> {
  const requestId = idIn(payload['requestId']);
  if (requestId === undefined || payload['kind'] !== 'credit_memo') return;
  accepted(await creditGranted(context, requestId));
}

/** What a case asked for was refused, or taken back: it is open again. */
export async function openAgain(
  context: Context,
  { accountId, payload, name }: HeardEvent,
): Promise<void> {
  const requestId = idIn(payload['requestId']);
  if (requestId === undefined || accountId === null) return;
  accepted(await refuseCredit(context, { accountId, requestId, why: name.split('.')[1] ?? name }));
}

/** Nobody decided on what a case asked for until its last day: it is open again. */
export async function openLapsed(
  context: Context,
  { accountId, payload }: HeardEvent,
): Promise<void> {
  const requestId = lapsedRequest(payload);
  if (requestId === undefined || accountId === null) return;
  accepted(await refuseCredit(context, { accountId, requestId, why: 'request_expired' }));
}

/** Money came or went: what is paid is contested no more, what was kept back is a case. */
export async function followPayment(context: Context, { accountId }: HeardEvent): Promise<void> {
  if (accountId === null) return;
  accepted(await takeShortPays(context, accountId));
  accepted(await followMoney(context, accountId));
}

/** Something was written off: perhaps what a case asked for. */
export async function followLoss(
  context: Context,
  { accountId, payload }: HeardEvent,
): Promise<void> {
  const itemId = idIn(payload['debitItemId']);
  if (accountId === null || itemId === undefined) return;
  accepted(await followWriteOff(context, accountId, itemId));
}

/** The day to answer passed. */
export async function escalate(
  context: Context,
  { accountId, payload }: HeardEvent,
): Promise<void> {
  const key = typeof payload['key'] === 'string' ? payload['key'] : '';
  const [about, idText] = key.split('/');
  const caseId = parseId(idText ?? '');
  if (about !== 'dispute' || accountId === null || caseId === undefined) return;
  accepted(await escalateCase(context, { accountId, caseId }));
}

function idIn(value: unknown) {
  return typeof value === 'string' ? parseId(value) : undefined;
}

/** A file brought disputes: each gets its case now, so that the board shows what is contested. */
export async function takeUpImported(context: Context): Promise<void> {
  accepted(await takeUpNext(context));
}

/** Two accounts became one: what is contested goes on there. */
export async function followMerge(context: Context, event: HeardEvent): Promise<void> {
  const merge = mergeTold(event);
  if (merge) accepted(await carryCases(context, merge));
}
