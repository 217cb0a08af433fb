/**
 * What can happen to receivables, in the words of the double-entry table.
 *
 * Amounts are in base currency and never below zero; only a provision may be negative,
 * which is a release. What a rule of another area has to decide first (which discount the
 * terms offer, whether it came in time) is decided before an event is written.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Currency, type Money } from '#kernel/money.ts';

/** The reporting chart: it splits the control account into AR, unapplied cash and credits. */
export type ReportingAccount =
  | 'AR'
  | 'AR-Insurance'
  | 'AR-Patient'
  | 'AR-Student'
  | 'Revenue'
  | 'ContractLiability'
  | 'SalesTaxPayable'
  | 'SalesReturns'
  | 'SalesDiscounts'
  | 'Cash'
  | 'UnappliedCash'
  | 'SmallBalanceWriteOff'
  | 'OtherIncomeNSF'
  | 'InterestIncome'
  | 'AllowanceForCreditLosses'
  | 'CreditLossExpense'
  | 'CustomerCreditsPayable'
  | 'UnclaimedPropertyPayable'
  | 'AccountsPayable'
  | 'DueToEducationDepartment'
  | 'FXGain'
  | 'FXLoss'
  | 'CardClearing'
  | 'MerchantFees'
  | 'ContractualAdjustment';

/** Events that move one amount from one account to another. */
export const transfers = {
  unapplied_cash: { debit: 'Cash', credit: 'UnappliedCash' },
  apply: { debit: 'UnappliedCash', credit: 'AR' },
  nsf_fee: { debit: 'AR', credit: 'OtherIncomeNSF' },
  late_interest: { debit: 'AR', credit: 'InterestIncome' },
  interest_waiver: { debit: 'InterestIncome', credit: 'AR' },
  plan_interest: { debit: 'AR', credit: 'InterestIncome' },
  write_off_allowance: { debit: 'AllowanceForCreditLosses', credit: 'AR' },
  provision: { debit: 'CreditLossExpense', credit: 'AllowanceForCreditLosses' },
  ar_ap_netting: { debit: 'AccountsPayable', credit: 'AR' },
  escheat: { debit: 'CustomerCreditsPayable', credit: 'UnclaimedPropertyPayable' },
  escheat_remitted: { debit: 'UnclaimedPropertyPayable', credit: 'Cash' },
  title_iv_return: { debit: 'AR-Student', credit: 'DueToEducationDepartment' },
  title_iv_return_paid: { debit: 'DueToEducationDepartment', credit: 'Cash' },
} as const satisfies Readonly<
  Record<string, { readonly debit: ReportingAccount; readonly credit: ReportingAccount }>
>;

export type TransferEvent = keyof typeof transfers;

/** What happens to a discount that was taken after its last day. */
export type UnearnedDiscountPolicy = 'leave_open' | 'write_off' | 'allow';

/** Money for one invoice, which may be more or less than the invoice. */
type Paid = { readonly invoice: Money; readonly cash: Money };

export type Transfer = { readonly event: TransferEvent; readonly amount: Money };

export type ReportingEvent =
  | Transfer
  | { readonly event: 'invoice' | 'invoice_in_advance'; readonly net: Money; readonly tax: Money }
  | { readonly event: 'credit_memo'; readonly net: Money; readonly tax: Money }
  | ({ readonly event: 'payment' } & Paid)
  | ({
      readonly event: 'payment_with_discount';
      /** What the terms offer, and the part of it that lowers the tax. */
      readonly discount: Money;
      readonly discountTax: Money;
      /** Present when the money came after the last discount day. */
      readonly unearned?: UnearnedDiscountPolicy;
    } & Paid)
  | ({ readonly event: 'short_pay'; readonly tolerance: Money } & Paid)
  | ({ readonly event: 'settlement' } & Paid)
  | { readonly event: 'refund'; readonly amount: Money; readonly paidBy: 'bank' | 'card' }
  | {
      readonly event: 'nsf_return';
      readonly cash: Money;
      /** A discount that the returned payment had earned. */
      readonly discount: Money;
      readonly fee: Money;
    }
  | { readonly event: 'recovery'; readonly amount: Money }
  | {
      readonly event: 'fx_settlement' | 'fx_remeasurement';
      readonly foreign: Money;
      readonly bookedRate: Decimal;
      /** The rate of the settlement day, or the closing rate. */
      readonly rate: Decimal;
      readonly base: Currency;
    }
  | { readonly event: 'card_settlement'; readonly gross: Money; readonly fees: Money }
  | { readonly event: 'chargeback'; readonly amount: Money; readonly fee: Money }
  | {
      readonly event: 'insurance_remittance';
      readonly billed: Money;
      readonly allowed: Money;
      readonly paid: Money;
      readonly patientShare: Money;
    }
  | { readonly event: 'plan_without_interest' }
  | { readonly event: 'bankruptcy_set_off' };
