/**
 * Which warnings become alerts and which alerts are over: a warning that stands already is not
 * raised again, and one that a person has just answered is left alone for a month.
 */
import type { Warning, WarningKind } from './warnings.ts';

export type StandingAlert = {
  readonly alertId: string;
  readonly kind: WarningKind;
  /** Days since a person acknowledged it; null while nobody has. */
  readonly answeredDaysAgo: number | null;
};

const quiet = 30;

export type Raising = { readonly raise: readonly Warning[]; readonly over: readonly string[] };

export function raisingOf(
  standing: readonly StandingAlert[],
  warnings: readonly Warning[],
): Raising {
  const known = new Set(
    standing
      .filter(({ answeredDaysAgo }) => answeredDaysAgo === null || answeredDaysAgo < quiet)
      .map(({ kind }) => kind),
  );
  const still = new Set(warnings.map(({ kind }) => kind));
  return {
    raise: warnings.filter(({ kind }) => !known.has(kind)),
    over: standing
      .filter(({ kind, answeredDaysAgo }) => answeredDaysAgo === null && !still.has(kind))
      .map(({ alertId }) => alertId),
  };
}
