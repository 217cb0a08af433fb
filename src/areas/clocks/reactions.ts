/** What deadlines make of the news of approvals: a request lapses on a day, unless it ends. */
import { parseDay } from '#kernel/day.ts';
import { parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { mergeTold } from '#platform/events/merged.ts';
import { carryClocks } from './actions/carry-clocks.ts';
import { startClock } from './actions/start-clock.ts';
import { stopClock } from './actions/stop-clock.ts';

/** Somebody asked: its last day is watched like every other. */
export async function watchRequest(context: Context, event: HeardEvent): Promise<void> {
  const requestId = idIn(event, 'requestId');
  const companyId = idIn(event, 'companyId');
  const dueOn = parseDay(textIn(event, 'expiresOn'));
  if (requestId === undefined || companyId === undefined || dueOn === undefined) return;
  await startClock(context, {
    key: keyOf(requestId),
    kind: 'approval_expiry',
    companyId,
    accountId: event.accountId,
    about: { kind: 'approval', id: requestId },
    startedOn: context.today,
    dueOn,
    source: 'policy: approvals',
    ownerId: null,
    facts: { asked: textIn(event, 'kind') },
  });
}

/** It was granted, refused or taken back. */
export async function endRequestWatch(context: Context, event: HeardEvent): Promise<void> {
  const requestId = idIn(event, 'requestId');
  if (requestId === undefined) return;
  const how = event.name === 'approvals.request_withdrawn' ? 'void' : 'met';
  await stopClock(context, { key: keyOf(requestId), how, reason: event.name });
}

/** Its day passed and nobody decided: there is nothing left to decide. */
export async function letRequestLapse(context: Context, event: HeardEvent): Promise<void> {
  if (event.payload['kind'] !== 'approval_expiry') return;
  await stopClock(context, { key: textIn(event, 'key'), how: 'void', reason: 'nobody decided' });
}

function keyOf(requestId: string): string {
  return `approval/${requestId}/expiry`;
}

function idIn(event: HeardEvent, name: string) {
  return parseId(textIn(event, name));
}

function textIn({ payload }: HeardEvent, name: string): string {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
}

/** Two accounts became one: the deadlines of the one are those of the other. */
export async function followMerge(context: Context, event: HeardEvent): Promise<void> {
  const merge = mergeTold(event);
  if (merge) accepted(await carryClocks(context, merge));
}
