/**
 * Says what is done about a difference, and begins it: what they contest becomes a dispute, what
 * somebody of ours must do a task; what needs nothing is only explained.
 */
import { id } from '#kernel/ids.ts';
import { parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type OpenDisputeRefusal, openDispute } from '#areas/disputes/index.ts';
import { type FigureRow, figures } from '../rules/figures.ts';
import type { AnswerKind } from '../rules/signing.ts';
import { partsOf } from '../store/parts.ts';
import { type Reconciliation, insertAnswer } from '../store/reconciliations.ts';
import { type OpenRefusal, type WhichOne, openOne } from './open-one.ts';

export type AnswerDifference = WhichOne & {
  readonly difference: string;
  readonly how: AnswerKind;
  readonly note: string;
};

export type AnswerRefusal =
  | OpenRefusal
  | OpenDisputeRefusal
  | 'reconciliation.no_such_difference'
  | 'reconciliation.no_item_of_ours';

export async function answerDifference(
  context: Context,
  { difference, how, note, ...which }: AnswerDifference,
): Promise<Outcome<{ made: string }, AnswerRefusal>> {
  const found = await openOne(context.tx, which);
  if (!found.ok) return found;
  const { rows } = figures(await partsOf(context.tx, found.value));
  const row = rows.find(({ key, kind }) => key === difference && kind !== 'agreed');
  if (!row) return refuse('reconciliation.no_such_difference');
  const begun = how === 'dispute' ? await contest(context, found.value, row, note) : accept('');
  if (!begun.ok) return begun;
  const title = asked[how];
  if (title !== undefined) {
    const { accountId } = which;
    const number = row.ourNumber || row.theirNumber;
    const payload = { title: `${title}: ${number}`, text: note };
    await context.tell({ name: 'reconciliations.work_wished', accountId, payload });
  }
  const made = title === undefined ? begun.value : 'task';
  await insertAnswer(context, which, { difference, how, note, made });
  context.did({ what: `difference: ${how}`, id: which.reconciliationId, facts: { difference } });
  return accept({ made });
}

/** Said in both languages at once: whoever takes the task reads either. */
const asked: Readonly<Partial<Record<AnswerKind, string>>> = {
  send_copy: 'Send a copy / Enviar copia',
  apply_cash: 'Apply cash / Aplicar el cobro',
  ask: 'Ask the customer / Preguntar al cliente',
};

/** The part of the item that they do not have; all of it where they do not list it. */
async function contest(
  context: Context,
  { accountId, currency }: Reconciliation,
  { itemId, difference, kind }: FigureRow,
  note: string,
): Promise<Outcome<string, OpenDisputeRefusal | 'reconciliation.no_item_of_ours'>> {
  if (itemId === null || !difference.startsWith('-')) {
    return refuse('reconciliation.no_item_of_ours');
  }
  const less = kind === 'amount' ? parseMoney(difference.slice(1), currency) : undefined;
  const amount = less ?? null;
  const opened = await openDispute(context, {
    accountId,
    items: [{ itemId: id(itemId), amount, lineNo: null }],
    reason: 'price',
    part: amount === null ? 'whole' : 'amount',
    note,
    saidBy: '',
    ownerId: null,
  });
  return opened.ok ? accept('dispute') : opened;
}
