/**
 * What the desk allows itself in the ledger: small differences and write-offs.
 *
 * These are data, so that a company's own published policy can take their place. The
 * standard follows the segregation-of-duties table of the rules book: limits are inclusive
 * and counted in the company's base currency.
 */
export type TolerancePolicy = {
  /** Hundredths of a percent of the item that a payer may fall short by. */
  readonly rateBps: number;
  /** At most so much, decimal strings by currency; a missing currency tolerates nothing. */
  readonly most: Readonly<Record<string, string>>;
};

/** What a person need not decide: the rests of items paid in part, old enough and no larger. */
export type SmallBalances = {
  /** Decimal strings by currency, inclusive; a missing currency has none. */
  readonly most: Readonly<Record<string, string>>;
  /** Days after the due day before a rest counts. */
  readonly days: number;
  /** Swept every night, without anybody asking. */
  readonly automatic: boolean;
};

export const writeOffMethods = ['allowance', 'direct'] as const;
export type WriteOffMethod = (typeof writeOffMethods)[number];

export type WriteOffPolicy = {
  /** `direct` is for companies that keep no allowance. */
  readonly method: WriteOffMethod;
  readonly small: SmallBalances;
};

export type LedgerPolicy = {
  readonly tolerance: TolerancePolicy;
  readonly writeOff: WriteOffPolicy;
};

export const standardPolicy: LedgerPolicy = {
  tolerance: {
    rateBps: 50,
    most: { USD: '5.00', EUR: '5.00', GBP: '5.00', CAD: '5.00', AUD: '5.00', CHF: '5.00' },
  },
  writeOff: {
    method: 'allowance',
    small: {
      most: { USD: '5.00', EUR: '5.00', GBP: '5.00', CAD: '5.00', AUD: '5.00', CHF: '5.00' },
      days: 30,
      automatic: false,
    },
  },
};
