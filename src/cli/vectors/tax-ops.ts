/** Tax papers, and the law of credit and bankruptcy, as vectors call them. */
import { z } from 'zod';
import { noticeOf } from '#areas/credit/rules/adverse-action.ts';
import { exposedPayments, splitClaim } from '#areas/credit/rules/bankruptcy-claim.ts';
import { formOfCancelledDebt } from '#areas/documents/rules/cancelled-debt.ts';
import { lastGoodDay, resaleRelief } from '#areas/documents/rules/resale.ts';
import { backupWithholding, fillW9 } from '#areas/documents/rules/tax-forms.ts';
import { formatMoney, sum } from '#kernel/money.ts';
import {
  amount,
  amountOrNothing,
  count,
  dayAmong,
  dayField,
  decimalField,
  dollars,
} from './fields.ts';
import { type Op, op } from './op.ts';

const dayOrNone = dayField.nullish().transform((on) => on ?? undefined);
const textOrNull = z
  .string()
  .nullish()
  .transform((text) => text ?? null);
const yes = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

const forms: readonly Op[] = [
  op(
    'w9.backupWithholding',
    z.object({ reportablePayment: amount, tinStatus: z.string() }),
    ({ reportablePayment, tinStatus }) => {
      const { isDue, amount: withheld } = backupWithholding(reportablePayment, tinStatus);
      return { withhold: isDue, amount: formatMoney(withheld) };
    },
  ),
  op(
    'w9.fill',
    z.object({
      entity: z.string(),
      disregarded: yes,
      llcTaxClass: textOrNull,
      hasForeignOwners: yes,
      requesterIsFlowThroughWithInterest: yes,
      ownerClass: textOrNull,
      ownerName: textOrNull,
      businessName: textOrNull,
    }),
    ({ disregarded, llcTaxClass, requesterIsFlowThroughWithInterest, ...given }) => ({
      ...fillW9({
        ...given,
        isDisregarded: disregarded,
        llcClass: llcTaxClass,
        goesToFlowThroughOfOurs: requesterIsFlowThroughWithInterest,
      }),
    }),
  ),
  op(
    'f1099c.required',
    z.object({
      creditorBusiness: z.string(),
      separateFinanceSubsidiary: yes,
      cancelled: amount,
      identifiableEvent: textOrNull,
      grossIncomeFromLendingPct: decimalField.nullish(),
    }),
    (given) => {
      const { isRequired, reason } = formOfCancelledDebt({
        isSellerOfGoods: given.creditorBusiness === 'sells_goods_or_services',
        hasFinanceSubsidiary: given.separateFinanceSubsidiary,
        lendingIncomePct: given.grossIncomeFromLendingPct ?? undefined,
        cancelled: given.cancelled,
        event: given.identifiableEvent ?? '',
      });
      return { required: isRequired, reason, code: isRequired ? given.identifiableEvent : null };
    },
  ),
];

const months = count.nullish().transform((value) => value ?? 12);
const expiryRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('months_since_signature'), months }),
  z.object({ kind: z.literal('calendar_year') }),
  z.object({ kind: z.literal('months_since_last_purchase'), months }),
]);

const resale: readonly Op[] = [
  op(
    'resale.status',
    z.object({
      saleDate: dayField,
      certReceived: dayOrNone,
      fieldsComplete: z.boolean(),
      membership: z.string(),
      fraud: yes,
    }),
    ({ saleDate: soldOn, certReceived: receivedOn, fieldsComplete, membership, fraud }) => {
      const { isRelieved, lastDay, cureDays } = resaleRelief({
        soldOn,
        receivedOn,
        isComplete: fieldsComplete,
        isStreamlined: membership === 'SST',
        isFraud: fraud,
      });
      return {
        relieved: isRelieved,
        lastDayForRelief: lastDay,
        cureWindowDaysAfterRequest: cureDays,
      };
    },
  ),
  op(
    'resale.expiry',
    z.object({
      rule: expiryRule,
      signedOn: dayField,
      saleDate: dayField,
      lastPurchase: dayOrNone,
    }),
    ({ rule, signedOn, saleDate, lastPurchase: lastPurchaseOn }) => {
      const until = lastGoodDay(rule, { signedOn, lastPurchaseOn });
      return { expiresOn: until ?? null, validOnSale: until === undefined || saleDate <= until };
    },
  ),
];

/** A payment as an object with its day, or as `[day, amount]`; exposed ones are told by id. */
const payment = z.union([
  z.tuple([dayField, amount]).transform(([on, paid]) => ({ id: undefined, on, amount: paid })),
  z
    .looseObject({ id: z.union([z.string(), z.int()]).optional(), amount: amountOrNothing })
    .transform(({ id, amount: paid, ...rest }, context) => {
      const on = dayAmong(rest);
      if (on !== undefined) return { id, on, amount: paid };
      context.addIssue('a payment has no day');
      return z.NEVER;
    }),
]);

/** Acts on an account that is behind; everything else is about credit that was asked for. */
const delinquency = /delinquen|past_due|order_hold/u;

const credit: readonly Op[] = [
  op(
    'ecoa.adverseAction',
    z.object({
      applicant: z.string(),
      grossRevenue: amount.nullish(),
      kind: z.string(),
      on: dayField,
      writtenRequestOn: dayOrNone,
    }),
    ({ applicant, grossRevenue, kind, on, writtenRequestOn: reasonsAskedOn }) => {
      const { isAdverse, notice, writtenReasons, retentionMonths } = noticeOf({
        isBusiness: applicant === 'business',
        revenue: grossRevenue ?? undefined,
        isTradeCredit: kind.includes('trade_credit'),
        isForDelinquency: delinquency.test(kind),
        on,
        reasonsAskedOn,
      });
      return {
        adverseAction: isAdverse,
        notice,
        writtenReasonsRequired: writtenReasons,
        retentionMonths,
      };
    },
  ),
  op(
    'bankruptcy.split',
    z.object({
      petitionDate: dayField,
      invoices: z.array(z.object({ id: z.string(), goodsReceivedOn: dayField, amount })),
    }),
    ({ petitionDate, invoices }) => {
      const deliveries = invoices.map(({ goodsReceivedOn, ...rest }) => ({
        ...rest,
        receivedOn: goodsReceivedOn,
      }));
      const { before, after, administrative } = splitClaim(deliveries, petitionDate, dollars);
      return {
        prepetition: before.map(({ id }) => id),
        postpetition: after.map(({ id }) => id),
        claim503b9: formatMoney(administrative),
      };
    },
  ),
  op(
    'bankruptcy.preference',
    z.object({ petitionDate: dayField, payments: z.array(payment) }),
    ({ petitionDate, payments }) => {
      const exposed = exposedPayments(payments, petitionDate);
      const ids = exposed.flatMap(({ id }) => (id === undefined ? [] : [id]));
      const total = sum(
        exposed.map(({ amount: paid }) => paid),
        dollars,
      );
      return { exposed: payments.some(({ id }) => id !== undefined) ? ids : formatMoney(total) };
    },
  ),
];

export const taxOps: readonly Op[] = [...forms, ...resale, ...credit];
