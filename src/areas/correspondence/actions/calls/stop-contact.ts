/**
 * Somebody said on the telephone that they want no more of it: this number, any call, or
 * anything at all. It is heeded at once, whatever the law would still allow.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import { placeHold, recordOptOut } from '#areas/compliance/index.ts';
import type { Call } from '../../store/calls/calls.ts';
import type { Done } from './do-outcomes.ts';

export async function stopContact(
  context: Context,
  { accountId, callId, contactId, number, person }: Call,
  scope: 'number' | 'calls' | 'all',
): Promise<Outcome<{ done: readonly Done[] }, never>> {
  const evidence = `${person}, call ${callId}`;
  const said = { accountId, contactId, scope: 'channel', source: 'call', evidence } as const;
  const address = scope === 'number' ? number : '';
  for (const channel of ['call', 'sms'] as const) {
    accepted(await recordOptOut(context, { ...said, channel, address }));
  }
  if (scope === 'all') {
    const hold = { accountId, kind: 'cease', startsOn: context.today, endsOn: null } as const;
    const placed = await placeHold(context, { ...hold, evidence, details: { person } });
    // It stands already: that is what was wanted.
    if (!placed.ok && placed.refusal !== 'compliance.hold_stands_already') accepted(placed);
  }
  return accept({ done: [{ outcome: 'stop_contact', objectId: null, facts: { scope, number } }] });
}
