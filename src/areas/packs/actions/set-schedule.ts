/**
 * Sets up a schedule, changes it, pauses and retires it, and lets a member subscribe.
 *
 * What lies behind is not caught up: a new rhythm, like one that goes on after a pause, counts
 * from its next turn.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type SchedulePlan,
  type ScheduleRefusal,
  type ScheduleState,
  acceptPlan,
  acceptState,
  subscribed,
} from '../rules/schedule.ts';
import { type Schedule, insertSchedule, lockSchedule } from '../store/schedules.ts';

type Made = { readonly scheduleId: Id; readonly revision: number };
type Missing = 'packs.no_such_schedule' | 'packs.schedule_retired';

export type NewSchedule = {
  readonly companyId: Id;
  readonly plan: SchedulePlan;
  readonly kinds: readonly string[];
  /** Its first turn. */
  readonly startsOn: Day;
};

export async function setSchedule(
  context: Context,
  { companyId, plan, kinds, startsOn }: NewSchedule,
): Promise<Outcome<Made, ScheduleRefusal>> {
  const accepted = acceptPlan(plan, { kinds, today: context.today });
  if (!accepted.ok) return accepted;
  const made = {
    ...accepted.value,
    scheduleId: context.newId(),
    revision: 1,
    companyId,
    state: 'active' as const,
    startsOn,
  };
  return write(context, made);
}

export type ChangeSchedule = Omit<NewSchedule, 'companyId'> & { readonly scheduleId: Id };

export async function changeSchedule(
  context: Context,
  { scheduleId, plan, kinds, startsOn }: ChangeSchedule,
): Promise<Outcome<Made, ScheduleRefusal | Missing>> {
  const now = await lockSchedule(context.tx, scheduleId);
  if (!now) return refuse('packs.no_such_schedule');
  if (now.state === 'retired') return refuse('packs.schedule_retired');
  const accepted = acceptPlan({ ...plan, kind: now.kind }, { kinds, today: context.today });
  if (!accepted.ok) return accepted;
  const same = JSON.stringify(now.rhythm) === JSON.stringify(plan.rhythm);
  const next = { ...now, ...accepted.value, startsOn: same ? now.startsOn : startsOn };
  return write(context, { ...next, revision: now.revision + 1 });
}

export type SteerSchedule = {
  readonly scheduleId: Id;
  readonly state: ScheduleState;
  readonly startsOn: Day;
};

export async function steerSchedule(
  context: Context,
  { scheduleId, state, startsOn }: SteerSchedule,
): Promise<Outcome<Made, Missing>> {
  const now = await lockSchedule(context.tx, scheduleId);
  if (!now) return refuse('packs.no_such_schedule');
  const accepted = acceptState(now.state, state);
  if (!accepted.ok) return accepted;
  if (now.state === state) return accept({ scheduleId, revision: now.revision });
  const again = state === 'active' ? startsOn : now.startsOn;
  return write(context, { ...now, state, startsOn: again, revision: now.revision + 1 });
}

export type Subscribe = {
  readonly scheduleId: Id;
  readonly memberId: Id;
  readonly wanted: boolean;
};

export async function subscribe(
  context: Context,
  { scheduleId, memberId, wanted }: Subscribe,
): Promise<Outcome<Made, Missing | 'packs.nobody_named'>> {
  const now = await lockSchedule(context.tx, scheduleId);
  if (!now) return refuse('packs.no_such_schedule');
  if (now.state === 'retired') return refuse('packs.schedule_retired');
  const recipients = subscribed(now.recipients, memberId, wanted);
  if (recipients.length === 0) return refuse('packs.nobody_named');
  return write(context, { ...now, recipients, revision: now.revision + 1 });
}

async function write(
  context: Context,
  made: Omit<Schedule, 'changedAt'>,
): Promise<Outcome<Made, never>> {
  await insertSchedule(context, made);
  const { scheduleId, revision, name, state } = made;
  context.did({ what: 'pack schedule', id: scheduleId, facts: { name, state, revision } });
  return accept({ scheduleId, revision });
}
