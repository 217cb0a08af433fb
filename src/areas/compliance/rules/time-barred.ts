/**
 * A debt past its limitation period may be asked for, but not threatened with a suit by a
 * third party, and not sued on (12 CFR 1006.26(b)). It is past when the period has run.
 */
import { type Decimal } from '#kernel/decimal.ts';

export type CollectionAct = {
  readonly isThirdParty: boolean;
  readonly act: string;
  readonly ageYears: Decimal;
  readonly limitationYears: Decimal;
};

const suits: ReadonlySet<string> = new Set(['threaten_suit', 'sue']);

/** May this be done? Only a suit and its threat are ever barred. */
export function mayAct({ isThirdParty, act, ageYears, limitationYears }: CollectionAct): boolean {
  const age = ageYears.units * 10n ** BigInt(limitationYears.scale);
  const limit = limitationYears.units * 10n ** BigInt(ageYears.scale);
  return !(isThirdParty && suits.has(act) && age > limit);
}
