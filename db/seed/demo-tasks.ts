/** What the people of the invented desk have to do beside their accounts. */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type MakeTask, makeTask } from '#areas/tasks/actions/make-task.ts';
import { moveTask } from '#areas/tasks/actions/move-task.ts';
import type { Desk } from '#platform/action.ts';
import { type Cast, lateAccounts } from './demo-cast.ts';
import { act } from './demo-desk.ts';

const by = { leads: true, companies: 'all' } as const;

/** The manager's list for the week: duties that come again, one thing that waits for another. */
export async function handOutTasks(desk: Desk, { companyId, people }: Cast): Promise<void> {
  const today = desk.clock.today();
  const manager = people.get('manager') ?? null;
  const make = async (title: string, role: string, told: Partial<MakeTask> = {}): Promise<Id> => {
    const wish = { ...plain(today), companyId, title, assigneeId: people.get(role) ?? null };
    const doing = { action: 'tasks.make_task', by: manager, reason: title };
    return (await act(desk, doing, (context) => makeTask(context, { ...wish, ...told }, by)))
      .taskId;
  };
  const list = await make('Get the list of returned mail from the mail room', 'collector', {
    dueOn: plusDays(today, -1),
    timeBoxMinutes: 15,
  });
  await make('Buscar la dirección nueva de cada carta devuelta', 'senior', {
    needs: [list],
    dueOn: plusDays(today, 2),
    timeBoxMinutes: 90,
    lines: ['Directorio postal', 'Llamar a cuentas por pagar', 'Cambiar en el sistema'],
  });
  await make('Compare the lockbox totals with the bank', 'poster', {
    every: 'week',
    dueOn: plusDays(today, 1),
    timeBoxMinutes: 30,
  });
  await make('Binder for the auditors: aging of the last quarter end', 'senior', {
    priority: 'high',
    dueOn: plusDays(today, 5),
    dueMinutes: 15 * 60,
    text: 'They come on the day itself. Ask Ingrid which copies they want signed.',
  });
  await askForForm(desk, make);
  const waits = await make('Ask the county for its new remittance address', 'collector');
  const move = { taskId: waits, to: 'waiting', note: 'the county clerk, back on Monday' } as const;
  await act(desk, { action: 'tasks.move_task', by: people.get('collector') ?? null }, (context) =>
    moveTask(context, move, by),
  );
}

type Make = (title: string, role: string, told: Partial<MakeTask>) => Promise<Id>;

/** A task of an account, so that it stands on the day's list too. */
async function askForForm(desk: Desk, make: Make): Promise<void> {
  const account = (await lateAccounts(desk)).filter(({ ownerId }) => ownerId !== null)[7];
  if (account === undefined) return;
  const { accountId, ownerId: assigneeId } = account;
  const dueOn = desk.clock.today();
  await make('Ask for their W-9 before the year ends', 'senior', { accountId, assigneeId, dueOn });
}

function plain(dueOn: Day): Omit<MakeTask, 'title' | 'companyId' | 'assigneeId'> {
  return {
    text: '',
    dueOn,
    dueMinutes: null,
    timeBoxMinutes: null,
    needs: [],
    lines: [],
    every: null,
    accountId: null,
    priority: 'normal',
  };
}
