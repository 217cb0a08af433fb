/**
 * Events of the double-entry table as a vector writes them.
 *
 * An event and its amounts go by several names in the books people keep; each leads to the
 * one event of the table. Which discount the terms offer, and whether it came in time, is
 * the customers' rule and is decided here, because the ledger knows no terms.
 */
import { z } from 'zod';
import { parseTerms } from '#areas/customers/rules/terms-text.ts';
import { discountFor } from '#areas/customers/rules/terms.ts';
import {
  type ReportingEvent,
  type TransferEvent,
  type UnearnedDiscountPolicy,
  transfers,
} from '#areas/ledger/rules/reporting-event.ts';
import { currency, minus, parseMoney, zero } from '#kernel/money.ts';
import { amount, amountOrNothing, dayField, decimalField, dollars } from './fields.ts';
import { problemOf } from './vector.ts';

/** The given values of any event, as the event of the table. */
export const glEvent = z
  .looseObject({ event: z.string() })
  .transform((given, context): ReportingEvent => {
    const found = new Map(Object.entries(readers)).get(tableName(given.event));
    if (found === undefined) {
      context.addIssue(`the double-entry table has no event "${given.event}"`);
      return z.NEVER;
    }
    const read = found.safeParse(given);
    if (read.success) return read.data;
    context.addIssue(problemOf(read.error));
    return z.NEVER;
  });

type Reader = z.ZodType<ReportingEvent>;

function tableName(name: string): string {
  return Object.entries(otherNames).find(([, names]) => names.includes(name))?.[0] ?? name;
}

const otherNames: Readonly<Record<string, readonly string[]>> = {
  credit_memo: ['credit_note'],
  payment: ['payment_exact', 'receipt', 'overpayment', 'overpayment_kept'],
  unapplied_cash: ['unapplied_receipt', 'cash_on_account'],
  apply: ['apply_unapplied', 'apply_unapplied_cash', 'apply_cash', 'application'],
  payment_with_discount: ['discount_taken_late', 'unearned_discount'],
  short_pay: ['short_pay_tolerance', 'short_pay_over_tolerance', 'short_payment'],
  refund: ['refund_credit', 'customer_refund'],
  nsf_return: ['nsf', 'ach_return', 'returned_payment', 'payment_returned', 'returned_check'],
  late_interest: ['interest', 'late_interest_billed'],
  write_off_allowance: ['write_off'],
  recovery: ['bad_debt_recovery', 'write_off_recovery'],
  fx_settlement: ['fx_settle'],
  card_settlement: ['card_payout'],
  insurance_remittance: ['insurance_payment'],
  ar_ap_netting: ['netting'],
  plan_without_interest: ['plan', 'plan_no_interest'],
};

const paid = z.object({ invoice: amount, cash: amount });

const readers: Readonly<Record<string, Reader>> = {
  ...transferReaders(),
  invoice: saleReader('invoice'),
  invoice_in_advance: saleReader('invoice_in_advance'),
  credit_memo: saleReader('credit_memo'),
  payment: reader(
    { cash: ['amount', 'invoice'], invoice: ['cash', 'amount'] },
    paid.transform((given) => ({ event: 'payment', ...given }) as const),
  ),
  payment_with_discount: discountReader(),
  short_pay: reader(
    {},
    paid
      .extend({ toleranceAbs: amountOrNothing })
      .transform(
        ({ toleranceAbs: tolerance, ...given }) =>
          ({ event: 'short_pay', tolerance, ...given }) as const,
      ),
  ),
  settlement: reader(
    { invoice: ['amount'], cash: ['paid'] },
    paid.transform((given) => ({ event: 'settlement', ...given }) as const),
  ),
  refund: refundReader(),
  nsf_return: reader(
    { cash: ['originalCash', 'amount'], fee: ['nsfFee'] },
    z
      .object({ cash: amount, fee: amountOrNothing, discount: amountOrNothing })
      .transform((given) => ({ event: 'nsf_return', ...given }) as const),
  ),
  recovery: reader(
    { amount: ['cash'] },
    z.object({ amount }).transform((given) => ({ event: 'recovery', ...given }) as const),
  ),
  fx_settlement: exchangeReader('fx_settlement'),
  fx_remeasurement: exchangeReader('fx_remeasurement'),
  card_settlement: reader(
    { fees: ['fee'] },
    z
      .object({ gross: amount, fees: amountOrNothing })
      .transform((given) => ({ event: 'card_settlement', ...given }) as const),
  ),
  chargeback: reader(
    { amount: ['gross', 'cash'], fee: ['fees'] },
    z
      .object({ amount, fee: amountOrNothing })
      .transform((given) => ({ event: 'chargeback', ...given }) as const),
  ),
  insurance_remittance: remittanceReader(),
  plan_without_interest: reader(
    {},
    z.object({}).transform(() => ({ event: 'plan_without_interest' }) as const),
  ),
  bankruptcy_set_off: reader(
    {},
    z.object({}).transform(() => ({ event: 'bankruptcy_set_off' }) as const),
  ),
};

/**
 * Reads an event whose amounts may stand under other names; a name that has a value wins
 * over the names after it.
 */
function reader(otherKeys: Readonly<Record<string, readonly string[]>>, schema: Reader): Reader {
  return z.preprocess((raw) => {
    const given = z.record(z.string(), z.unknown()).parse(raw);
    const named = { ...given };
    for (const [key, others] of Object.entries(otherKeys)) {
      named[key] = [key, ...others].map((each) => given[each]).find(isGiven);
    }
    return named;
  }, schema);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function transferReaders(): Record<string, Reader> {
  // The keys are those of the table itself.
  const names = Object.keys(transfers) as TransferEvent[];
  const transfer = (event: TransferEvent) =>
    reader(
      { amount: ['cash', 'fee', 'nsfFee'] },
      z.object({ amount }).transform((given) => ({ event, ...given })),
    );
  return Object.fromEntries(names.map((name) => [name, transfer(name)]));
}

function saleReader(event: 'invoice' | 'invoice_in_advance' | 'credit_memo'): Reader {
  return reader(
    { net: ['amount'] },
    z
      .object({ net: amount, salesTax: amountOrNothing })
      .transform(({ net, salesTax }): ReportingEvent => ({ event, net, tax: salesTax })),
  );
}

/** Money goes back the way it came: to the card, or through the bank. */
function refundReader(): Reader {
  return reader(
    { amount: ['cash'], method: ['paidBy'] },
    z
      .object({ amount, method: z.string().nullish() })
      .transform(({ method, ...given }): ReportingEvent => {
        const paidBy = /card/iu.test(method ?? '') ? 'card' : 'bank';
        return { event: 'refund', paidBy, ...given };
      }),
  );
}

function remittanceReader(): Reader {
  return reader(
    {},
    z
      .object({ billed: amount, allowed: amount, paid: amount, patientShare: amount.nullish() })
      .transform(({ patientShare, ...given }): ReportingEvent => {
        const share = patientShare ?? minus(given.allowed, given.paid);
        return { event: 'insurance_remittance', ...given, patientShare: share };
      }),
  );
}

/** The terms say what is offered; the day the money came says whether it was earned. */
function discountReader(): Reader {
  return paid
    .extend({
      salesTax: amountOrNothing,
      terms: z.string(),
      invoiceDate: dayField,
      receivedOn: dayField,
      unearnedDiscountPolicy: z.string().nullish(),
    })
    .transform((given, context): ReportingEvent => {
      const terms = parseTerms(given.terms);
      if (!terms.ok) {
        context.addIssue(`terms: "${given.terms}" are not understood`);
        return z.NEVER;
      }
      const net = minus(given.invoice, given.salesTax);
      const on = (day: typeof given.receivedOn) =>
        discountFor(given.invoiceDate, day, net, given.salesTax, terms.value);
      const earned = on(given.receivedOn);
      const offered = earned.ok ? earned : on(given.invoiceDate);
      return {
        event: 'payment_with_discount',
        invoice: given.invoice,
        cash: given.cash,
        discount: offered.ok ? offered.value.total : zero(dollars),
        discountTax: offered.ok ? offered.value.tax : zero(dollars),
        ...(earned.ok ? {} : { unearned: unearnedPolicy(given.unearnedDiscountPolicy) }),
      };
    });
}

/** Unless the policy gives the discount away, it stays open. */
function unearnedPolicy(text: string | null | undefined): UnearnedDiscountPolicy {
  const said = text ?? '';
  if (/write/iu.test(said)) return 'write_off';
  return /^(?:allow|grant|accept|hono)/iu.test(said) ? 'allow' : 'leave_open';
}

function exchangeReader(event: 'fx_settlement' | 'fx_remeasurement'): Reader {
  return reader(
    { settledRate: ['closingRate'] },
    z
      .object({
        currency: z.string().regex(/^[A-Za-z]{3}$/u, 'is not a currency code'),
        foreign: z.coerce.string(),
        bookedRate: decimalField,
        settledRate: decimalField,
      })
      .transform((given, context): ReportingEvent => {
        const foreign = parseMoney(given.foreign, currency(given.currency));
        if (foreign === undefined) {
          context.addIssue(`foreign: "${given.foreign}" is no amount in ${given.currency}`);
          return z.NEVER;
        }
        const rates = { bookedRate: given.bookedRate, rate: given.settledRate };
        return { event, foreign, ...rates, base: dollars };
      }),
  );
}
