/**
 * Form W-9 (Rev. 3-2024) and what follows when a payee has none.
 *
 *   line 1  the owner of the taxes; line 2 the name under which business is done
 *   line 3a one box; an LLC adds C, S or P, a disregarded one takes its owner's class
 *   line 3b foreign owners, only when the form goes to a partnership or trust in which we
 *           have an interest
 */
import { type Money, share, zero } from '#kernel/money.ts';

export type Taxpayer = {
  /** `LLC`, `individual`, `sole_proprietor`, `C`, `S`, `partnership`, `trust`. */
  readonly entity: string;
  readonly isDisregarded: boolean;
  /** C, S or P of an LLC. */
  readonly llcClass: string | null;
  readonly hasForeignOwners: boolean;
  readonly goesToFlowThroughOfOurs: boolean;
  readonly ownerClass: string | null;
  readonly ownerName: string | null;
  readonly businessName: string | null;
};

export type W9Lines = {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly line3a: string | null;
  readonly llcCode: string | null;
  readonly line3b: boolean;
};

const flowThrough: ReadonlySet<string> = new Set(['P', 'partnership', 'trust', 'trust_estate']);

/** The lines of the form for a taxpayer. */
export function fillW9(taxpayer: Taxpayer): W9Lines {
  const { entity, isDisregarded, llcClass, ownerClass, ownerName, businessName } = taxpayer;
  const isLlc = entity.toUpperCase() === 'LLC' && !isDisregarded;
  const taxedAs = isDisregarded ? ownerClass : isLlc ? llcClass : entity;
  const isFlowThrough = taxedAs !== null && flowThrough.has(taxedAs);
  const byOwner = isDisregarded || (isOnePerson(entity) && ownerName !== null);
  return {
    line1: byOwner ? ownerName : (businessName ?? ownerName),
    line2: byOwner ? businessName : null,
    line3a: isDisregarded ? ownerClass : entity,
    llcCode: isLlc ? llcClass : null,
    line3b: taxpayer.goesToFlowThroughOfOurs && taxpayer.hasForeignOwners && isFlowThrough,
  };
}

/** Whoever trades in their own name, or under another that stands on line 2. */
function isOnePerson(entity: string): boolean {
  return /^(?:individual|sole[ _-]?propriet)/iu.test(entity);
}

/** A number that is there, and that the IRS has not refused. */
const goodNumbers: ReadonlySet<string> = new Set(['valid', 'matched', 'provided', 'certified']);

export type Withholding = { readonly isDue: boolean; readonly amount: Money };

/** Backup withholding of 24 % while the payee's number is missing or wrong (IRC 3406). */
export function backupWithholding(payment: Money, tinStatus: string): Withholding {
  return goodNumbers.has(tinStatus)
    ? { isDue: false, amount: zero(payment.currency) }
    : { isDue: true, amount: share(payment, 24n, 100n) };
}
