/**
 * The double-entry table: the journal entry of every event, in the reporting chart.
 *
 * An entry is written as signed amounts, a debit above zero and a credit below, that add up
 * to nothing; lines come out of it positive and lines of nothing stay out. Two events in
 * one (a returned payment and its fee, a recovery and its cash) keep their own lines, so
 * that the history shows both.
 */
import {
  type Money,
  atLeast,
  formatMoney,
  isZero,
  minus,
  negate,
  plus,
  smaller,
} from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { inBase } from './base-amount.ts';
import {
  type ReportingAccount,
  type ReportingEvent,
  type Transfer,
  transfers,
} from './reporting-event.ts';

export type EntryLine = {
  readonly account: ReportingAccount;
  readonly side: 'debit' | 'credit';
  readonly amount: Money;
};

export type EntryRefusal =
  | 'ledger.negative_amount'
  | 'ledger.remittance_off_billed'
  | 'ledger.set_off_stayed';

type EventOf<Name extends ReportingEvent['event']> = Extract<ReportingEvent, { event: Name }>;
type EventWithEntry = Exclude<ReportingEvent, { event: 'bankruptcy_set_off' }>;

/** A debit above zero, a credit below. */
type Signed = readonly [ReportingAccount, Money];

/** The lines of an event; an event without an entry (a plan without interest) has none. */
export function reportingEntry(event: ReportingEvent): Outcome<EntryLine[], EntryRefusal> {
  if (event.event === 'bankruptcy_set_off') return refuse('ledger.set_off_stayed');

  const negative = negativeAmountOf(event);
  if (negative !== undefined) return refuse('ledger.negative_amount', negative);

  if (event.event === 'insurance_remittance') {
    const explained = plus(
      plus(event.paid, minus(event.billed, event.allowed)),
      event.patientShare,
    );
    if (!isZero(minus(explained, event.billed))) {
      const billed = formatMoney(event.billed);
      return refuse('ledger.remittance_off_billed', { billed, explained: formatMoney(explained) });
    }
  }
  return accept(signedLines(event).filter(isSomething).map(toLine));
}

function signedLines(event: EventWithEntry): Signed[] {
  if (isTransfer(event)) {
    const { debit, credit } = transfers[event.event];
    return moved(debit, credit, event.amount);
  }
  switch (event.event) {
    case 'invoice':
      return sale(event.net, event.tax, 'Revenue');
    case 'invoice_in_advance':
      return sale(event.net, event.tax, 'ContractLiability');
    case 'credit_memo':
      return sale(negate(event.net), negate(event.tax), 'SalesReturns');
    case 'payment':
      return payment(event.invoice, event.cash, []);
    case 'payment_with_discount':
      return discounted(event);
    case 'short_pay':
      return payment(event.invoice, event.cash, smallDifference(event));
    case 'settlement':
      return payment(event.invoice, event.cash, [
        ['AllowanceForCreditLosses', shortOf(event.invoice, event.cash)],
      ]);
    case 'refund':
      return moved('CustomerCreditsPayable', refundedFrom[event.paidBy], event.amount);
    case 'nsf_return':
      return returned(event);
    case 'recovery':
      return [
        ...moved('AR', 'AllowanceForCreditLosses', event.amount),
        ...moved('Cash', 'AR', event.amount),
      ];
    case 'fx_settlement':
      return exchanged(event, 'Cash');
    case 'fx_remeasurement':
      return exchanged(event, 'AR');
    case 'card_settlement':
      return [
        ['Cash', minus(event.gross, event.fees)],
        ['MerchantFees', event.fees],
        ['CardClearing', negate(event.gross)],
      ];
    case 'chargeback':
      return [
        ...moved('AR', 'CardClearing', event.amount),
        ...moved('MerchantFees', 'Cash', event.fee),
      ];
    case 'insurance_remittance':
      return [
        ['Cash', event.paid],
        ['ContractualAdjustment', minus(event.billed, event.allowed)],
        ['AR-Patient', event.patientShare],
        ['AR-Insurance', negate(event.billed)],
      ];
    case 'plan_without_interest':
      return [];
  }
}

function isTransfer(event: EventWithEntry): event is Transfer {
  return event.event in transfers;
}

const refundedFrom = { bank: 'Cash', card: 'CardClearing' } as const;

/** One amount from the credited account to the debited one. */
function moved(debit: ReportingAccount, credit: ReportingAccount, amount: Money): Signed[] {
  return [
    [debit, amount],
    [credit, negate(amount)],
  ];
}

/** A sale debits AR with its tax; a return is the same with both amounts below zero. */
function sale(net: Money, tax: Money, account: ReportingAccount): Signed[] {
  return [
    ['AR', plus(net, tax)],
    [account, negate(net)],
    ['SalesTaxPayable', negate(tax)],
  ];
}

/**
 * Cash for an invoice, with what is given up on it. The invoice is relieved of both, up to
 * its amount; cash beyond that is the customer's money, never income.
 */
function payment(invoice: Money, cash: Money, givenUp: readonly Signed[]): Signed[] {
  const covered = givenUp.reduce((total, [, amount]) => plus(total, amount), cash);
  const relieved = smaller(covered, invoice);
  return [
    ['Cash', cash],
    ...givenUp,
    ['AR', negate(relieved)],
    ['CustomerCreditsPayable', minus(relieved, covered)],
  ];
}

/** The discount covers what was left unpaid, at most what the terms offer. */
function discounted(event: EventOf<'payment_with_discount'>): Signed[] {
  const taken = smaller(event.discount, shortOf(event.invoice, event.cash));
  if (event.unearned === 'leave_open') return payment(event.invoice, event.cash, []);
  if (event.unearned === 'write_off') {
    return payment(event.invoice, event.cash, [['SmallBalanceWriteOff', taken]]);
  }
  const tax = smaller(event.discountTax, taken);
  return payment(event.invoice, event.cash, [
    ['SalesDiscounts', minus(taken, tax)],
    ['SalesTaxPayable', tax],
  ]);
}

/** A shortage within the tolerance is written off; a larger one stays open whole. */
function smallDifference(event: EventOf<'short_pay'>): Signed[] {
  const short = shortOf(event.invoice, event.cash);
  return atLeast(event.tolerance, short) ? [['SmallBalanceWriteOff', short]] : [];
}

/** The very invoices open again, with the discount they had, and the fee is an item of its own. */
function returned(event: EventOf<'nsf_return'>): Signed[] {
  return [
    ...moved('AR', 'Cash', event.cash),
    ...moved('AR', 'SalesDiscounts', event.discount),
    ...moved('AR', 'OtherIncomeNSF', event.fee),
  ];
}

/** The difference between two rates, against cash when settled, against AR when remeasured. */
function exchanged(
  event: EventOf<'fx_settlement' | 'fx_remeasurement'>,
  account: 'Cash' | 'AR',
): Signed[] {
  const booked = inBase(event.foreign, event.bookedRate, event.base);
  const now = inBase(event.foreign, event.rate, event.base);
  const gain = minus(now, booked);
  const difference: Signed = [gain.minor < 0n ? 'FXLoss' : 'FXGain', negate(gain)];
  if (account === 'AR') return [['AR', gain], difference];
  return [['Cash', now], ['AR', negate(booked)], difference];
}

function shortOf(invoice: Money, cash: Money): Money {
  return atLeast(cash, invoice) ? minus(cash, cash) : minus(invoice, cash);
}

/** The first amount below zero that the event names; a provision may be a release. */
function negativeAmountOf(event: EventWithEntry): { field: string; amount: string } | undefined {
  if (event.event === 'provision') return undefined;
  for (const [field, value] of Object.entries(event)) {
    if (isMoney(value) && value.minor < 0n) return { field, amount: formatMoney(value) };
  }
  return undefined;
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

function isSomething([, amount]: Signed): boolean {
  return !isZero(amount);
}

function toLine([account, amount]: Signed): EntryLine {
  return amount.minor > 0n
    ? { account, side: 'debit', amount }
    : { account, side: 'credit', amount: negate(amount) };
}
