/**
 * Every zone in which a person may be, from what is known of them.
 *
 * What somebody told us decides alone. Otherwise the address and the number both speak, and the
 * hours must be right in each zone that either allows: an area code is not a place (comment
 * 6(b)(1)(i)-2 to Regulation F; the 2015 Discover consent order). Nothing known is no zone, and
 * no zone blocks.
 */
import { zonesOfAreaCode, zonesOfCountry, zonesOfState } from './zone-data.ts';

export type Whereabouts = {
  /** Told by the person, or written down on the account. */
  readonly told: string | null;
  readonly country: string | null;
  readonly state: string | null;
  /** A telephone number as it is written; empty where there is none. */
  readonly phone: string;
};

/** Candidate zones, the address's own first; limits in days are counted in the first. */
export function candidateZones({ told, country, state, phone }: Whereabouts): readonly string[] {
  if (told !== null && isZone(told)) return [told];
  const land = countryOf(country, state);
  const place =
    land === 'US' ? (zonesOfState.get(stateCode(state) ?? '') ?? []) : (zonesOfCountry[land] ?? []);
  const number = zonesOfAreaCode.get(areaCode(phone) ?? '') ?? [];
  return [...new Set([...place, ...number])];
}

/** Is it a zone that clocks are known for? */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The country's code; a United States state without a country is in the United States. */
export function countryOf(country: string | null, state: string | null): string {
  const code = (country ?? '').trim().toUpperCase();
  if (['US', 'USA', 'UNITED STATES', 'UNITED STATES OF AMERICA', 'EE. UU.'].includes(code)) {
    return 'US';
  }
  if (code === '') return stateCode(state) === undefined ? '' : 'US';
  return code === 'UK' ? 'GB' : code;
}

/** The two letters of a United States state or territory. */
export function stateCode(state: string | null): string | undefined {
  const code = (state ?? '').trim().toUpperCase();
  return zonesOfState.has(code) ? code : undefined;
}

/** The first three digits of a number of the North American plan. */
function areaCode(phone: string): string | undefined {
  const digits = phone.replaceAll(/\D/gu, '');
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  return national.length === 10 && !/^\+(?!1)/u.test(phone.trim())
    ? national.slice(0, 3)
    : undefined;
}
