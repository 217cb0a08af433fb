/** Refunds, and the money of students, as vectors call them. */
import { z } from 'zod';
import { refundDue } from '#areas/refunds/rules/consumer-credit.ts';
import { lookbackYears, overpaymentClock } from '#areas/refunds/rules/medicare-overpayment.ts';
import { refundWay } from '#areas/refunds/rules/refund-route.ts';
import { unclaimedStatus } from '#areas/refunds/rules/unclaimed.ts';
import { creditBalance, payableBy, undelivered } from '#areas/students/rules/credit-balance.ts';
import { attendanceOf, earnedThousandths } from '#areas/students/rules/earned-percentage.ts';
import {
  type Aid,
  isExempt,
  programmes,
  returnDeadlines,
  returnOfAid,
} from '#areas/students/rules/return-of-aid.ts';
import { mayWithholdTranscript } from '#areas/students/rules/transcript.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { formatMinor, formatMoney } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { amount, amountOrNothing, count, dayField } from './fields.ts';
import { type Op, judgingOp, op } from './op.ts';

const dayOrNone = dayField.nullish().transform((on) => on ?? undefined);

/** Money that never goes to a state has no day there and no letter. */
const neverDormant = {
  dormantOn: null,
  reportBefore: null,
  noticeWindow: null,
  noticeRequired: false,
  plannedFilingOn: null,
};

const credits: readonly Op[] = [
  op(
    'regz.creditBalance',
    z.object({
      plan: z.enum(['open_end', 'closed_end']),
      balance: amount,
      createdOn: dayField,
      writtenRequestOn: dayOrNone,
    }),
    ({ plan, balance, createdOn, writtenRequestOn: requestedInWritingOn }) => {
      const credit = { isOpenEnd: plan === 'open_end', balance, createdOn, requestedInWritingOn };
      return { ...refundDue(credit, federalBankCalendar) };
    },
  ),
  op(
    'medicare.reportAndReturnBy',
    z.object({
      identifiedOn: dayField,
      investigationStartedOn: dayOrNone,
      investigationConcludedOn: dayOrNone,
      costReportDue: dayOrNone,
    }),
    ({ identifiedOn, costReportDue, ...inquiry }) => ({
      ...overpaymentClock({
        identifiedOn,
        costReportDue,
        inquiryFrom: inquiry.investigationStartedOn,
        inquiryTo: inquiry.investigationConcludedOn,
      }),
      lookbackYears,
    }),
  ),
  judgingOp(
    'unclaimed.status',
    z.object({
      state: z.string(),
      type: z.string(),
      arose: dayField,
      lastOwnerContact: dayOrNone,
      amount,
    }),
    ({ arose, lastOwnerContact, ...held }) => {
      const found = unclaimedStatus({ ...held, aroseOn: arose, lastContactOn: lastOwnerContact });
      if (!found.ok) return found;
      if (found.value.routeTo !== 'state') return accept({ ...neverDormant, ...found.value });
      const { isNoticeRequired, ...status } = found.value;
      return accept({ ...status, noticeRequired: isNoticeRequired });
    },
  ),
  op(
    'refund.route',
    z.object({
      paidBy: z.string(),
      cardCaptureId: z.string().nullish(),
      captured: amount,
      alreadyRefunded: amountOrNothing,
      requested: amount,
    }),
    ({ paidBy, cardCaptureId, captured, alreadyRefunded, requested }) => {
      const way = refundWay({
        paidBy,
        capture: cardCaptureId ?? undefined,
        received: captured,
        refundedBefore: alreadyRefunded,
        wanted: requested,
      });
      return {
        allowed: way.isAllowed,
        maxRefundable: formatMoney(way.most),
        method: way.method,
      };
    },
  ),
];

const aid = z
  .partialRecord(z.enum(programmes), amount)
  .nullish()
  .transform((sums): Aid => {
    const given = sums ?? {};
    return new Map(
      programmes.flatMap((name) => {
        const sum = given[name];
        return sum === undefined ? [] : [[name, sum] as const];
      }),
    );
  });

const withdrawal = z.object({
  periodStart: dayField,
  periodEnd: dayField,
  scheduledBreaks: z.array(z.object({ start: dayField, end: dayField })).default([]),
  withdrawalDate: dayField,
  disbursed: aid,
  couldHaveBeen: aid,
  institutionalCharges: amount,
});

/** A period by whatever its books call it; paid, or in an agreement to pay, it is settled. */
const studyPeriod = z
  .looseObject({ titleIV: z.boolean().default(true) })
  .transform(({ titleIV: hasTitleIv, ...rest }, context) => {
    const id = ['id', 'period', 'term', 'name', 'label'].map((key) => rest[key]).find(isText);
    if (id === undefined) {
      context.addIssue('a period has no id');
      return z.NEVER;
    }
    const isSettled = Object.entries(rest).some(
      ([key, value]) => value === true && /settled|paid|agreement/iu.test(key),
    );
    return { id, hasTitleIv, isSettled };
  });

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

const students: readonly Op[] = [
  op(
    'titleIV.creditBalance',
    z.object({
      titleIV: amount,
      allowableCharges: amount,
      otherAid: amountOrNothing,
      unauthorizedCharges: amountOrNothing,
      priorYearAllowable: amountOrNothing,
    }),
    (given) => {
      const { titleIv, ledger } = creditBalance({
        titleIv: given.titleIV,
        allowable: given.allowableCharges,
        otherAid: given.otherAid,
        unauthorized: given.unauthorizedCharges,
        earlierYear: given.priorYearAllowable,
      });
      return { titleIVCreditBalance: formatMoney(titleIv), ledgerCredit: formatMoney(ledger) };
    },
  ),
  op(
    'titleIV.payBy',
    z.object({ creditOccurredOn: dayField, firstDayOfClass: dayField }),
    ({ creditOccurredOn, firstDayOfClass }) => ({
      payBy: payableBy(creditOccurredOn, firstDayOfClass),
    }),
  ),
  op(
    'titleIV.undelivered',
    z.object({ firstIssuedOn: dayField, returnedUncashedOn: dayField }),
    ({ firstIssuedOn, returnedUncashedOn }) => {
      const { retryBy, returnBy } = undelivered(firstIssuedOn, returnedUncashedOn);
      return { reattemptBy: retryBy, returnToEdBy: returnBy, escheatAllowed: false };
    },
  ),
  op('r2t4.compute', withdrawal, (given) => {
    const period = { start: given.periodStart, end: given.periodEnd };
    const attendance = attendanceOf(period, given.scheduledBreaks, given.withdrawalDate);
    const thousandths = earnedThousandths(attendance);
    const found = returnOfAid({
      disbursed: given.disbursed,
      couldHaveBeen: given.couldHaveBeen,
      charges: given.institutionalCharges,
      earnedThousandths: thousandths,
    });
    return {
      daysCompleted: attendance.completed,
      daysTotal: attendance.total,
      percentEarned: formatMinor(thousandths, 1),
      earned: formatMoney(found.earned),
      unearned: formatMoney(found.unearned),
      schoolReturnTotal: formatMoney(found.schoolTotal),
      schoolReturns: Object.fromEntries(
        [...found.schoolReturns].map(([name, sum]) => [name, formatMoney(sum)]),
      ),
      studentLoanBalanceKeptUnderNote: formatMoney(found.loansUnderNote),
      studentGrantReturn: formatMoney(found.studentGrantReturn),
      postWithdrawalDisbursement: formatMoney(found.postWithdrawal),
    };
  }),
  op('r2t4.percent', z.object({ completed: count, total: count }), (attendance) => ({
    percentEarned: formatMinor(earnedThousandths(attendance), 1),
  })),
  op('r2t4.deadlines', z.object({ determinedOn: dayField }), ({ determinedOn }) => ({
    ...returnDeadlines(determinedOn),
  })),
  op(
    'r2t4.exemption',
    z.object({
      treatedAsNeverAttended: z.boolean(),
      allTitleIVReturned: z.boolean(),
      allInstitutionalChargesRefunded: z.boolean(),
      balanceWrittenOff: z.boolean(),
    }),
    (given) => ({
      exempt: isExempt({
        isTreatedAsNeverAttended: given.treatedAsNeverAttended,
        isAidReturned: given.allTitleIVReturned,
        areChargesRefunded: given.allInstitutionalChargesRefunded,
        isBalanceWrittenOff: given.balanceWrittenOff,
      }),
    }),
  ),
  judgingOp(
    'transcript.mayWithhold',
    z.object({
      state: z.string(),
      balanceOwed: amount,
      periods: z.array(studyPeriod).nullish(),
    }),
    ({ state, balanceOwed, periods }) => {
      const answer = mayWithholdTranscript(state, balanceOwed, periods ?? []);
      return answer.ok ? accept({ ...answer.value }) : answer;
    },
  ),
];

export const refundOps: readonly Op[] = [...credits, ...students];
