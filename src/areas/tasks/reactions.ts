/** What tasks come of the news of other areas. */
import { parseDay } from '#kernel/day.ts';
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
    text: `${told('paidOn')}`,
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
