/**
 * Brings the next task of every duty whose day has come, whether or not the last one was done:
 * a duty that was missed shows as late, and does not keep the next one away.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { calendarOf } from '#areas/team/index.ts';
import type { BusinessCalendar } from '#areas/team/rules/calendar.ts';
import { dueDay, nextNominal } from '../rules/duty.ts';
import type { Task } from '../rules/task.ts';
import { dutiesToFollow, insertTask } from '../store/tasks.ts';

export async function bringDuties(
  context: Context,
  zone: string,
): Promise<Outcome<{ made: number }, never>> {
  const duties = await dutiesToFollow(context.tx, zone, context.today);
  for (const duty of duties) {
    const next = following(context, duty, await calendarOf(context.tx, duty.companyId));
    await insertTask(context, next);
    const { taskId, accountId, title } = next;
    context.did({ what: 'task', id: taskId, facts: { title } });
    const payload = { taskId, state: next.state };
    await context.tell({ name: 'tasks.task_changed', accountId, payload });
  }
  return accept({ made: duties.length });
}

function following(context: Context, duty: Task, calendar: BusinessCalendar): Task {
  const nominalOn = nextDay(duty, context.today);
  return {
    ...duty,
    taskId: context.newId(),
    nominalOn,
    dueOn: dueDay(nominalOn, calendar),
    state: 'open',
    note: null,
    needs: [],
    lines: duty.lines.map(({ text }) => ({ text, done: false })),
  };
}

/** The series' next day that has not passed: after weeks of standstill one comes, not four. */
function nextDay({ every, anchor, nominalOn, dueOn }: Task, today: Day): Day {
  const from = nominalOn ?? dueOn;
  if (every === null || anchor === null || from === null) {
    throw new Error('a duty without its day');
  }
  let next = nextNominal(every, anchor, from);
  while (next < today) next = nextNominal(every, anchor, next);
  return next;
}
