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

export function wireClaim({ amount, ...claim }: Claim): WireClaim {
  const { accountId, account, name, claimId, saidBy, method, reference } = claim;
  const { paidOn, searchBy, claimedOn } = claim;
  const who = { accountId, account, name, claimId, saidBy };
  const what = { method, reference, amount: formatMoney(amount), currency: amount.currency };
  return { ...who, ...what, paidOn, searchBy, claimedOn };
}
