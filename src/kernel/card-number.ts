/**
 * Card numbers in free text: found by their length and check digit, and taken out.
 *
 * A card number may stand nowhere in this program (PCI DSS 3.2 to 3.4): what people write,
 * mail or upload is passed through here. A number that fails its check digit is a reference
 * of somebody's and is left alone.
 */

export type Redacted = {
  readonly text: string;
  /** How many card numbers were taken out. */
  readonly found: number;
};

/** 13 to 19 digits, single blanks or hyphens between them, no further digit on either side. */
const candidate = /(?<![\d])\d(?:[ -]?\d){12,18}(?![ -]?\d)/gu;

/** The text with each card number as stars and its last four digits. */
export function redactCardNumbers(text: string): Redacted {
  let found = 0;
  const redacted = text.replaceAll(candidate, (written) => {
    const digits = written.replaceAll(/\D/gu, '');
    if (!passesLuhn(digits)) return written;
    found += 1;
    return '*'.repeat(digits.length - 4) + digits.slice(-4);
  });
  return { text: redacted, found };
}

/** The check digit of ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0 && !/^0+$/u.test(digits);
}
