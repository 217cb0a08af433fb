/**
 * One line of a remittance in plain text, taken apart: days, amounts, references, words.
 *
 * An amount in prose has its cents; a bare number is a reference. That is the one rule that
 * keeps `Invoice 1500` from paying fifteen hundred.
 */
import { dateReadings } from '../values/dates.ts';

export type Tokens = {
  /** As written, in the line's order. */
  readonly amounts: readonly string[];
  readonly days: readonly string[];
  readonly references: readonly string[];
  readonly orders: readonly string[];
  /** What is left: a reason, a comment. */
  readonly words: string;
};

const sign = '(?:US\\$|MX\\$|CA\\$|[$€£]|(?:USD|EUR|GBP|CAD|MXN) ?)';
// A dash with a blank behind it parts words; a minus stands at its amount.
const amount = new RegExp(
  `(?<![\\w.,/#-])(?:[-−]|\\( ?)?(?:${sign} ?)?(?:[-−]|\\( ?)?` +
    "(?:\\d{1,3}(?:[.,']\\d{3})+|\\d+)[.,]\\d{2}(?: ?\\))?-?" +
    '(?: ?(?:USD|EUR|GBP|CAD|MXN|CR|DR)\\b)?(?![\\w/]|[.,-]\\d| ?%)',
  'gu',
);
const dayShape = new RegExp(
  '(?<![\\w/.-])(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|' +
    '\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})|' +
    '\\d{1,2}[- ](?:de )?\\p{L}{3,10}\\.?[-, ]+(?:de )?\\d{2,4}|' +
    '\\p{L}{3,9}\\.? \\d{1,2}, ?\\d{4})(?![\\w/])',
  'gu',
);
const order = new RegExp(
  '\\b(?:PO|P\\.O\\.|OC|order|pedido)\\s{0,9}(?:number|no\\.?|#)?\\s{0,9}[:#]?\\s{0,9}' +
    '([A-Z0-9-]{0,40}\\d[A-Z0-9-]{0,40})',
  'giu',
);
/** Letters and digits with marks inside; a short code before digits belongs to it. */
const reference = new RegExp(
  '(?<![\\w$€£%])(?:(?:INV|FAC|CM|CN|NC|CR|FV|SI)[ #:.]{1,2})?#?' +
    '[A-Z0-9][A-Z0-9/_.-]{1,28}[A-Z0-9](?![\\w%])',
  'giu',
);

/** A document has two digits, or one behind its letters: `INV-7`; `2nd` is none. */
function isReference(text: string): boolean {
  if (/^\d+(?:st|nd|rd|th)$/iu.test(text)) return false;
  return /\d.*\d/u.test(text) || /^[A-Z]{2,8}[-#/ .]{0,2}\d$/iu.test(text);
}

/** Takes a line apart; what one reading has taken no other reads again. */
export function tokensOf(line: string): Tokens {
  let rest = line;
  const take = (
    pattern: RegExp,
    group = 0,
    keep: (text: string) => boolean = () => true,
  ): string[] => {
    const found: string[] = [];
    rest = rest.replace(pattern, (...match: unknown[]) => {
      const whole = String(match[0]);
      if (!keep(whole)) return whole;
      found.push(String(match[group]).trim());
      return ' '.repeat(whole.length);
    });
    return found;
  };
  const days = take(dayShape, 0, (text) => dateReadings(text) !== undefined);
  const amounts = take(amount);
  const orders = take(order, 1);
  const references = take(reference, 0, isReference).map((text) => text.replace(/^#/u, ''));
  const words = rest
    .replaceAll(/[|\t]+/gu, ' ')
    .replaceAll(/\b(?:invoices?|inv|facturas?|no|number|#)\b[.:#]?/giu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s,;:.#*-]+|(?<![\s,;:#*-])[\s,;:#*-]+$/gu, '');
  return { amounts, days, references, orders, words };
}
