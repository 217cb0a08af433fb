/** Tells the gate's log what a call came to; the gate counts it from now on. */
import { accepted } from '#platform/action.ts';
import type { Context } from '#platform/action.ts';
import { recordContact, reportContact } from '#areas/compliance/index.ts';
import type { CallResult } from '../../rules/calls/outcome.ts';
import type { Call } from '../../store/calls/calls.ts';

/** The rules that it would have been stopped by, of what had happened already. */
export async function recordCallContact(
  context: Context,
  call: Call,
  result: CallResult,
): Promise<readonly string[]> {
  const { accountId, callId, contactId, number, startedAt, direction, permitId } = call;
  const made = {
    accountId,
    contactId,
    channel: result === 'left_message' ? ('voicemail' as const) : ('call' as const),
    direction,
    result,
    at: startedAt,
    address: number,
    itemIds: [],
    by: context.actor.ref,
    about: { kind: 'call' as const, id: callId },
  };
  if (permitId !== null) {
    accepted(await recordContact(context, { ...made, permitId }));
    return [];
  }
  const { breaches } = accepted(await reportContact(context, { ...made, purpose: 'answer' }));
  return breaches;
}
