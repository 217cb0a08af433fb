import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { type Placed, inOrder } from './inbox.ts';

function task(n: number, told: Partial<Placed> = {}): Placed {
  return {
    taskId: id(`0193a000-0000-7000-8000-00000000000${n}`),
    blocked: false,
    overdue: false,
    priority: 'normal',
    dueOn: null,
    dueMinutes: null,
    ...told,
  };
}

test('blocked comes last, then late first, then the manager’s order, then the due day', () => {
  const due = day('2026-11-20');
  const late = { dueOn: day('2026-11-18'), overdue: true };
  const tasks = [
    task(1, { blocked: true, ...late, priority: 'urgent' }),
    task(2),
    task(3, { dueOn: due }),
    task(4, { dueOn: due, dueMinutes: 600 }),
    task(5, { priority: 'high' }),
    task(6, { ...late, priority: 'low' }),
    task(7, { priority: 'urgent', dueOn: day('2026-12-24') }),
    task(8),
  ];
  const order = inOrder(tasks.toReversed()).map(({ taskId }) => Number(taskId.at(-1)));
  expect(order).toEqual([6, 7, 5, 4, 3, 2, 8, 1]);
});
