/** What promises make of the news of other areas. */
import { type Id, parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { mergeTold, movedItems } from '#platform/events/merged.ts';
import { lapsedRequest } from '#areas/clocks/index.ts';
import { carryPromises } from './actions/carry-promises.ts';
import { carryAgreed } from './actions/plans/carry-agreed.ts';
import { judgePlans } from './actions/plans/judge-plans.ts';
import { planGranted } from './actions/plans/plan-granted.ts';
import { requestEnded } from './actions/plans/request-ended.ts';
import { judgePromises } from './actions/judge-promises.ts';
import { judgeSettlements } from './actions/settlements/judge-settlements.ts';
import { settlementGranted } from './actions/settlements/settlement-granted.ts';
import { standardPromisePolicy } from './rules/promise.ts';

/** Money came, moved or went back: the account's promises, plans and settlements are judged. */
export async function judgeAgain(context: Context, { accountId }: HeardEvent): Promise<void> {
  if (accountId === null) return;
  accepted(await judgePromises(context, [accountId], standardPromisePolicy));
  accepted(await judgePlans(context, [accountId]));
  accepted(await judgeSettlements(context, [accountId]));
}

/** A whole book came in, perhaps with payments that were made in time: all are judged again. */
export async function judgeAll(context: Context): Promise<void> {
  accepted(await judgePromises(context, 'all', standardPromisePolicy));
  accepted(await judgePlans(context, 'all'));
  accepted(await judgeSettlements(context, 'all'));
}

/** A plan or a settlement beyond somebody's bounds is approved: it is done, if it still can be. */
export async function agreeGranted(context: Context, { payload }: HeardEvent): Promise<void> {
  const requestId = idOf(payload['requestId']);
  if (requestId === undefined) return;
  if (payload['kind'] === 'plan') accepted(await planGranted(context, requestId));
  if (payload['kind'] === 'settlement') accepted(await settlementGranted(context, requestId));
}

/** It is refused or taken back: what waited for it is over. */
export async function agreeRefused(context: Context, { payload }: HeardEvent): Promise<void> {
  const requestId = idOf(payload['requestId']);
  if (requestId !== undefined) accepted(await requestEnded(context, requestId));
}

/** Nobody decided on it until its last day: what waited for it is over. */
export async function agreeLapsed(context: Context, { payload }: HeardEvent): Promise<void> {
  const requestId = lapsedRequest(payload);
  if (requestId !== undefined) accepted(await requestEnded(context, requestId));
}

/** Items went to another account; told for both, acted on once, for the one they came to. */
export async function followItems(context: Context, event: HeardEvent): Promise<void> {
  const from = idOf(event.payload['fromAccountId']);
  const into = idOf(event.payload['toAccountId']);
  if (from === undefined || into === undefined || event.accountId !== into) return;
  accepted(await carryPromises(context, { from, into, items: movedItems(event.payload['items']) }));
  accepted(await judgePromises(context, [from, into], standardPromisePolicy));
}

/** Two accounts became one: what was agreed goes on where the debts went, and is judged there. */
export async function followMerge(context: Context, event: HeardEvent): Promise<void> {
  const merge = mergeTold(event);
  if (!merge) return;
  accepted(await carryAgreed(context, merge));
  accepted(await judgePlans(context, [merge.into]));
  accepted(await judgeSettlements(context, [merge.into]));
}

function idOf(value: unknown): Id | undefined {
  return typeof value === 'string' ? parseId(value) : undefined;
}
