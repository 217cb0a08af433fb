/** Calls and claims as the API writes them. */
import { formatMoney } from '#kernel/money.ts';
import type { WireCall, WireClaim } from '../../contract/calls.ts';
import type { Call } from '../../store/calls/calls.ts';
import type { Claim } from '../../store/calls/claims.ts';

export function wireCall(call: Call): WireCall {
  const { callId, direction, person, number, caller, startedAt } = call;
  const { seconds, result, outcomes, note, nextAt } = call;
  const who = { callId, direction, person, number, caller, startedAt };
  return { ...who, seconds, result, outcomes: [...outcomes], note, nextAt };
}

export function wireClaim({ amount, itemIds: _, ...claim }: Claim): WireClaim {
  return { ...claim, amount: formatMoney(amount), currency: amount.currency };
}
