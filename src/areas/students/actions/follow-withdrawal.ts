/**
 * Does what the worksheet asks for: a programme's money goes back to the Department, a notice or
 * an offer goes out. A return is booked on the student's account; the last one stops the clock.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import {
  type Currency,
  currency as currencyOf,
  formatMoney,
  minus,
  parseMoney,
  zero,
} from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { stopClock } from '#areas/clocks/index.ts';
import { lockAccount, returnAid } from '#areas/ledger/index.ts';
import { type Programme, programmes } from '../rules/return-of-aid.ts';
import { insertAid, termsOf } from '../store/terms.ts';
import {
  type Withdrawal,
  type WithdrawalActKind,
  actsOf,
  insertAct,
  withdrawalsOf,
} from '../store/withdrawals.ts';
import { withdrawalClock } from './record-withdrawal.ts';
import { weighTerm } from './weigh-term.ts';

export type ReturnProgramme = {
  readonly accountId: Id;
  readonly withdrawalId: Id;
  readonly programme: Programme;
  readonly on: Day;
};

/** Sends one programme's part back whole, as the worksheet has it. */
export async function returnProgramme(
  context: Context,
  { accountId, withdrawalId, programme, on }: ReturnProgramme,
): Promise<Outcome<{ returned: string; left: number }>> {
  const { tx } = context;
  await lockAccount(tx, accountId);
  const withdrawal = await found(context, accountId, withdrawalId);
  if (!withdrawal) return refuse('students.no_such_withdrawal');
  const { worksheet, term } = withdrawal;
  const currency = currencyOf(worksheet.currency);
  const amount = parseMoney(worksheet.schoolReturns[programme] ?? '0', currency);
  if (!amount || amount.minor === 0n) return refuse('students.returned_more', { programme });
  const done = await actsOf(tx, accountId, withdrawalId, currency);
  const returned = done.filter(({ kind }) => kind === 'returned').map((act) => act.programme);
  if (returned.includes(programme)) return refuse('students.returned_already', { programme });
  const posted = await returnAid(context, { accountId, programme, amount, returnedOn: on });
  if (!posted.ok) return posted;
  const { itemId } = posted.value;
  await insertAct(context, {
    accountId,
    withdrawalId,
    kind: 'returned',
    programme,
    amount,
    on,
    itemId,
  });
  await takeBackAid(context, { accountId, withdrawalId, programme, on }, withdrawal, currency);
  const left = programmes.filter(
    (each) =>
      worksheet.schoolReturns[each] !== undefined && ![...returned, programme].includes(each),
  ).length;
  if (left === 0) await stop(context, withdrawalId, 'r2t4_return');
  const known = (await termsOf(tx, accountId)).find((each) => each.term === term);
  if (known) await weighTerm(context, known);
  context.did({ what: 'aid returned', id: withdrawalId, facts: { programme } });
  return accept({ returned: formatMoney(amount), left });
}

/** The term's aid is less by what went back, so that its balance is computed rightly. */
async function takeBackAid(
  context: Context,
  { accountId, withdrawalId, programme, on }: ReturnProgramme,
  { term, worksheet }: Withdrawal,
  currency: Currency,
): Promise<void> {
  const amount = parseMoney(worksheet.schoolReturns[programme] ?? '0', currency) ?? zero(currency);
  await insertAid(context, {
    accountId,
    disbursementId: context.newId(),
    term,
    programme,
    state: 'disbursed',
    amount: minus(zero(currency), amount),
    on,
    itemId: null,
    externalId: `${withdrawalId} ${programme}`,
  });
}

export type NoteAct = {
  readonly accountId: Id;
  readonly withdrawalId: Id;
  readonly kind: Exclude<WithdrawalActKind, 'returned'>;
  readonly on: Day;
};

const clockOf = {
  grant_notice: 'r2t4_notice',
  pwd_offer: 'r2t4_offer',
  pwd_grant: 'r2t4_offer',
} as const;

/** The notice of a grant overpayment, or the offer of a later disbursement, went out. */
export async function noteAct(
  context: Context,
  { accountId, withdrawalId, kind, on }: NoteAct,
): Promise<Outcome<{ noted: true }, 'students.no_such_withdrawal'>> {
  await lockAccount(context.tx, accountId);
  const withdrawal = await found(context, accountId, withdrawalId);
  if (!withdrawal) return refuse('students.no_such_withdrawal');
  const nothing = { programme: null, amount: null, itemId: null };
  await insertAct(context, { accountId, withdrawalId, kind, on, ...nothing });
  await stop(context, withdrawalId, clockOf[kind]);
  context.did({ what: kind, id: withdrawalId });
  return accept({ noted: true });
}

async function found(
  { tx }: Context,
  accountId: Id,
  withdrawalId: Id,
): Promise<Withdrawal | undefined> {
  const all = await withdrawalsOf(tx, accountId);
  return all.find((each) => each.withdrawalId === withdrawalId);
}

async function stop(
  context: Context,
  withdrawalId: Id,
  kind: 'r2t4_return' | 'r2t4_notice' | 'r2t4_offer',
): Promise<void> {
  const { reason } = context;
  await stopClock(context, { key: withdrawalClock(withdrawalId, kind), how: 'met', reason });
}
