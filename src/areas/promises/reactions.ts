/** What promises make of the news of other areas. */
import { type Id, parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { lapsedRequest } from '#areas/clocks/index.ts';
import { carryPromises } from './actions/carry-promises.ts';
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

function movedItems(value: unknown): ReadonlyMap<Id, Id> {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Map(
    list.flatMap((each) => {
      if (typeof each !== 'object' || each === null) return [];
      const from = idOf('from' in each ? each.from : undefined);
      const to = idOf('to' in each ? each.to : undefined);
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  );
}

function idOf(value: unknown): Id | undefined {
  return typeof value === 'string' ? parseId(value) : undefined;
}
