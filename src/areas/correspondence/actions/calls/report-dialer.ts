/**
 * Hears from a dialer how a call goes: it rings, somebody took it, it ended after so long.
 *
 * The dialer measures, people say what came of it: no report ends a call. Told again, it adds
 * nothing.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import { findCall } from '../../store/calls/calls.ts';
import { type DialerReport, insertReport } from '../../store/calls/dialer.ts';

export async function reportDialer(
  context: Context,
  report: DialerReport,
): Promise<Outcome<{ taken: boolean }, CallRefusal>> {
  const { accountId, callId, state } = report;
  if (!(await findCall(context.tx, accountId, callId))) return refuse('call.no_such_call');
  const taken = await insertReport(context, report);
  context.did({ what: 'dialer', id: callId, facts: { state } });
  return accept({ taken });
}
