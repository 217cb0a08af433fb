/**
 * A student leaves: the return of aid is computed, its worksheet kept, its deadlines started.
 *
 * What is left of a Title IV balance is paid within 14 days of this calculation, so that clock
 * starts anew. No calculation is due for whoever never attended, once all four are so.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, formatMoney, money, zero } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { startClock } from '#areas/clocks/index.ts';
import type { ClockKind } from '#areas/clocks/rules/kinds.ts';
import { baseCurrencyOf } from '#areas/customers/index.ts';
import { companyOf, lockAccount } from '#areas/ledger/index.ts';
import {
  type Aid,
  type NeverAttended,
  type Programme,
  isExempt,
  programmes,
} from '../rules/return-of-aid.ts';
import { type Worksheet, worksheetOf } from '../rules/worksheet.ts';
import { isAllowable } from '../rules/title-iv.ts';
import { type AidRow, type Term, aidOf, chargesOf, termsOf } from '../store/terms.ts';
import { type KeptWorksheet, insertWithdrawal, withdrawalsOf } from '../store/withdrawals.ts';
import { weighTerm } from './weigh-term.ts';

export type RecordWithdrawal = {
  readonly accountId: Id;
  readonly term: string;
  readonly withdrawnOn: Day;
  readonly determinedOn: Day;
  readonly attended: NeverAttended;
};

export type WithdrawalRefusal =
  | 'students.no_such_account'
  | 'students.no_such_term'
  | 'students.left_before_start'
  | 'students.withdrawn_already';

export async function recordWithdrawal(
  context: Context,
  wish: RecordWithdrawal,
): Promise<Outcome<{ withdrawalId: Id }, WithdrawalRefusal>> {
  const { tx } = context;
  const { accountId, withdrawnOn, determinedOn } = wish;
  if (!(await lockAccount(tx, accountId))) return refuse('students.no_such_account');
  const term = (await termsOf(tx, accountId)).find((each) => each.term === wish.term);
  if (!term) return refuse('students.no_such_term', { term: wish.term });
  if (withdrawnOn < term.startsOn || determinedOn < withdrawnOn) {
    return refuse('students.left_before_start', { day: term.startsOn });
  }
  const earlier = await withdrawalsOf(tx, accountId);
  if (earlier.some((each) => each.term === wish.term)) return refuse('students.withdrawn_already');
  const companyId = (await companyOf(tx, accountId)) ?? accountId;
  const currency = await baseCurrencyOf(tx, companyId);
  const sheet = await computed(context, term, wish, currency);
  const withdrawalId = context.newId();
  const exempt = isExempt(wish.attended);
  await insertWithdrawal(context, {
    ...wish,
    withdrawalId,
    worksheet: kept(sheet, exempt, currency),
  });
  if (!exempt) await startClocks(context, { ...wish, withdrawalId, companyId }, sheet);
  await weighTerm(context, term, context.today);
  const facts = { term: wish.term, school: formatMoney(sheet.aid.schoolTotal) };
  context.did({ what: 'withdrawal', id: withdrawalId, facts });
  const payload = { withdrawalId, term: wish.term };
  await context.tell({ name: 'students.student_withdrew', accountId, payload });
  return accept({ withdrawalId });
}

async function computed(
  { tx }: Context,
  term: Term,
  { withdrawnOn, determinedOn }: RecordWithdrawal,
  currency: Currency,
): Promise<Worksheet> {
  const aid = await aidOf(tx, term.accountId, term.term);
  const charges = await chargesOf(tx, term.accountId, term.term);
  const institutional = charges
    .filter(isAllowable)
    .reduce((total, { amount }) => total + amount.minor, 0n);
  return worksheetOf({
    start: term.startsOn,
    end: term.endsOn,
    breaks: term.breaks,
    withdrawnOn,
    determinedOn,
    disbursed: byProgramme(aid, 'disbursed', currency),
    couldHaveBeen: byProgramme(aid, 'could', currency),
    charges: money(institutional < 0n ? 0n : institutional, currency),
  });
}

function byProgramme(aid: readonly AidRow[], state: AidRow['state'], currency: Currency): Aid {
  const sums = new Map<Programme, Money>();
  for (const programme of programmes) {
    const minor = aid
      .filter((each) => each.state === state && each.programme === programme)
      .reduce((total, { amount }) => total + amount.minor, 0n);
    if (minor > 0n) sums.set(programme, money(minor, currency));
  }
  return sums;
}

function kept(
  { aid, deadlines, steps }: Worksheet,
  exempt: boolean,
  currency: Currency,
): KeptWorksheet {
  const none = zero(currency);
  return {
    currency,
    steps: steps.map((step) => ({ ...step })),
    schoolReturns: Object.fromEntries(
      programmes.flatMap((name) => {
        const amount = aid.schoolReturns.get(name) ?? none;
        return amount.minor > 0n ? [[name, formatMoney(amount)]] : [];
      }),
    ),
    studentGrantReturn: formatMoney(aid.studentGrantReturn),
    loansUnderNote: formatMoney(aid.loansUnderNote),
    postWithdrawal: formatMoney(aid.postWithdrawal),
    deadlines: { ...deadlines },
    exempt,
  };
}

/** The key of a clock of a withdrawal. */
export function withdrawalClock(withdrawalId: Id, kind: ClockKind): string {
  return `withdrawal/${withdrawalId}/${kind}`;
}

type About = RecordWithdrawal & { readonly withdrawalId: Id; readonly companyId: Id };

async function startClocks(context: Context, about: About, sheet: Worksheet): Promise<void> {
  const { aid, deadlines } = sheet;
  const clocks = [
    {
      kind: 'r2t4_return' as const,
      amount: aid.schoolTotal,
      dueOn: deadlines.schoolReturnBy,
      source: '34 CFR 668.22(j)(1)',
    },
    {
      kind: 'r2t4_notice' as const,
      amount: aid.studentGrantReturn,
      dueOn: deadlines.grantOverpaymentNoticeBy,
      source: '34 CFR 668.22(h)(4)(ii)',
    },
    {
      kind: 'r2t4_offer' as const,
      amount: aid.postWithdrawal,
      dueOn: deadlines.pwdLoanOfferBy,
      source: '34 CFR 668.22(a)(6)(iii)',
    },
  ];
  for (const { kind, amount, dueOn, source } of clocks) {
    if (amount.minor === 0n) continue;
    await startClock(context, {
      key: withdrawalClock(about.withdrawalId, kind),
      kind,
      companyId: about.companyId,
      accountId: about.accountId,
      about: { kind: 'withdrawal', id: about.withdrawalId },
      startedOn: about.determinedOn,
      dueOn,
      source,
      ownerId: null,
      facts: { amount: formatMoney(amount), currency: amount.currency, term: about.term },
    });
  }
}
