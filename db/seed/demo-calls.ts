/**
 * What collectors of the invented desk hear and write down: notes, promises, calls to make again.
 */
import { plusDays } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { addNote } from '#areas/customers/actions/add-note.ts';
import { makePromise } from '#areas/promises/actions/make-promise.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { snoozeWork } from '#areas/worklist/actions/snooze-work.ts';
import type { Desk } from '#platform/action.ts';
import { type Cast, type LateAccount, lateAccounts, silentAccounts } from './demo-cast.ts';
import { act, attempt } from './demo-desk.ts';
import type { Dice } from './dice.ts';

const heard = {
  en: [
    'Check run is on Thursday; ours is on the list.',
    'Waiting for the approver, who is back on Monday.',
    'Asked for a copy of the invoice; sent it while on the telephone.',
    'Receiver says two pallets were short; will send the delivery note.',
    'No answer, left a message with our number.',
    'New person in payables; sent her the open invoices and our bank details.',
    'Says the bank changed and the first payment bounced; will send it again.',
    'Needs the PO number on the invoice before they can book it.',
  ],
  es: [
    'Dice que el pago sale el viernes.',
    'Pide copia de la factura; se la envié durante la llamada.',
    'La persona que aprueba vuelve el lunes.',
    'Nadie contesta; dejé mensaje con nuestro número.',
    'Reclama que faltaron dos cajas; enviará la nota de entrega.',
    'Cambiaron de banco; piden de nuevo nuestros datos para la transferencia.',
  ],
} as const;

/** On a day in the past: some calls, and some of them with a promise. */
export async function collectorsCall(desk: Desk, dice: Dice): Promise<void> {
  for (const account of await lateAccounts(desk)) {
    if (!dice.permille(140)) continue;
    await note(desk, account, dice);
    if (dice.permille(600)) {
      const part = dice.permille(300) ? account.overdue : account.overdue / 4n;
      await promise(desk, account, { amount: part, inDays: dice.between(4, 12) });
    }
  }
}

/** The collector writes down what they heard. */
async function note(desk: Desk, account: LateAccount, dice: Dice): Promise<void> {
  const [first, ...others] = heard[account.language];
  const text = dice.pick([first, ...others]);
  const { accountId, ownerId } = account;
  await act(desk, { action: 'customers.add_note', by: ownerId, reason: 'note' }, (context) =>
    addNote(context, { accountId, text }),
  );
}

/** The collector takes a promise; false when there is not so much to promise. */
async function promise(
  desk: Desk,
  account: LateAccount,
  said: { readonly amount: bigint; readonly inDays: number },
): Promise<boolean> {
  const { accountId, ownerId, currency, contact } = account;
  const whole = said.amount - (said.amount % 100n);
  const wish = {
    accountId,
    amount: money(whole > 0n ? whole : said.amount, currency),
    dueOn: plusDays(desk.clock.today(), said.inDays),
    saidBy: contact ?? 'Accounts payable',
    method: said.inDays % 2 === 0 ? 'check' : 'ach',
    itemIds: [],
    supersedes: [],
    note: '',
  };
  return attempt(
    desk,
    { action: 'promises.make_promise', by: ownerId, reason: 'call' },
    (context) => makePromise(context, wish, standardPromisePolicy),
  );
}

/** Of each collector's accounts, the largest first, those at these places. */
function atPlaces(accounts: readonly LateAccount[], places: readonly number[]): LateAccount[] {
  const byOwner = Map.groupBy(
    accounts.filter(({ ownerId }) => ownerId !== null),
    ({ ownerId }) => ownerId,
  );
  return [...byOwner.values()].flatMap((mine) => places.flatMap((place) => mine[place] ?? []));
}

/** Promised, and gone by: on the list it is the first of two that were broken. */
export async function breakOnce(then: Desk, cast: Cast): Promise<void> {
  for (const account of atPlaces(await silentAccounts(then, cast), [0])) {
    await promise(then, account, { amount: account.overdue / 2n, inDays: 2 });
  }
}

export async function breakAgain(then: Desk, cast: Cast): Promise<void> {
  for (const account of atPlaces(await silentAccounts(then, cast), [0, 2])) {
    await note(then, account, cast.dice);
    await promise(then, account, { amount: account.overdue / 3n, inDays: 5 });
  }
}

export async function promiseForToday(then: Desk): Promise<void> {
  for (const account of atPlaces(await lateAccounts(then), [1, 4])) {
    await promise(then, account, { amount: account.overdue, inDays: 9 });
  }
}

export async function promiseForTomorrow(then: Desk): Promise<void> {
  for (const account of atPlaces(await lateAccounts(then), [2])) {
    await promise(then, account, { amount: account.overdue / 2n, inDays: 7 });
  }
}

/** "Call again in two days" was said three days ago. */
export async function callAgain(then: Desk): Promise<void> {
  for (const account of atPlaces(await lateAccounts(then), [3, 6])) {
    const { accountId, language, ownerId: by } = account;
    const [until, text] =
      language === 'es'
        ? ['2 días', 'Volver a llamar: la encargada está de vacaciones.']
        : ['2 days', 'Call again: the controller is travelling.'];
    const wish = { accountId, until, note: text, language };
    await act(then, { action: 'worklist.snooze_work', by }, (context) => snoozeWork(context, wish));
  }
}
