/**
 * Which packs bind a contact: who collects, from whom, what kind of debt, where, on which day
 * and with which machine. The strictest wins later; here none may be forgotten.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Money, atLeast, currency, money } from '#kernel/money.ts';
import type { Technology } from './contact.ts';
import { isInForce, packOf } from './may-contact.ts';
import { isNewYorkCity } from './new-york-city.ts';

export type Debt = {
  /** The creditor itself, or somebody hired or sold to. */
  readonly actor: 'first_party' | 'third_party';
  readonly obligor: 'natural_person' | 'entity';
  /** Somebody who answers for an entity's debt with their own money. */
  readonly guarantor: 'natural_person' | 'entity' | 'none';
  readonly purpose: 'consumer' | 'commercial';
  /** Two letters; undefined when nobody knows. */
  readonly state: string | undefined;
  /** New York City has rules of its own. */
  readonly city: string | undefined;
  /** Collection has begun; what is only billed is routine servicing (6 RCNY 5-77). */
  readonly isInCollection: boolean;
  readonly technology: Technology;
  readonly totalWithCreditor: Money | undefined;
  readonly enteredOn: Day | undefined;
  readonly on: Day;
};

const byState: Readonly<Record<string, string>> = {
  MA: 'US-MA-940CMR7',
  DC: 'US-DC-28-3814',
  FL: 'US-FL-559.72',
  WV: 'US-WV-46A-2',
  CA: 'US-CA-ROSENTHAL',
  MD: 'US-MD-14-202',
  TX: 'US-TX-392',
  NC: 'US-NC-75-50',
  PA: 'US-PA-2270',
  MI: 'US-MI-445.251',
};

/** 940 CMR 7 binds creditors; hired collectors stand under 209 CMR 18, which is no pack yet. */
const creditorsOnly: readonly string[] = ['US-MA-940CMR7'];

/** Ids of the packs in force on the day, sorted. */
export function applicablePacks(debt: Debt): string[] {
  const wanted = [
    'US.STAY',
    ...(debt.technology === 'manual' ? [] : ['US-TCPA']),
    ...(debt.purpose === 'consumer' && debt.obligor === 'natural_person'
      ? consumerPacks(debt)
      : ['POLICY-B2B', ...commercialPacks(debt)]),
  ];
  return wanted.filter((id) => isInForce(packOf(id), debt.on)).toSorted(byText);
}

function consumerPacks({ actor, state = '', city = '', isInCollection }: Debt): string[] {
  const local = byState[state];
  const bound = local !== undefined && !(actor === 'third_party' && creditorsOnly.includes(local));
  return [
    ...(actor === 'third_party' ? ['US-FED-REGF'] : []),
    ...(bound ? [local] : []),
    ...(isInCollection && isInNewYorkCity(state, city) ? ['US-NYC-5-77'] : []),
  ];
}

function isInNewYorkCity(state: string, city: string): boolean {
  return ['NY', ''].includes(state) && isNewYorkCity(city);
}

/** Cal. Civ. Code 1788.2 as amended by SB 1286. */
const rosenthal = { from: day('2025-07-01'), most: money(50_000_000n, currency('USD')) };

function commercialPacks({ state, obligor, guarantor, ...debt }: Debt): string[] {
  const person = obligor === 'natural_person' || guarantor === 'natural_person';
  const { totalWithCreditor: total, enteredOn } = debt;
  // What is not known counts as covered: the law binds until somebody shows that it does not.
  const small = total === undefined || atLeast(rosenthal.most, total);
  const recent = enteredOn === undefined || enteredOn >= rosenthal.from;
  return state === 'CA' && person && small && recent ? ['US-CA-ROSENTHAL-COMMERCIAL'] : [];
}

/** By code points: `US-TX-392` before `US.STAY`. */
function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
