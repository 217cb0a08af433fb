/** What strategies make of the news: what went out, what was answered, what came back. */
import { type Id, parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { callMade, messageFailed, messageWent } from './actions/finish-step.ts';
import type { BranchEvent } from './rules/document.ts';
import { insertAccountEvent } from './store/carrying-out.ts';

/** A message is out of the house. */
export async function noteSent(context: Context, event: HeardEvent): Promise<void> {
  const messageId = idOf(event.payload['messageId']);
  const { accountId } = event;
  if (accountId === null || messageId === undefined) return;
  accepted(await messageWent(context, { accountId, messageId }));
}

/** A message was given up or called back. */
export async function noteFailed(context: Context, event: HeardEvent): Promise<void> {
  const messageId = idOf(event.payload['messageId']);
  const { accountId } = event;
  if (accountId === null || messageId === undefined) return;
  const why = typeof event.payload['why'] === 'string' ? event.payload['why'] : 'failed';
  accepted(await messageFailed(context, { accountId, messageId, why }));
}

/** What of a call counts as made; nobody who was not reached has been asked. */
const reached = ['conversation', 'left_message'];

export async function noteCall(context: Context, event: HeardEvent): Promise<void> {
  const { accountId, payload } = event;
  if (accountId === null || !reached.includes(String(payload['result']))) return;
  accepted(await callMade(context, { accountId }));
}

/** Something that a branch of a strategy may wait for. */
export function noteEvent(branch: BranchEvent) {
  return async (context: Context, { accountId, eventId }: HeardEvent): Promise<void> => {
    if (accountId === null) return;
    const { today: on } = context;
    await insertAccountEvent(context, { accountId, eventId, event: branch, on });
  };
}

/** A case that is settled, whichever way; while it goes on nobody is asked for its part. */
export async function noteDisputeClosed(context: Context, event: HeardEvent): Promise<void> {
  if (event.payload['state'] !== 'closed') return;
  await noteEvent('dispute_closed')(context, event);
}

function idOf(value: unknown): Id | undefined {
  return typeof value === 'string' ? parseId(value) : undefined;
}
