/** Says what becomes of a rest; who is to ask for it gets a task, on the account's timeline too. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { type ShortAnswer, type ShortRefusal, acceptShortAnswer } from '../rules/short.ts';
import { insertShortAnswer, restsLeft } from '../store/short.ts';

export type AnswerShort = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly answer: ShortAnswer;
  readonly until: Day | null;
  readonly note: string;
};

export async function answerShort(
  context: Context,
  { accountId, itemId, answer, until, note }: AnswerShort,
): Promise<Outcome<{ answer: ShortAnswer }, ShortRefusal>> {
  const { tx, today } = context;
  const account = await lockAccount(tx, accountId);
  const [rest] = account ? await restsLeft(tx, [account.companyId], today, itemId) : [];
  if (!rest || rest.accountId !== accountId) return refuse('charges.no_such_rest');
  const fit = acceptShortAnswer(answer, until, today);
  if (!fit.ok) return fit;
  const { open, document } = rest;
  const said = { accountId, itemId, open: open.minor, answer, note, until: fit.value.until };
  await insertShortAnswer(context, said);
  context.did({ what: `short payment: ${answer}`, id: itemId, facts: { document } });
  if (answer === 'ask') {
    const amount = `${formatMoney(open)} ${open.currency}`;
    // Said in both languages at once: whoever takes it reads either.
    const title = `Ask for the rest / Pedir el resto: ${document}, ${amount}`;
    const payload = { title, text: note };
    await context.tell({ name: 'charges.rest_asked_for', accountId, payload });
  }
  return accept({ answer });
}
