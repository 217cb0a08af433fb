/** Hands an account up with a question: frozen is what was known, and a clock runs. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { startClock } from '#areas/clocks/index.ts';
import { dueDay } from '#areas/clocks/rules/due-day.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { allMembers, calendarOf } from '#areas/team/index.ts';
import { addressee, answerDays, type EscalationDesk } from '../rules/escalation.ts';
import type { EscalationRefusal } from '../rules/refusal.ts';
import { insertEscalation } from '../store/escalations.ts';
import { accountOf, packetOf } from '../store/packet.ts';

export type Escalate = {
  readonly accountId: Id;
  readonly desk: EscalationDesk;
  readonly toMember: Id | null;
  readonly question: string;
};

export async function escalate(
  context: Context,
  { accountId, desk, toMember: named, question }: Escalate,
): Promise<Outcome<{ escalationId: Id; toMember: Id }, EscalationRefusal>> {
  const { tx, actor, today } = context;
  if (actor.memberId === null) return refuse('escalations.only_people');
  const account = await accountOf(tx, accountId);
  if (!account) return refuse('escalations.no_such_account');
  const { companyId } = account;
  const people = (await allMembers(tx)).filter(
    ({ active, companyIds }) => active && (companyIds === 'all' || companyIds.includes(companyId)),
  );
  const asked = addressee({ desk, named, asker: actor.memberId }, people);
  if (!asked.ok) return asked;
  const { memberId: toMember, name } = asked.value;
  const calendar = await calendarOf(tx, companyId);
  const dueOn = dueDay(
    { from: today, count: answerDays, unit: 'business_days', roll: 'none' },
    calendar,
  );
  const escalationId = context.newId();
  const packet = await packetOf(tx, accountId, account, today);
  await insertEscalation(context, {
    accountId,
    escalationId,
    companyId,
    askedBy: actor.memberId,
    desk,
    toMember,
    question,
    packet,
    askedOn: today,
    dueOn,
  });
  await startClock(context, {
    key: `escalation/${escalationId}/answer`,
    kind: 'escalation_answer',
    companyId,
    accountId,
    about: { kind: 'escalation', id: escalationId },
    startedOn: today,
    dueOn,
    source: 'policy: escalations',
    ownerId: toMember,
    facts: { desk },
  });
  await recordActivity(context, {
    accountId,
    kind: 'task',
    phrase: 'activity.escalated',
    facts: { name },
    text: question,
    touch: false,
  });
  context.did({ what: 'escalation', id: escalationId, facts: { desk } });
  const payload = { escalationId, toMember };
  await context.tell({ name: 'escalations.escalated', accountId, payload });
  return accept({ escalationId, toMember });
}
