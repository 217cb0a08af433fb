/** A receipt of the desk as the matching engine is handed it, and its answer as it is posted. */
import { id } from '#kernel/ids.ts';
import type { Allocation, Proposal, ReceiptToDecide } from '../matching/model.ts';
import type { Arrived } from './receipt.ts';
import type { ShortReason, Spread, SpreadLine } from './spread.ts';

type Told = Omit<Arrived, 'statedAccount'> & {
  readonly receiptId: string;
  /** The account's number, where somebody said whose it is. */
  readonly statedNumber?: string;
};

export function receiptToDecide(told: Told): ReceiptToDecide {
  const words = [told.said, ...told.refs, told.statedNumber ?? ''].filter((each) => each !== '');
  return {
    id: told.receiptId,
    valueOn: told.receivedOn,
    amountMinor: told.amount.minor,
    currency: told.amount.currency,
    channel: told.method,
    bankReference: told.reference,
    checkNumber: told.checkNumber,
    payerName: told.payerName,
    payerAccount: told.payerAccount,
    text: [...new Set(words)].join('\n'),
    remittance: told.remittance,
  };
}

const because: Readonly<Record<string, ShortReason>> = {
  deduction: 'unknown',
  late_discount: 'late_discount',
  short_pay: 'unknown',
};

/** A proposal as it is laid onto the book. */
export function spreadOf(proposal: Proposal): Spread {
  return {
    accountId: id(proposal.accountId),
    tolerate: true,
    lines: proposal.allocations.filter(({ cashMinor }) => cashMinor !== 0n).map(lineOf),
  };
}

function lineOf(allocation: Allocation): SpreadLine {
  const { leftMinor, leftBecause } = allocation;
  return {
    accountId: id(allocation.accountId),
    itemId: id(allocation.itemId),
    amount: allocation.cashMinor + allocation.feeMinor,
    discount: allocation.discountMinor,
    short: leftBecause === null ? 0n : leftMinor,
    shortReason: leftBecause === null ? null : (because[leftBecause] ?? null),
  };
}

/** What the banks took on the way, which we bear. */
export function feeOf(proposal: Proposal): bigint {
  return proposal.allocations.reduce((sum, { feeMinor }) => sum + feeMinor, 0n);
}
