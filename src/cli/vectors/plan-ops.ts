/** Payment plans and settlements, as vectors call them. */
import { z } from 'zod';
import { mayAct } from '#areas/compliance/rules/time-barred.ts';
import { copyDuty, disclosureReason, reageRefusal } from '#areas/promises/rules/plans/plan-law.ts';
import { standingOf } from '#areas/promises/rules/plans/plan-standing.ts';
import { equalInstallments, levelPlan } from '#areas/promises/rules/plans/schedule.ts';
import { settlementStanding } from '#areas/promises/rules/settlements/settlement.ts';
import { formatMoney } from '#kernel/money.ts';
import { amount, amountOrNothing, count, dayField, decimalField, dollars } from './fields.ts';
import { type Op, op } from './op.ts';

const partCount = count.pipe(z.int().min(1).max(1200));

const schedules: readonly Op[] = [
  op('plan.equal', z.object({ total: amount, n: partCount }), ({ total, n }) => ({
    installments: equalInstallments(total, n).map(formatMoney),
  })),
  op(
    'plan.amortize',
    z.object({ principal: amount, aprPct: decimalField, n: partCount }),
    ({ principal, aprPct, n }) => {
      const plan = levelPlan(principal, aprPct, n);
      const [first] = plan.rows;
      return {
        payment: formatMoney(plan.payment),
        finalPayment: formatMoney(plan.finalPayment),
        totalInterest: formatMoney(plan.totalInterest),
        row1: first && {
          interest: formatMoney(first.interest),
          principal: formatMoney(first.principal),
          balance: formatMoney(first.balance),
        },
      };
    },
  ),
  op(
    'plan.status',
    z.object({
      installments: z.array(z.object({ due: dayField, amount, paid: amountOrNothing })),
      asOf: dayField,
      graceDays: count.default(5),
      defaultAfterMissed: count.default(2),
    }),
    ({ installments, asOf, ...terms }) => {
      const rows = installments.map(({ due, ...row }) => ({ ...row, dueOn: due }));
      const { missed, status, pastDue } = standingOf(rows, dollars, asOf, terms);
      return { missed, status, pastDue: formatMoney(pastDue) };
    },
  ),
  op(
    'settlement.evaluate',
    z.object({
      balance: amount,
      offer: amount,
      payBy: dayField,
      paid: z.array(z.tuple([dayField, amount])),
      asOf: dayField,
    }),
    ({ paid, asOf, ...offer }) => {
      const payments = paid.map(([on, sum]) => ({ on, amount: sum }));
      const { status, writeOff, remaining } = settlementStanding(offer, payments, asOf);
      return { status, writeOff: formatMoney(writeOff), remaining: formatMoney(remaining) };
    },
  ),
];

const law: readonly Op[] = [
  op(
    'plan.regZ',
    z.object({
      party: z.string(),
      installments: count,
      financeCharge: z.boolean(),
      creditorExtendedMoreThan25LastYear: z.boolean(),
      writtenAgreement: z.boolean(),
    }),
    (given) => {
      const reason = disclosureReason({
        isBusiness: given.party === 'business',
        installments: given.installments,
        hasFinanceCharge: given.financeCharge,
        isRegularCreditor: given.creditorExtendedMoreThan25LastYear,
        isWritten: given.writtenAgreement,
      });
      return { regZDisclosures: reason !== undefined, reason: reason ?? null };
    },
  ),
  op(
    'plan.writtenCopy',
    z.object({ state: z.string(), actor: z.string(), agreedOn: dayField }),
    ({ state, agreedOn }) => ({ ...copyDuty(state, agreedOn) }),
  ),
  op(
    'plan.reage',
    z.object({
      accountAgeMonths: count,
      consecutivePayments: count,
      lastReage: dayField.nullish(),
      reagesIn5Years: count,
      asOf: dayField,
    }),
    ({ accountAgeMonths, consecutivePayments, lastReage, reagesIn5Years, asOf }) => {
      const wish = { accountAgeMonths, consecutivePayments, timesIn5Years: reagesIn5Years };
      const refusal = reageRefusal({ ...wish, lastOn: lastReage ?? undefined }, asOf);
      return { allowed: refusal === undefined, reason: refusal ?? null };
    },
  ),
  op(
    'timebarred.gate',
    z.object({
      actor: z.string(),
      debtAgeYears: decimalField,
      limitationYears: decimalField,
      action: z.string(),
    }),
    ({ actor, debtAgeYears: ageYears, limitationYears, action: act }) => ({
      allowed: mayAct({ isThirdParty: actor === 'third_party', act, ageYears, limitationYears }),
    }),
  ),
];

export const planOps: readonly Op[] = [...schedules, ...law];
