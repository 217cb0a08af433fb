/** A student's account as it is read: terms with their balance, who left with their worksheet. */
import type { Id } from '#kernel/ids.ts';
import { currency as currencyOf, formatMoney } from '#kernel/money.ts';
import { day, parseDay } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { baseCurrencyOf, findAccount } from '#areas/customers/index.ts';
import { calendarOf } from '#areas/team/index.ts';
import type { studentAccount, WireTerm, WireWithdrawal } from '../contract.ts';
import { programmes } from '../rules/return-of-aid.ts';
import { balanceOf, isAllowable, payTitleIvBy } from '../rules/title-iv.ts';
import { worksheetSteps } from '../rules/worksheet.ts';
import { nameOf } from '../store/names.ts';
import { aidOf, chargesOf, termsOf } from '../store/terms.ts';
import { type Withdrawal, actsOf, withdrawalsOf } from '../store/withdrawals.ts';
import { words } from '../words.ts';

export async function readStudent(
  db: Queries,
  accountId: Id,
  language: Language,
): Promise<AnswerOf<typeof studentAccount> | undefined> {
  const account = await findAccount(db, accountId);
  if (!account) return undefined;
  const terms = await wireTerms(db, accountId, account.companyId);
  const withdrawals = await withdrawalsOf(db, accountId);
  return {
    account: account.number,
    name: await nameOf(db, accountId),
    terms,
    withdrawals: await Promise.all(
      withdrawals.map((withdrawal) => wireWithdrawal(db, withdrawal, language)),
    ),
  };
}

async function wireTerms(db: Queries, accountId: Id, companyId: Id): Promise<WireTerm[]> {
  const [terms, charges, aid, currency, calendar] = await Promise.all([
    termsOf(db, accountId),
    chargesOf(db, accountId),
    aidOf(db, accountId),
    baseCurrencyOf(db, companyId),
    calendarOf(db, companyId),
  ]);
  return terms.map((term) => {
    const { startsOn, endsOn, classesFrom, breaks, parentName } = term;
    const ofTerm = charges.filter((each) => each.term === term.term);
    const given = aid.filter((each) => each.term === term.term);
    const balance = balanceOf(
      ofTerm.map(({ kind, authorised, amount, on }) => ({
        kind,
        authorised,
        minor: amount.minor,
        on,
      })),
      given
        .filter(({ state }) => state === 'disbursed')
        .map(({ programme, amount, on }) => {
          return { isTitleIv: programme !== 'other', minor: amount.minor, on };
        }),
      currency,
    );
    const due = balance.titleIv.minor > 0n ? balance.aroseOn : undefined;
    return {
      term: term.term,
      startsOn,
      endsOn,
      classesFrom,
      parentName,
      breaks: [...breaks],
      currency,
      titleIvBalance: formatMoney(balance.titleIv),
      ledgerCredit: formatMoney(balance.ledger),
      payBy: due === undefined ? null : payTitleIvBy(due, term.classesFrom, calendar),
      charges: ofTerm.map((each) => ({
        kind: each.kind,
        authorised: each.authorised,
        allowable: isAllowable(each),
        amount: formatMoney(each.amount),
        on: each.on,
      })),
      aid: given.map(({ programme, state, amount, on }) => {
        return { programme, state, amount: formatMoney(amount), on };
      }),
    };
  });
}

/** A withdrawal with its worksheet as it was computed, in the reader's words. */
export async function wireWithdrawal(
  db: Queries,
  { accountId, withdrawalId, term, withdrawnOn, determinedOn, worksheet }: Withdrawal,
  language: Language,
): Promise<WireWithdrawal> {
  const acts = await actsOf(db, accountId, withdrawalId, currencyOf(worksheet.currency));
  const text = (code: string): string => say(words, `students.${code}`, {}, language);
  return {
    withdrawalId,
    term,
    withdrawnOn,
    determinedOn,
    exempt: worksheet.exempt,
    currency: worksheet.currency,
    steps: worksheetSteps.flatMap((step) =>
      worksheet.steps
        .filter((each) => each.step === step)
        .map(({ formula, result, citation }) => {
          return { step, title: text(`step_${step}`), formula, result, citation };
        }),
    ),
    returns: programmes.flatMap((programme) => {
      const amount = worksheet.schoolReturns[programme];
      if (amount === undefined) return [];
      const act = acts.find((each) => each.kind === 'returned' && each.programme === programme);
      const returnedOn = act?.on ?? null;
      return [{ programme, name: text(`programme_${programme}`), amount, returnedOn }];
    }),
    studentGrantReturn: worksheet.studentGrantReturn,
    loansUnderNote: worksheet.loansUnderNote,
    postWithdrawal: worksheet.postWithdrawal,
    deadlines: Object.entries(worksheet.deadlines).flatMap(([name, by]) =>
      parseDay(by) === undefined ? [] : [{ name: text(`due_${name}`), by: day(by) }],
    ),
  };
}
