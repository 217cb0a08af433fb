/** What tasks come of the news of other areas. */
import { parseDay, plusDays } from '#kernel/day.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { allMembers } from '#areas/team/index.ts';
import type { Id } from '#kernel/ids.ts';
import { makeTask } from './actions/make-task.ts';
import { companyOfAccount, ownerOfAccount } from './store/tasks.ts';

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

/** Something of the desk's own, no customer's, has to be looked into within two days. */
export async function lookInto(context: Context, event: HeardEvent): Promise<void> {
  const wish = {
    title: textIn(event, 'title'),
    text: textIn(event, 'text'),
    dueOn: plusDays(context.today, 2),
    dueMinutes: null,
    timeBoxMinutes: null,
    needs: [],
    lines: [],
    every: null,
    companyId: null,
    accountId: null,
    assigneeId: null,
    priority: 'normal' as const,
  };
  accepted(await makeTask(context, wish, { companies: 'all', leads: true }));
}

/** A customer texted what no program answers: a person does, within a day. */
export async function answerText(context: Context, event: HeardEvent): Promise<void> {
  if (event.accountId === null || textIn(event, 'meaning') !== 'other') return;
  await ask(context, event, {
    title: `Answer a text / Responder un mensaje: ${textIn(event, 'name')}`,
    text: textIn(event, 'body'),
    days: 1,
    assigneeId: (await ownerOfAccount(context.tx, event.accountId)) ?? null,
  });
}

/** Somebody else answered at a number: whoever owns the account finds the right one. */
export async function findNumber(context: Context, event: HeardEvent): Promise<void> {
  if (event.accountId === null) return;
  await ask(context, event, {
    title: `Find a number / Buscar un número: ${textIn(event, 'number')}`,
    text: '',
    days: 2,
    assigneeId: (await ownerOfAccount(context.tx, event.accountId)) ?? null,
  });
}

/** What a step of a strategy wants of ours, said in both languages. */
const wanted: Readonly<Record<string, string>> = {
  task: 'Follow up / Dar seguimiento',
  escalate: 'Take over / Tomar a cargo',
  propose_hold: 'Decide on a hold / Decidir una retención',
  propose_agency: 'Decide on an agency / Decidir una agencia',
};

/** A strategy asks something of ours: the collector does it, and what is escalated the manager. */
export async function takeStep(context: Context, event: HeardEvent): Promise<void> {
  const { accountId } = event;
  const act = textIn(event, 'act');
  const named = wanted[act];
  if (accountId === null || named === undefined) return;
  const to = textIn(event, 'to');
  const assigneeId =
    act === 'escalate' && to !== 'collector'
      ? await soleMember(context, accountId, to)
      : ((await ownerOfAccount(context.tx, accountId)) ?? null);
  await ask(context, event, {
    title: `${named}: ${textIn(event, 'amount')} ${textIn(event, 'currency')}`,
    text: [textIn(event, 'strategy'), textIn(event, 'step'), to].filter(Boolean).join(' · '),
    days: 2,
    assigneeId,
  });
}

/** Where only one of the company has the role it is theirs; else whoever takes it. */
async function soleMember({ tx }: Context, accountId: Id, role: string): Promise<Id | null> {
  const companyId = await companyOfAccount(tx, accountId);
  if (!companyId) return null;
  const fit = (await allMembers(tx)).filter(
    ({ active, roles, companyIds }) =>
      active && roles.includes(role) && (companyIds === 'all' || companyIds.includes(companyId)),
  );
  return fit.length === 1 ? (fit[0]?.memberId ?? null) : null;
}

type Asked = {
  readonly title: string;
  readonly text: string;
  readonly days: number;
  /** Left out: whoever takes it. */
  readonly assigneeId?: Id | null;
};

async function ask(
  context: Context,
  { accountId }: HeardEvent,
  { title, text, days, assigneeId = null }: Asked,
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
    assigneeId,
    priority: 'normal' as const,
  };
  accepted(await makeTask(context, wish, { companies: 'all', leads: false }));
}

function textIn({ payload }: HeardEvent, name: string): string {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
}
