/**
 * A telephone number as people read it aloud: its country, then groups that one can keep in mind.
 *
 * ITU-T E.164 says how long a country code is; how a country groups its own digits is known here
 * for North America only, other numbers stand in groups of three.
 */

/** Country codes of one and of two digits (E.164, list of 2016); all others have three. */
const short = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/u;

/** `+12125550100` as `+1 (212) 555-0100`; what is no number of digits stays as it was written. */
export function writtenPhone(text: string): string {
  const [, number = '', extension = ''] = /^([^a-z]*?)\s*((?:ext|x)\D*\d+)?$/iu.exec(text) ?? [];
  const digits = number.replace(/[\s().\-/]/gu, '');
  const rest = extension === '' ? '' : ` ${extension}`;
  if (/^[2-9]\d{9}$/u.test(digits)) return american(digits) + rest;
  if (/^\+1[2-9]\d{9}$/u.test(digits)) return `+1 ${american(digits.slice(2))}${rest}`;
  if (!/^\+[1-9]\d{6,14}$/u.test(digits)) return text;
  const own = digits.slice(1);
  const country = short.exec(own)?.[0] ?? own.slice(0, 3);
  return `+${country} ${inThrees(own.slice(country.length))}${rest}`;
}

function american(digits: string): string {
  return `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
}

/** Groups of three, the last with four where one digit would stand alone. */
function inThrees(digits: string): string {
  return digits.replaceAll(/\d{3}(?=\d{2})/gu, '$& ');
}
