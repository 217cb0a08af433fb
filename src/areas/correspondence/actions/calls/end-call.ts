/**
 * Writes down what came of a call: everything that was agreed, in one transaction, or nothing.
 *
 * Disputes are opened before promises are taken, so that a promise is for what is left. The
 * contact is recorded with its result under the permit that allowed the call; a call that came
 * in, or that somebody reports, under a permit of its own that shows any breach.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { type JudgedCall, judgeCall, untoldOutcomes } from '../../rules/calls/outcome.ts';
import { type NextStep, nextStep } from '../../rules/calls/next-step.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import { endCallbacks } from '../../store/calls/callbacks.ts';
import { checkOf } from '../../store/calls/callers.ts';
import { type Call, findCall, insertEnd } from '../../store/calls/calls.ts';
import { measuredSeconds } from '../../store/calls/dialer.ts';
import { accountZone } from '../../store/calls/prep.ts';
import { type Came, type Done, type EffectRefusal, doOutcomes } from './do-outcomes.ts';
import { recordCallContact } from './record-call-contact.ts';

export type EndCall = {
  readonly accountId: Id;
  readonly callId: Id;
  readonly came: readonly Came[];
  readonly seconds: number;
  readonly note: string;
  /** The day on which to come back; null: the outcome says it. */
  readonly nextOn: Day | null;
  /** Whether what was agreed is confirmed in writing, and whether it goes out at once. */
  readonly confirm: 'send' | 'draft' | 'none';
};

export type EndedCall = {
  readonly callId: Id;
  readonly work: JudgedCall['work'];
  readonly next: NextStep;
  readonly done: readonly Done[];
  /** Rules that what happened already would have been stopped by. */
  readonly breaches: readonly string[];
};

export async function endCall(
  context: Context,
  wish: EndCall,
): Promise<Outcome<EndedCall, CallRefusal | EffectRefusal>> {
  const { tx, today } = context;
  const { accountId, callId, came } = wish;
  const found = await standingCall(context, wish);
  if (!found.ok) return found;
  const call = found.value;
  const judged = judgeCall(
    came.map(({ outcome }) => outcome),
    call.direction,
  );
  if (!judged.ok) return judged;
  const done = await doOutcomes(context, call, wish);
  if (!done.ok) return done;
  const { result, work, again } = judged.value;
  const next = nextStep({
    again,
    callback: done.value.callbackAt,
    chosen: wish.nextOn,
    today,
    zone: await accountZone(tx, accountId),
    calendar: federalBankCalendar,
  });
  const breaches = await recordCallContact(context, call, result);
  const measured = await measuredSeconds(tx, accountId, callId);
  await insertEnd(context, {
    accountId,
    callId,
    result,
    seconds: measured ?? wish.seconds,
    measuredBy: measured === undefined ? 'screen' : 'dialer',
    note: wish.note.trim(),
    breaches,
    nextKind: next.kind,
    nextAt: next.at,
    came: done.value.done,
  });
  if (call.direction === 'out') await endCallbacks(context, accountId, callId);
  await tellOf(context, call, { wish, judged: judged.value, next });
  return accept({ callId, work, next, done: done.value.done, breaches });
}

async function standingCall(
  { tx, actor }: Context,
  { accountId, callId, came }: EndCall,
): Promise<Outcome<Call, CallRefusal>> {
  const call = await findCall(tx, accountId, callId);
  if (!call) return refuse('call.no_such_call');
  if (call.memberId !== actor.memberId) return refuse('call.not_your_call', { name: call.caller });
  if (call.result !== null) return refuse('call.ended_already');
  const check = await checkOf(tx, accountId, callId);
  const said = came.find(({ outcome }) => !untoldOutcomes.has(outcome));
  if (check && !check.told && said) {
    return refuse('call.told_nothing', { person: call.person, outcome: said.outcome });
  }
  return accept(call);
}

type Told = {
  readonly wish: EndCall;
  readonly judged: JudgedCall;
  readonly next: NextStep;
};

async function tellOf(context: Context, call: Call, { wish, judged, next }: Told): Promise<void> {
  const { accountId, callId, came, note } = wish;
  const [first] = came;
  if (first === undefined) return;
  await recordActivity(context, {
    accountId,
    kind: 'call',
    phrase: `activity.call_${call.direction}_${judged.result}`,
    facts: { person: call.person, outcome: first.outcome },
    text: note.trim() === '' ? null : note.trim(),
    touch: true,
  });
  context.did({ what: 'call ended', id: callId, facts: { result: judged.result } });
  await context.tell({
    name: 'correspondence.call_made',
    accountId,
    payload: {
      accountId,
      callId,
      result: judged.result,
      stepKey: call.stepKey,
      outcomes: came.map(({ outcome }) => outcome),
      memberId: call.memberId,
      work: judged.work,
      next: next.kind,
      until: next.at,
      note: note.trim(),
    },
  });
}
