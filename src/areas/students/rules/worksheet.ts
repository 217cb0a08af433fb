/**
 * The worksheet of a withdrawal: the calculation of 34 CFR 668.22 step by step, each with its
 * figures and where it is written, so that a person can check it with a pencil.
 *
 * It computes nothing of its own: every figure is that of the rules beside it.
 */
import type { Day } from '#kernel/day.ts';
import { type Money, formatMoney, minus, plus, share, sum } from '#kernel/money.ts';
import {
  type Break,
  type Attendance,
  attendanceOf,
  earnedThousandths,
} from './earned-percentage.ts';
import {
  type Aid,
  type AidReturn,
  type ReturnDeadlines,
  programmes,
  returnDeadlines,
  returnOfAid,
} from './return-of-aid.ts';

export const worksheetSteps = [
  'aid',
  'days',
  'percent',
  'earned',
  'compared',
  'charges',
  'school',
  'order',
  'student_loans',
  'student_grants',
  'post_withdrawal',
] as const;
export type WorksheetStep = (typeof worksheetSteps)[number];

export type WorkedStep = {
  readonly step: WorksheetStep;
  /** The arithmetic with its figures: `43 ÷ 101 = .4257 → 42.6 %`. */
  readonly formula: string;
  readonly result: string;
  readonly citation: string;
};

export type WorksheetFacts = {
  readonly start: Day;
  readonly end: Day;
  readonly breaks: readonly Break[];
  readonly withdrawnOn: Day;
  readonly determinedOn: Day;
  readonly disbursed: Aid;
  readonly couldHaveBeen: Aid;
  readonly charges: Money;
};

export type Worksheet = {
  readonly attendance: Attendance;
  readonly earnedThousandths: bigint;
  readonly aid: AidReturn;
  readonly deadlines: ReturnDeadlines;
  readonly steps: readonly WorkedStep[];
};

export function worksheetOf(facts: WorksheetFacts): Worksheet {
  const { start, end, breaks, withdrawnOn, disbursed, couldHaveBeen, charges } = facts;
  const attendance = attendanceOf({ start, end }, breaks, withdrawnOn);
  const part = earnedThousandths(attendance);
  const aid = returnOfAid({ disbursed, couldHaveBeen, charges, earnedThousandths: part });
  const deadlines = returnDeadlines(facts.determinedOn);
  const steps = [
    ...shareSteps(facts, attendance, part),
    ...aidSteps(facts, aid, part),
    ...whoReturns(facts, aid, part),
  ];
  return { attendance, earnedThousandths: part, aid, deadlines, steps };
}

function shareSteps(facts: WorksheetFacts, { completed, total }: Attendance, part: bigint) {
  const { disbursed, couldHaveBeen, charges } = facts;
  const received = totalOf(disbursed, charges);
  const all = plus(received, totalOf(couldHaveBeen, charges));
  const could = totalOf(couldHaveBeen, charges);
  return [
    step('aid', `${text(received)} + ${text(could)} = ${text(all)}`, text(all), '668.22(g)(2)'),
    step(
      'days',
      `${facts.start} … ${facts.withdrawnOn} / ${facts.start} … ${facts.end}`,
      `${completed} / ${total}`,
      '668.22(f)(1)(i), (f)(2)(i)',
    ),
    step(
      'percent',
      `${completed} ÷ ${total} = ${ratio(completed, total)}`,
      percent(part),
      '668.22(e)(2)',
    ),
  ];
}

function aidSteps(
  { disbursed, couldHaveBeen, charges }: WorksheetFacts,
  aid: AidReturn,
  part: bigint,
) {
  const received = totalOf(disbursed, charges);
  const all = plus(received, totalOf(couldHaveBeen, charges));
  return [
    step(
      'earned',
      `${text(all)} × ${percent(part)} = ${text(aid.earned)}`,
      text(aid.earned),
      '668.22(e)(1)',
    ),
    step(
      'compared',
      `${text(received)} − ${text(aid.earned)} = ${text(minus(received, aid.earned))}`,
      text(aid.unearned),
      '668.22(a)(4), (a)(5)',
    ),
  ];
}

function whoReturns({ charges }: WorksheetFacts, aid: AidReturn, part: bigint): WorkedStep[] {
  const unearnedPart = 1000n - part;
  const ofCharges = share(charges, unearnedPart, 1000n);
  const returns = [...aid.schoolReturns].map(([name, amount]) => `${name} ${text(amount)}`);
  const students = minus(aid.unearned, aid.schoolTotal);
  const grants = minus(students, aid.loansUnderNote);
  return [
    step(
      'charges',
      `${text(charges)} × ${percent(unearnedPart)} = ${text(ofCharges)}`,
      text(ofCharges),
      '668.22(g)(1)(ii)',
    ),
    step(
      'school',
      `min(${text(aid.unearned)}, ${text(ofCharges)}) = ${text(aid.schoolTotal)}`,
      text(aid.schoolTotal),
      '668.22(g)(1)',
    ),
    step('order', returns.join(' + ') || '0.00', text(aid.schoolTotal), '668.22(i)'),
    step(
      'student_loans',
      `${text(aid.unearned)} − ${text(aid.schoolTotal)} = ${text(students)}`,
      text(aid.loansUnderNote),
      '668.22(h)(3)(i)',
    ),
    step(
      'student_grants',
      `${text(students)} − ${text(aid.loansUnderNote)} = ${text(grants)}`,
      text(aid.studentGrantReturn),
      '668.22(h)(3)(ii)',
    ),
    step('post_withdrawal', text(aid.postWithdrawal), text(aid.postWithdrawal), '668.22(a)(6)'),
  ];
}

function step(which: WorksheetStep, formula: string, result: string, citation: string): WorkedStep {
  return { step: which, formula, result, citation: `34 CFR ${citation}` };
}

/** `.4257`: four places, as the law rounds. */
function ratio(completed: number, total: number): string {
  const places = Math.round((completed * 10_000) / Math.max(1, total));
  return places >= 10_000 ? '1.0000' : `.${String(places).padStart(4, '0')}`;
}

function percent(thousandths: bigint): string {
  return `${thousandths / 10n}.${thousandths % 10n} %`;
}

function text(amount: Money): string {
  return formatMoney(amount);
}

function totalOf(aid: Aid, like: Money): Money {
  return sum(
    programmes.flatMap((name) => aid.get(name) ?? []),
    like.currency,
  );
}
