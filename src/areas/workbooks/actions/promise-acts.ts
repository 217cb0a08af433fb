/** Edits of a customer's word: a new promise of an item, other terms, one written down wrongly. */
import { parseDay } from '#kernel/day.ts';
import { currency, formatMoney, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { makePromise, withdrawPromise } from '#areas/promises/index.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { valueOf } from '../rules/column.ts';
import { type Edit, wanted } from '../rules/edits.ts';
import { promiseTerms } from '../store/rows/promises.ts';
import type { Undo } from '../store/workbooks.ts';
import { type Acts, accountOf, idIn } from './doing.ts';

export const promiseActs: Acts = {
  promise: {
    do: (context, edit) =>
      promise(context, edit, {
        day: valueOf(edit.taken, 'promise_on'),
        amount: valueOf(edit.taken, 'promise_amount') || valueOf(edit.now, 'open'),
        saidBy: valueOf(edit.taken, 'said_by'),
      }),
    undo: (context, { accountId, undo }) =>
      withdrawPromise(context, {
        accountId: accountOf({ accountId }),
        promiseId: idIn(undo, 'promiseId'),
      }),
  },
  change_promise: {
    async do(context, edit) {
      if (valueOf(edit.now, 'state') !== 'open') return refuse('workbooks.promise_not_open');
      const changed = await promise(context, edit, {
        day: wanted(edit, 'due_on'),
        amount: wanted(edit, 'amount'),
        saidBy: valueOf(edit.now, 'said_by'),
      });
      // The words that it replaced are history, and history is not taken back.
      return changed.ok ? accept(null) : changed;
    },
  },
  withdraw_promise: {
    async do(context, edit) {
      if (wanted(edit, 'state') !== 'withdrawn') return refuse('workbooks.promise_not_open');
      const promiseId = edit.targetId;
      const done = await withdrawPromise(context, { accountId: accountOf(edit), promiseId });
      return done.ok ? accept(null) : done;
    },
  },
};

type Words = { readonly day: string; readonly amount: string; readonly saidBy: string };

async function promise(
  context: Context,
  edit: Edit,
  { day, amount: text, saidBy }: Words,
): Promise<Outcome<Undo>> {
  const accountId = accountOf(edit);
  const dueOn = parseDay(day);
  const amount = parseMoney(text, currency(valueOf(edit.now, 'currency')));
  if (dueOn === undefined || !amount || saidBy === '')
    return refuse('workbooks.promise_incomplete');
  const replaced =
    edit.act === 'change_promise'
      ? await promiseTerms(context.tx, accountId, edit.targetId)
      : undefined;
  const made = await makePromise(
    context,
    {
      accountId,
      dueOn,
      amount,
      saidBy,
      method: replaced?.method ?? null,
      itemIds: replaced?.itemIds ?? [edit.targetId],
      supersedes: replaced ? [edit.targetId] : [],
      note: '',
    },
    standardPromisePolicy,
  );
  if (!made.ok) return made;
  return accept({ promiseId: made.value.promiseId, amount: formatMoney(amount) });
}
