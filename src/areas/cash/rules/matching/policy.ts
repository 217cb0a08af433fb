/**
 * The matching policy: what may be posted unattended, and what a difference may be called.
 *
 * It is data with a version, stored with every decision. A newcomer would raise `postFrom` to
 * be careful and lower it to be quick; neither makes two equal explanations one.
 */

/** How an amount is laid on open items when nothing else decides; off unless named. */
export type AutocashStep = 'whole_balance' | 'due_by_today' | 'oldest_first' | 'on_account';

export type MatchingPolicy = {
  readonly version: string;
  /** A difference up to the lesser of both is written off (case P-13). */
  readonly tolerance: { readonly bps: bigint; readonly mostMinor: bigint };
  readonly discounts: {
    /** Days after the discount day on which it is still earned. */
    readonly graceDays: number;
    /** What a discount taken late is: left open, or allowed. */
    readonly late: 'leave_open' | 'allow';
  };
  /** A wire that arrives short by this much lost it to banks. */
  readonly bankFees: {
    readonly channels: readonly string[];
    readonly leastMinor: bigint;
    readonly mostMinor: bigint;
    readonly as: 'write_off' | 'leave_open';
  };
  readonly confidence: {
    /** Posted unattended from here. */
    readonly postFrom: number;
    /** Shown as a proposal from here. */
    readonly showFrom: number;
  };
  /** The only combination of many, without any other evidence, may be posted (case P-11). */
  readonly autoUniqueSubset: boolean;
  /** A payer that is certain and an amount that nothing explains. */
  readonly unexplained: 'on_account' | 'ask';
  /** By account; an account without steps has none. */
  readonly autocash: Readonly<Record<string, readonly AutocashStep[]>>;
  /** Words in a bank line that say it is not receivables, upper case. */
  readonly notReceivables: readonly string[];
  /** Words with which a customer pays ahead, upper case. */
  readonly onAccountWords: readonly string[];
  readonly search: {
    /** Items that take part in a search for combinations, oldest first. */
    readonly items: number;
    /** Partial sums kept at most. */
    readonly sums: number;
    /** Proposals kept. */
    readonly proposals: number;
  };
};

/** What a new company starts with. */
export const standardMatchingPolicy: MatchingPolicy = {
  version: 'standard-2',
  tolerance: { bps: 50n, mostMinor: 500n },
  discounts: { graceDays: 0, late: 'leave_open' },
  bankFees: { channels: ['wire'], leastMinor: 500n, mostMinor: 5000n, as: 'write_off' },
  confidence: { postFrom: 0.978, showFrom: 0.3 },
  autoUniqueSubset: false,
  unexplained: 'on_account',
  autocash: {},
  notReceivables: [
    'INTEREST EARNED',
    'INTEREST PAID',
    'INTEREST CREDIT',
    'ANALYSIS FEE',
    'SERVICE CHARGE',
    'SERVICE FEE',
    'MAINTENANCE FEE',
    'WIRE FEE',
    'MERCHANT FEE',
    'DISC FEE',
    'IRS TREAS',
    'TAX REF',
    'TREASURY TAX',
    'XFER',
    'ZBA',
    'SWEEP',
    'INTERNAL TRANSFER',
    'TRANSFER CREDIT',
    'TRANSFER DEBIT',
    'BOOK TRANSFER',
    'PAYROLL',
    'PREMIUM REFUND',
    'LOAN ADVANCE',
    'INTERESES',
    'COMISION',
  ],
  onAccountWords: [
    'ON ACCOUNT',
    'DEPOSIT',
    'PREPAYMENT',
    'PREPAID',
    'PREPAY',
    'RETAINER',
    'ADVANCE',
    'ANTICIPO',
    'A CUENTA',
    'DOWN PAYMENT',
  ],
  search: { items: 60, sums: 12_000, proposals: 6 },
};
