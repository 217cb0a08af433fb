/**
 * Moves an escalation on: who was asked answers and it goes back to who asked, on whose list it
 * stands until they have read it; or who asked takes it back.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import { dueDay } from '#areas/clocks/rules/due-day.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { calendarOf } from '#areas/team/index.ts';
import { acceptAct, type EscalationAct, readDays } from '../rules/escalation.ts';
import type { EscalationRefusal } from '../rules/refusal.ts';
import { type Escalation, escalationsOf, insertAct, lockEscalation } from '../store/escalations.ts';

export type MoveEscalation = {
  readonly escalationId: Id;
  readonly what: EscalationAct;
  readonly text: string;
  readonly companies: CompanyScope;
};

export async function moveEscalation(
  context: Context,
  { escalationId, what, text, companies }: MoveEscalation,
): Promise<Outcome<{ what: EscalationAct }, EscalationRefusal>> {
  const { tx, actor } = context;
  if (actor.memberId === null) return refuse('escalations.only_people');
  await lockEscalation(tx, escalationId);
  const [found] = await escalationsOf(tx, { escalationId, companies });
  if (!found) return refuse('escalations.no_such_escalation');
  const allowed = acceptAct(found, what, actor.memberId);
  if (!allowed.ok) return allowed;
  await insertAct(context, found, what, { memberId: actor.memberId, text });
  const { accountId } = found;
  if (what === 'answered') await bringBack(context, found, text);
  else await stopWatch(context, found, what);
  context.did({ what: `escalation ${what}`, id: escalationId });
  const payload = { escalationId, what };
  await context.tell({ name: 'escalations.escalation_moved', accountId, payload });
  return accept({ what });
}

/** The answer is due no more; that who asked reads it is. */
async function bringBack(context: Context, found: Escalation, text: string): Promise<void> {
  const { accountId, escalationId, companyId, askedBy, addressee: name } = found;
  const answer = { key: keyOf(escalationId, 'answer'), how: 'met', reason: 'answered' } as const;
  await stopClock(context, answer);
  const calendar = await calendarOf(context.tx, companyId);
  const term = { count: readDays, unit: 'business_days', roll: 'none' } as const;
  await startClock(context, {
    key: keyOf(escalationId, 'read'),
    kind: 'escalation_back',
    companyId,
    accountId,
    about: { kind: 'escalation', id: escalationId },
    startedOn: context.today,
    dueOn: dueDay({ from: context.today, ...term }, calendar),
    source: 'policy: escalations',
    ownerId: askedBy,
    facts: {},
  });
  await recordActivity(context, {
    accountId,
    kind: 'task',
    phrase: 'activity.escalation_answered',
    facts: { name },
    text,
    touch: false,
  });
}

async function stopWatch(
  context: Context,
  { escalationId }: Escalation,
  what: 'withdrawn' | 'read',
): Promise<void> {
  const reason = `escalation ${what}`;
  if (what === 'read') {
    await stopClock(context, { key: keyOf(escalationId, 'read'), how: 'met', reason });
  } else {
    await stopClock(context, { key: keyOf(escalationId, 'answer'), how: 'void', reason });
  }
}

function keyOf(escalationId: Id, what: 'answer' | 'read'): string {
  return `escalation/${escalationId}/${what}`;
}
