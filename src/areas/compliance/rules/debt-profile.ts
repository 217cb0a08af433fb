/**
 * What kind of debt an account is, in the law's terms: who collects, who owes, what for, where.
 *
 * What a person stated stands. What nobody stated is taken from the account's kind, its
 * customer's segment and address, carefully: a person's debt is a consumer's until somebody
 * says otherwise, and what the data does not show stays unknown, which blocks.
 */
import type { Day } from '#kernel/day.ts';
import type { Debt } from './applicable-packs.ts';
import { isNewYorkCityZip } from './new-york-city.ts';
import { countryOf, stateCode } from './zones.ts';

export type StatedProfile = {
  readonly collector: 'first_party' | 'third_party' | null;
  readonly obligor: 'natural_person' | 'entity' | null;
  readonly guarantor: 'natural_person' | 'entity' | 'none' | null;
  readonly purpose: 'consumer' | 'commercial' | null;
  readonly state: string | null;
  readonly city: string | null;
  readonly zone: string | null;
  readonly enteredOn: Day | null;
};

/** What the desk holds of the account and its customer. */
export type CustomerFacts = {
  readonly kind: string;
  readonly segment: string | null;
  readonly country: string | null;
  readonly state: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
};

export const nothingStated: StatedProfile = {
  collector: null,
  obligor: null,
  guarantor: null,
  purpose: null,
  state: null,
  city: null,
  zone: null,
  enteredOn: null,
};

const fields = [
  'collector',
  'obligor',
  'guarantor',
  'purpose',
  'state',
  'city',
  'zone',
  'enteredOn',
] as const;

/** Was anything else stated of the one than of the other? */
export function differs(one: StatedProfile, other: StatedProfile): boolean {
  return fields.some((field) => one[field] !== other[field]);
}

export type DebtProfile = Pick<Debt, 'actor' | 'guarantor' | 'state' | 'city' | 'enteredOn'> & {
  readonly obligor: Debt['obligor'] | undefined;
  readonly purpose: Debt['purpose'] | undefined;
  /** Empty when nobody knows. */
  readonly country: string;
};

/** Segments in which a customer is a person, as books name them. */
const personal: ReadonlySet<string> = new Set([
  'b2c',
  'consumer',
  'consumers',
  'household',
  'households',
  'individual',
  'individuals',
  'patient',
  'patients',
  'person',
  'persons',
  'private',
  'residential',
  'student',
  'students',
]);

const kinds: Readonly<Record<string, Pick<DebtProfile, 'obligor' | 'purpose'>>> = {
  trade: { obligor: 'entity', purpose: 'commercial' },
  public: { obligor: 'entity', purpose: 'commercial' },
  insurer: { obligor: 'entity', purpose: 'commercial' },
  // The client of a law firm may be either.
  matter: { obligor: undefined, purpose: undefined },
  student: { obligor: 'natural_person', purpose: 'consumer' },
  consumer: { obligor: 'natural_person', purpose: 'consumer' },
};

/** The profile that counts: what was stated, else what the data shows. */
export function debtProfile(stated: StatedProfile, facts: CustomerFacts): DebtProfile {
  const shown = personal.has((facts.segment ?? '').trim().toLowerCase())
    ? kinds['consumer']
    : kinds[facts.kind];
  const state = stateCode(stated.state) ?? stateCode(facts.state);
  return {
    actor: stated.collector ?? 'first_party',
    obligor: stated.obligor ?? shown?.obligor,
    guarantor: stated.guarantor ?? 'none',
    purpose: stated.purpose ?? shown?.purpose,
    state,
    city: stated.city ?? cityOf(facts) ?? undefined,
    enteredOn: stated.enteredOn ?? undefined,
    country: countryOf(facts.country, state ?? null),
  };
}

/** The ZIP code knows a city of laws of its own by whatever name the town is written. */
function cityOf({ city, postalCode }: CustomerFacts): string | null {
  return isNewYorkCityZip(postalCode ?? '') ? 'New York City' : city;
}
