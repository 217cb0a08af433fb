/**
 * Payment terms as people and other systems write them: `2/10 net 30`, `EOM30`, `30 días`.
 *
 * What is not understood is refused, never guessed: terms read wrongly put a wrong due day
 * on every later invoice. `30 días fin de mes` adds the days first and then goes to the end
 * of that month, as Spain does; `EOM + 30` and `net 30 EOM` go to the end of the month first.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import {
  type DueRule,
  type EarlyDiscount,
  type PaymentTerms,
  equalInstalments,
  plainTerms,
} from './terms.ts';

export type TermsTextRefusal = 'terms.unreadable';

/** Reads common payment terms in English or Spanish, in any case. */
export function parseTerms(text: string): Outcome<PaymentTerms, TermsTextRefusal> {
  const { discounts, rest } = takeDiscounts(normalise(text));
  const due = readDue(rest);
  if (due === undefined) return refuse('terms.unreadable', { text });

  const longest = Math.max(0, ...discounts.map((discount) => discount.days));
  const sensible = discounts.every((each) => each.rateBps > 0 && each.rateBps < 10_000);
  if (!sensible || (due.kind === 'net' && longest > due.days)) {
    return refuse('terms.unreadable', { text });
  }
  return accept(discounts.length === 0 ? plainTerms(due) : { due, discounts });
}

/** Lower case, no accents, one space between words; `n/30` is `n30`, `C.O.D.` is `cod`. */
function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\.(?!\d)/gu, '')
    .replace(/[,;]/gu, ' ')
    .replace(/\bn\//gu, 'n')
    .replace(/(?<=[a-z])-(?=\d)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** `2/10`, `1/20`, `2% 10` before the net part; the percent may have two decimals. */
function takeDiscounts(text: string): { discounts: EarlyDiscount[]; rest: string } {
  if (readDayList(text) !== undefined) return { discounts: [], rest: text };
  const discounts: EarlyDiscount[] = [];
  const pattern =
    /^(\d{1,2}(?:\.\d{1,2})?) ?(?:\/|% ?(?:\/|in|en)?) ?(\d{1,3})(?: (?:days|dias))?(?= |n)/u;
  let rest = text;
  for (;;) {
    const match = pattern.exec(rest);
    if (match === null) return { discounts, rest };
    discounts.push({ rateBps: basisPoints(match[1] ?? ''), days: Number(match[2]), of: 'total' });
    rest = rest.slice(match[0].length).replace(/^[ ,]+/u, '');
  }
}

function basisPoints(percent: string): number {
  const [whole = '', fraction = ''] = percent.split('.');
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

type Reading = readonly [RegExp, (numbers: readonly number[]) => DueRule];

const days = '(?: ?(?:days|day|dias|dia|d))?';
const monthEnd = '(?:eom|end of (?:the )?month|month end)';
const finDeMes = '(?:fin de mes|fdm)';
const nextMonth = '(?:prox(?:imo)?|mfi|(?:of )?(?:the )?(?:next|following) month)';
const eitherEnd = `(?:${monthEnd}|${finDeMes})`;

/** Tried in order; the first that reads the whole text wins. */
const readings: readonly Reading[] = [
  [
    /^(?:due|(?:due )?(?:up)?on receipt|cash|cod|cia|immediate|(?:al )?contado|pago inmediato)$/u,
    () => ({ kind: 'net', days: 0 }),
  ],
  [/^a la (?:vista|recepcion)$/u, () => ({ kind: 'net', days: 0 })],
  [
    new RegExp(`^(?:net|n|neto|due in|a)? ?(\\d{1,3})${days}(?: net| neto)?$`, 'u'),
    ([first = 0]) => ({ kind: 'net', days: first }),
  ],
  [
    new RegExp(`^(?:net )?${eitherEnd}$`, 'u'),
    () => ({ kind: 'end_of_month', daysBefore: 0, daysAfter: 0 }),
  ],
  [
    new RegExp(`^(?:net |n)?${eitherEnd} ?[+]? ?(\\d{1,3})${days}$`, 'u'),
    ([after = 0]) => ({ kind: 'end_of_month', daysBefore: 0, daysAfter: after }),
  ],
  [
    new RegExp(`^(?:net |n)?(\\d{1,3})${days} (?:from |after )?${monthEnd}$`, 'u'),
    ([after = 0]) => ({ kind: 'end_of_month', daysBefore: 0, daysAfter: after }),
  ],
  [
    new RegExp(`^(?:a )?(\\d{1,3}) ?dias (?:a )?${finDeMes}$`, 'u'),
    ([before = 0]) => ({ kind: 'end_of_month', daysBefore: before, daysAfter: 0 }),
  ],
  [
    new RegExp(`^(?:net )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? ${nextMonth}$`, 'u'),
    ([dayOfMonth = 1]) => ({ kind: 'day_of_month', dayOfMonth, monthsAhead: 1 }),
  ],
  [
    /^(?:prox(?:imo)?|mfi) (\d{1,2})(?:st|nd|rd|th)?$/u,
    ([dayOfMonth = 1]) => ({ kind: 'day_of_month', dayOfMonth, monthsAhead: 1 }),
  ],
  [
    /^(?:el )?(?:dia )?(\d{1,2}) del (?:mes siguiente|proximo mes)$/u,
    ([dayOfMonth = 1]) => ({ kind: 'day_of_month', dayOfMonth, monthsAhead: 1 }),
  ],
  [
    new RegExp(`^(\\d{1,2}) ?[x×] ?(\\d{1,3})${days}$`, 'u'),
    ([count = 1, step = 0]) => equalInstalments(count, step),
  ],
];

function readDue(text: string): DueRule | undefined {
  for (const [pattern, make] of readings) {
    const match = pattern.exec(text);
    if (match !== null) return checked(make(match.slice(1).map(Number)));
  }
  return readDayList(text);
}

/** `30/60/90` or `30-60-90 días`: equal parts on each of the days. */
function readDayList(text: string): DueRule | undefined {
  const match = /^(?:net |a )?(\d{1,3}(?:[/-]\d{1,3}){1,11})( ?(?:days|dias))?$/u.exec(text);
  const list = match?.[1]?.split(/[/-]/u).map(Number) ?? [];
  // Two bare numbers may as well be a discount (2/10), so they need the word "days".
  if (list.length < (match?.[2] === undefined ? 3 : 2) || (list[0] ?? 0) < 7) return undefined;
  const ascending = list.every((each, at) => at === 0 || each > (list[at - 1] ?? each));
  if (!ascending) return undefined;
  return { kind: 'instalments', parts: list.map((each) => ({ weight: 1, after: { days: each } })) };
}

function checked(due: DueRule): DueRule | undefined {
  if (due.kind === 'day_of_month' && (due.dayOfMonth < 1 || due.dayOfMonth > 31)) return undefined;
  if (due.kind === 'instalments' && due.parts.length < 1) return undefined;
  return due;
}
