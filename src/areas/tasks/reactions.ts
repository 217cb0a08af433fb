/** What tasks come of the news of other areas. */
import { parseDay, plusDays } from '#kernel/day.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { makeTask } from './actions/make-task.ts';

/** A payment is claimed: whoever posts cash looks for it, and nobody asks for it meanwhile. */
export async function searchPayment(context: Context, event: HeardEvent): Promise<void> {
  const { accountId } = event;
  if (accountId === null) return;
  const told = (name: string): string => {
    const value = event.payload[name];
    return typeof value === 'string' ? value : '';
  };
  const named = [told('method'), told('reference')].filter((each) => each !== '').join(' ');
  const wish = {
    // Said in both languages at once: whoever takes it reads either.
    title: `Find / Buscar: ${named}, ${told('amount')} ${told('currency')}`,
    text: told('paidOn'),
    dueOn: parseDay(told('searchBy')) ?? null,
    dueMinutes: null,
    timeBoxMinutes: null,
    needs: [],
    lines: [],
    every: null,
    companyId: null,
    accountId,
    assigneeId: null,
    priority: 'normal' as const,
  };
  accepted(await makeTask(context, wish, { companies: 'all', leads: false }));
}

/** A complaint waits for nobody: it is looked into within a day, whoever takes it. */
export async function takeComplaint(context: Context, event: HeardEvent): Promise<void> {
  const title = `Complaint / Queja: ${textIn(event, 'subject')}`;
  await ask(context, event, { title, text: textIn(event, 'evidence'), days: 1 });
}

/** Somebody who answers a mail needs something that another must do first. */
export async function takeWish(context: Context, event: HeardEvent): Promise<void> {
  const [title, text] = [textIn(event, 'title'), textIn(event, 'text')];
  await ask(context, event, { title, text, days: 2 });
}

type Asked = { readonly title: string; readonly text: string; readonly days: number };

async function ask(
  context: Context,
  { accountId }: HeardEvent,
  { title, text, days }: Asked,
): Promise<void> {
  if (accountId === null) return;
  const wish = {
    title: title.slice(0, 200),
    text: text.slice(0, 4000),
    dueOn: plusDays(context.today, days),
    dueMinutes: null,
    timeBoxMinutes: null,
    needs: [],
    lines: [],
    every: null,
    companyId: null,
    accountId,
    assigneeId: null,
    priority: 'normal' as const,
  };
  accepted(await makeTask(context, wish, { companies: 'all', leads: false }));
}

function textIn({ payload }: HeardEvent, name: string): string {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
}
