/** Interest, late payment and the fees that law limits, as vectors call them. */
import { z } from 'zod';
import { surchargeOn } from '#areas/cash/rules/fees/surcharge.ts';
import { type DayCount, simpleInterest } from '#areas/ledger/rules/interest/accrual.ts';
import { checkCap } from '#areas/ledger/rules/interest/cap.ts';
import { mayChargeLateFee } from '#areas/ledger/rules/interest/late-fee.ts';
import {
  type LatePaymentClaim,
  europeanClaim,
  unitedKingdomClaim,
} from '#areas/ledger/rules/interest/late-payment-law.ts';
import { serviceMemberInterest } from '#areas/ledger/rules/interest/service-member.ts';
import { highestReturnFee } from '#areas/ledger/rules/returned-check-fee.ts';
import { type Decimal, decimal, formatDecimal } from '#kernel/decimal.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { amount, count, dayField, decimalField, dollars } from './fields.ts';
import { type Op, judgingOp, op } from './op.ts';

const dayCounts: Readonly<Record<string, DayCount>> = {
  ACT365F: 'ACT/365F',
  ACT365: 'ACT/365F',
  ACT360: 'ACT/360',
  30360: '30/360',
  '30360US': '30/360',
  ACTACT: 'ACT/ACT',
  ACTACTISDA: 'ACT/ACT',
};

/** The day counts by the names under which contracts know them, however they are spelt. */
const dayCount = z.string().transform((name, context): DayCount => {
  const known = dayCounts[name.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '')];
  if (known !== undefined) return known;
  context.addIssue(`"${name}" is no day count; write ACT/365F, ACT/360, 30/360 or ACT/ACT`);
  return z.NEVER;
});
const dayCountOr365 = dayCount.nullish().transform((name) => name ?? ('ACT/365F' as const));

const late = {
  principal: amount,
  referenceRatePct: decimalField,
  dueDate: dayField,
  paidOn: dayField,
};

const interest: readonly Op[] = [
  op(
    'interest.simple',
    z.object({
      principal: amount,
      ratePct: decimalField,
      from: dayField,
      to: dayField,
      dayCount: dayCountOr365,
    }),
    (given) => ({ interest: formatMoney(simpleInterest(given)) }),
  ),
  judgingOp(
    'interest.capCheck',
    z.object({
      state: z.string(),
      purpose: z.string(),
      writtenContract: z.boolean(),
      ratePct: decimalField,
      principal: amount.nullish(),
    }),
    ({ state, purpose, writtenContract, ratePct, principal }) => {
      const answer = checkCap({
        state,
        purpose: purpose === 'consumer' ? 'consumer' : 'business',
        isWritten: writtenContract,
        ratePct,
        principal: principal ?? undefined,
      });
      if (!answer.ok) return answer;
      const { isAllowed, maxPct, consequence } = answer.value;
      return accept({ allowed: isAllowed, maxPct, consequence });
    },
  ),
  op(
    'interest.scra',
    z.object({
      contractRatePct: decimalField,
      principal: amount,
      serviceFrom: dayField,
      serviceTo: dayField,
      obligationDate: dayField,
      dayCount: dayCountOr365,
    }),
    ({ obligationDate, ...given }) => {
      const found = serviceMemberInterest({ ...given, incurredOn: obligationDate });
      return {
        appliedRatePct: asWritten(found.appliedRatePct),
        interest: formatMoney(found.interest),
        forgiven: formatMoney(found.forgiven),
        reason: found.reason,
      };
    },
  ),
  op(
    'latefee.pyramiding',
    z.object({
      installment: amount,
      paid: amount,
      paidOn: dayField.nullish(),
      dueOn: dayField,
      unpaidEarlierLateFee: amount.nullish(),
    }),
    ({ installment: due, paid, paidOn, dueOn: lastDayInTime }) => ({
      newLateFeeAllowed: mayChargeLateFee({
        due,
        paid,
        paidOn: paidOn ?? undefined,
        lastDayInTime,
      }),
    }),
  ),
];

const latePayment: readonly Op[] = [
  op('uk.latePayment', z.object(late), ({ dueDate: dueOn, ...debt }) =>
    claimOf(unitedKingdomClaim({ ...debt, dueOn })),
  ),
  op(
    'eu.latePayment',
    z.object({
      ...late,
      marginPp: decimalField.nullish().transform((points) => points ?? decimal('8')),
      dayCount: dayCountOr365,
      fixedSum: amount.nullish().transform((sum) => sum ?? money(4_000n, dollars)),
    }),
    ({ dueDate: dueOn, marginPp: margin, dayCount: counted, fixedSum, ...debt }) =>
      claimOf(europeanClaim({ ...debt, dueOn }, { margin, dayCount: counted, fixedSum })),
  ),
];

const fees: readonly Op[] = [
  op(
    'nsf.maxFee',
    z.object({
      state: z.string(),
      itemAmount: amount,
      occurrence: count.nullish(),
      table: z.string(),
    }),
    ({ state, itemAmount, table }) => {
      const fee = highestReturnFee(table, state, itemAmount);
      return { maxFee: fee === undefined ? null : formatMoney(fee) };
    },
  ),
  op(
    'surcharge.compute',
    z.object({
      network: z.string(),
      funding: z.string(),
      state: z.string(),
      amount,
      merchantCostPct: decimalField,
      requestedPct: decimalField,
      noticeGiven30Days: z.boolean(),
    }),
    ({ merchantCostPct: costPct, noticeGiven30Days: isNoticeGiven, ...given }) => {
      const {
        isAllowed,
        pct,
        amount: surcharge,
      } = surchargeOn({ ...given, costPct, isNoticeGiven });
      return {
        allowed: isAllowed,
        pct: isAllowed ? formatDecimal(pct, 2) : '0',
        surcharge: formatMoney(surcharge),
      };
    },
  ),
];

export const interestOps: readonly Op[] = [...interest, ...latePayment, ...fees];

function claimOf(claim: LatePaymentClaim) {
  return {
    daysLate: claim.daysLate,
    ratePct: claim.ratePct,
    interest: formatMoney(claim.interest),
    compensation: formatMoney(claim.compensation),
    total: formatMoney(claim.total),
  };
}

/** A rate with its own decimals, without zeros that say nothing: `6`, `18.5`. */
function asWritten(rate: Decimal): string {
  const text = formatDecimal(rate, rate.scale);
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
}
