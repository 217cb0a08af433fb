/**
 * A telephone number: in its one form, by which it is compared and dialed, and as people read it.
 *
 * Plan, lengths and groups of each country are the library's. A number that names no country is
 * read as one of North America; one with letters, or with words around it, is none.
 */
import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** `+15125550142` of `(512) 555-0142 x3`, as ITU-T E.164 has it; undefined of what is no number. */
export function e164(text: string): string | undefined {
  return parsed(text)?.number;
}

/** `(512) 555-0142 x3` as `+1 512 555 0142 ext. 3`; what is no number stays as it was written. */
export function writtenPhone(text: string): string {
  return parsed(text)?.formatInternational() ?? text;
}

function parsed(text: string): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'US', extract: false });
  return number?.isPossible() === true ? number : undefined;
}
