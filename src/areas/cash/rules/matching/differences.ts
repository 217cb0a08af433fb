/**
 * What a difference between the amount and the named items is: nothing, a cash discount, a
 * bank's fee, a tolerated trifle, a part payment, a deduction, an overpayment.
 *
 * The order is the rule: a discount that fits to the cent is a discount before it is a trifle.
 * What came is never more or less than cash plus what stays on account.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type LiveItem } from './book.ts';
import { type PayerMemory } from './memory.ts';
import { type Allocation, type LeftBecause, type ReceiptToDecide, type Reason } from './model.ts';
import { type MatchingPolicy } from './policy.ts';
import { alphanumeric } from './text.ts';

export type Difference =
  | 'equal'
  | 'discount'
  | 'late_discount'
  | 'fee_said'
  | 'fee_usual'
  | 'fee'
  | 'tolerance'
  | 'part_said'
  | 'deduction_said'
  | 'short'
  | 'over'
  | 'far_over';

export type Settled = {
  readonly difference: Difference;
  readonly allocations: readonly Allocation[];
  readonly onAccountMinor: bigint;
  readonly reasons: readonly Reason[];
};

export type Terms = {
  readonly receipt: ReceiptToDecide;
  readonly policy: MatchingPolicy;
  readonly memory: PayerMemory;
};

/** Lays the amount on the items, which together are what it is said to pay. */
export function settleOn(lives: readonly LiveItem[], amount: bigint, terms: Terms): Settled {
  const open = lives.reduce((total, live) => total + live.openMinor, 0n);
  if (amount === open) {
    const minor = String(amount);
    return plain('equal', lives, 0n, [{ kind: 'amount', facts: { minor, items: lives.length } }]);
  }
  if (amount > open) {
    const over = amount - open;
    return plain(over * 4n > open ? 'far_over' : 'over', lives, over, [
      { kind: 'overpayment', facts: { minor: String(over) } },
    ]);
  }
  const short = open - amount;
  return (
    byDiscount(lives, short, terms) ??
    byTolerance(lives, short, open, terms) ??
    byFee(lives, short, terms) ??
    leftOpen(lives, short, terms)
  );
}

/** Pays each item in full; what is over stays on account. */
function plain(
  difference: Difference,
  lives: readonly LiveItem[],
  onAccountMinor: bigint,
  reasons: readonly Reason[],
): Settled {
  const allocations = lives.map((live) => allocationOf(live, { cashMinor: live.openMinor }));
  return { difference, allocations, onAccountMinor, reasons };
}

function byDiscount(lives: readonly LiveItem[], short: bigint, terms: Terms): Settled | null {
  const offered = lives.reduce((total, { item }) => total + (item.discount?.minor ?? 0n), 0n);
  const { receipt, policy } = terms;
  if (offered === 0n) return null;
  const inTime = lives.filter(({ item }) => item.discount && !isLate(item.discount.by, terms));
  const earned = inTime.reduce((total, { item }) => total + (item.discount?.minor ?? 0n), 0n);
  if (short !== offered && short !== earned) return null;
  const allowed = policy.discounts.late === 'allow' || inTime.length === lives.length;
  const taken = (live: LiveItem): bigint =>
    short === offered || inTime.includes(live) ? (live.item.discount?.minor ?? 0n) : 0n;
  const allocations = lives.map((live) => {
    const minor = taken(live);
    const cashMinor = live.openMinor - minor;
    const earnedHere = allowed || inTime.includes(live);
    return earnedHere
      ? allocationOf(live, { cashMinor, discountMinor: minor })
      : allocationOf(live, { cashMinor }, minor > 0n ? 'late_discount' : null);
  });
  const late = !allowed && short === offered;
  const facts = { minor: String(short), on: receipt.valueOn, by: latestDay(lives) };
  return {
    difference: late ? 'late_discount' : 'discount',
    allocations,
    onAccountMinor: 0n,
    reasons: [{ kind: late ? 'discount_late' : 'discount_earned', facts }],
  };
}

function isLate(by: Day, { receipt, policy }: Terms): boolean {
  return receipt.valueOn > plusDays(by, policy.discounts.graceDays);
}

function latestDay(lives: readonly LiveItem[]): string {
  return lives.map(({ item }) => item.discount?.by ?? '').reduce((a, b) => (a > b ? a : b), '');
}

/** Case P-13: the lesser of a share of what was open and a fixed amount. */
function byTolerance(
  lives: readonly LiveItem[],
  short: bigint,
  open: bigint,
  { policy }: Terms,
): Settled | null {
  const share = (open * policy.tolerance.bps) / 10_000n;
  const limit = share < policy.tolerance.mostMinor ? share : policy.tolerance.mostMinor;
  if (short > limit) return null;
  const allocations = takeOff(lives, short, (live, minor) =>
    allocationOf(live, { cashMinor: live.openMinor - minor, toleranceMinor: minor }),
  );
  const facts = { minor: String(short), limit: String(limit) };
  const reasons: Reason[] = [{ kind: 'tolerance', facts }];
  return { difference: 'tolerance', allocations, onAccountMinor: 0n, reasons };
}

function byFee(lives: readonly LiveItem[], short: bigint, terms: Terms): Settled | null {
  const { receipt, policy, memory } = terms;
  const { channels, leastMinor, mostMinor, as } = policy.bankFees;
  const said = saidFee(receipt.text) === short;
  const usual = (memory.fees.get(short) ?? 0) > 1;
  if (!channels.includes(receipt.channel) || short < leastMinor || short > mostMinor) return null;
  if (!said && !usual && short % 100n !== 0n) return null;
  const allocations = takeOff(lives, short, (live, minor) => {
    const cashMinor = live.openMinor - minor;
    return as === 'write_off'
      ? allocationOf(live, { cashMinor, feeMinor: minor })
      : allocationOf(live, { cashMinor }, minor > 0n ? 'short_pay' : null);
  });
  const times = memory.fees.get(short) ?? 0;
  return {
    difference: said ? 'fee_said' : usual ? 'fee_usual' : 'fee',
    allocations,
    onAccountMinor: 0n,
    reasons: [{ kind: 'bank_fee', facts: { minor: String(short), times } }],
  };
}

/** The charge that a wire states: CHGS/USD25.00. */
function saidFee(text: string): bigint | null {
  const said = /\bCHGS?\/?\s*[A-Z]{3}\s*(\d+)(?:[.,](\d{2}))?/iu.exec(text);
  return said ? BigInt(said[1] ?? '0') * 100n + BigInt(said[2] ?? '0') : null;
}

const partWords = /\b(?:PARTIAL|PART PAY|PARCIAL|ABONO|ON ACCT|ON ACCOUNT|DEPOSIT|INSTAL)/iu;
const deductionWords =
  /\b(?:LESS|DM ?\d|DEBIT MEMO|DED|DEDUCT|SHORTAGE|DAMAGE|PRICE|FREIGHT|CO-?OP|CLAIM|MENOS)/iu;

function leftOpen(lives: readonly LiveItem[], short: bigint, { receipt }: Terms): Settled {
  const text = receipt.text.replace(/^\/RFB\//u, '');
  const part = partWords.test(text);
  const because: LeftBecause = part
    ? 'part_payment'
    : deductionWords.test(text)
      ? 'deduction'
      : 'short_pay';
  const difference: Difference =
    because === 'part_payment' ? 'part_said' : because === 'deduction' ? 'deduction_said' : 'short';
  const allocations = takeOff(lives, short, (live, minor) =>
    allocationOf(live, { cashMinor: live.openMinor - minor }, minor > 0n ? because : null),
  );
  const kind = because === 'deduction' ? 'deduction' : 'part_payment';
  const facts = { minor: String(short), said: alphanumeric(text).slice(-12) };
  return { difference, allocations, onAccountMinor: 0n, reasons: [{ kind, facts }] };
}

/** Takes the difference off the last items, so that the first are paid in full. */
function takeOff(
  lives: readonly LiveItem[],
  short: bigint,
  make: (live: LiveItem, minor: bigint) => Allocation,
): Allocation[] {
  let rest = short;
  return lives
    .toReversed()
    .map((live) => {
      const room = live.openMinor > 0n ? live.openMinor : 0n;
      const minor = rest < room ? rest : room;
      rest -= minor;
      return make(live, minor);
    })
    .toReversed()
    .filter(({ cashMinor, feeMinor, toleranceMinor }) => {
      return cashMinor !== 0n || feeMinor > 0n || toleranceMinor > 0n;
    });
}

type Amounts = Partial<
  Pick<Allocation, 'cashMinor' | 'discountMinor' | 'feeMinor' | 'toleranceMinor'>
>;

/** What is done to one item; what the amounts do not cover stays open. */
export function allocationOf(
  live: LiveItem,
  amounts: Amounts,
  because: LeftBecause | null = null,
): Allocation {
  const { cashMinor = 0n, discountMinor = 0n, feeMinor = 0n, toleranceMinor = 0n } = amounts;
  const leftMinor = live.openMinor - cashMinor - discountMinor - feeMinor - toleranceMinor;
  return {
    itemId: live.item.id,
    accountId: live.item.accountId,
    cashMinor,
    discountMinor,
    feeMinor,
    toleranceMinor,
    leftMinor,
    leftBecause: leftMinor === 0n ? null : because,
    named: true,
  };
}
