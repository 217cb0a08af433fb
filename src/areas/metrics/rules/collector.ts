/**
 * What a collector's hours brought: money, contacts, promises and promises kept.
 *
 * Activity and outcome stand side by side, never outcome alone, and hours are paid hours.
 * The right-party rate has two definitions in use (per attempt, per person reached); the
 * screen names the one it shows.
 */
import { type Decimal, fromInteger, ratio } from '#kernel/decimal.ts';
import { type Money } from '#kernel/money.ts';
import { type Figure, figure, inUnits, percentOf, percentOfCount } from './figure.ts';

export type CollectorPeriod = {
  readonly collected: Money;
  readonly paidHours: Decimal;
  readonly contacts: number;
  readonly promises: number;
  readonly promisesKept: number;
};

export type Productivity = {
  /** Money per paid hour, in the currency of the money collected. */
  readonly perHour: Figure;
  readonly contactsPerHour: Figure;
  readonly promisePerContactPct: Figure;
  readonly keptPct: Figure;
};

export function collectorProductivity(period: CollectorPeriod): Productivity {
  return {
    perHour: figure(ratio(inUnits(period.collected), period.paidHours)),
    contactsPerHour: figure(ratio(fromInteger(period.contacts), period.paidHours)),
    promisePerContactPct: percentOfCount(period.promises, period.contacts),
    keptPct: percentOfCount(period.promisesKept, period.promises),
  };
}

/** Right-party contacts per hundred attempts, or per hundred people reached. */
export function rightPartyRate(rightPartyContacts: number, triedOrReached: number): Figure {
  return percentOfCount(rightPartyContacts, triedOrReached);
}

/** The department's cost as a percentage of the cash collected. */
export function costToCollect(departmentCost: Money, collected: Money): Figure {
  return percentOf(departmentCost, collected);
}
