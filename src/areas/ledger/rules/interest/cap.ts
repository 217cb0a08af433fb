/**
 * The highest interest that a state lets a creditor agree on, as data with its statute.
 *
 * Only the rows of the District of Columbia have been read in the statute itself; every
 * other row is a seed that counsel confirms before it is relied on. A state that has no row
 * is not allowed and not forbidden: nobody has looked, and the rule says so.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { isAbove } from './service-member.ts';

export type Agreement = {
  readonly state: string;
  readonly purpose: 'consumer' | 'business';
  readonly isWritten: boolean;
  readonly ratePct: Decimal;
  /** Unknown before the sale; exceptions by size then do not apply. */
  readonly principal?: Money | undefined;
};

export type CapAnswer = {
  readonly isAllowed: boolean;
  /** Null where the law sets no cap for such an agreement. */
  readonly maxPct: string | null;
  readonly consequence: 'forfeit_all_interest' | null;
};

type Row = {
  readonly oral: string;
  readonly written: string;
  /** A business may be asked for more than a consumer; null is without a cap. */
  readonly business?: { readonly maxPct: string | null; readonly overMinor?: bigint };
  /** From this principal on a written agreement may name any rate. */
  readonly freeFromMinor?: bigint;
  readonly forfeits: boolean;
};

const rows: Readonly<Record<string, Row>> = {
  // D.C. Code 28-3301(a) written, (d) business above $1,000; 28-3303(1) oral, all interest lost.
  DC: {
    oral: '6',
    written: '24',
    business: { maxPct: null, overMinor: 100_000n },
    forfeits: true,
  },
  // Ala. Code 8-8-1 (6 oral, 8 written), 8-8-5 (any rate from $2,000), 8-8-12 (interest lost).
  AL: { oral: '6', written: '8', freeFromMinor: 200_000n, forfeits: true },
  // N.Y. Gen. Oblig. Law 5-501 with Banking Law 14-a; 5-521 bars corporations, Penal Law 190.40.
  NY: { oral: '16', written: '16', business: { maxPct: '25' }, forfeits: false },
};

/** May this rate be agreed on? Refused for a state whose law nobody has entered. */
export function checkCap(agreement: Agreement): Outcome<CapAnswer, 'interest.no_cap_known'> {
  const { state, ratePct } = agreement;
  if (!Object.hasOwn(rows, state)) return refuse('interest.no_cap_known', { state });
  const row = rows[state];
  if (row === undefined) return refuse('interest.no_cap_known', { state });
  const maxPct = capOf(row, agreement);
  const isAllowed = maxPct === null || !isAbove(ratePct, { units: BigInt(maxPct), scale: 0 });
  const consequence = !isAllowed && row.forfeits ? 'forfeit_all_interest' : null;
  return accept({ isAllowed, maxPct, consequence });
}

function capOf(row: Row, { purpose, isWritten, principal }: Agreement): string | null {
  if (!isWritten) return row.oral;
  if (principal && row.freeFromMinor !== undefined && principal.minor >= row.freeFromMinor) {
    return null;
  }
  const { business } = row;
  if (purpose === 'consumer' || business === undefined) return row.written;
  if (business.overMinor === undefined) return business.maxPct;
  return principal && principal.minor > business.overMinor ? business.maxPct : row.written;
}
