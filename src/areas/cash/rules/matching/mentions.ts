/**
 * What a payer's text may name: runs of digits and words with digits, with the amounts beside
 * them. Nothing is looked up here.
 *
 * Dates, check numbers, traces and account numbers are taken out first: they are numbers that
 * name no invoice.
 */
import { parseMinor } from '#kernel/money.ts';
import { type ReceiptToDecide } from './model.ts';
import { alphanumeric } from './text.ts';

export type Mention = {
  /** As it was written. */
  readonly written: string;
  /** Letters and digits of the word it stands in. */
  readonly word: string;
  /** Runs of digits that it may be read as, the plainest first. */
  readonly readings: readonly Reading[];
  /** It ends where the text was cut. */
  readonly cut: boolean;
  /** The last digits only, of a list such as INV-0123456/457/461. */
  readonly suffix: boolean;
  readonly paidMinor: bigint | null;
  readonly grossMinor: bigint | null;
};

export type Reading = { readonly run: string; readonly repair: 'none' | 'look_alike' | 'joined' };

const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  l: '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  G: '6',
  B: '8',
};

/** What names no invoice. */
const otherNumbers = [
  /\b(?:19|20)\d{2}-\d{2}(?:-\d{2})?\b/gu,
  /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/gu,
  /\b(?:CK|CHK|CHECK|CHEQUE|TRACE|TRN)\s*(?:NO|#)?[.:#]?\s*\d+/giu,
  /\bCHGS\/[A-Z]{3}[\d.,]+\/?/giu,
  /\b(?:ACCT|CUST|CUSTOMER|ACCOUNT|CLIENTE)\s*(?:NO|#)?[.:#]?\s*[A-Z]{0,3}-?\d+\b/giu,
  /\bLESS [A-Z -]+[\d.,]*/giu,
];
const amountPattern = /(?<![\d.,])-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}(?!\d)/gu;
const runPattern = /[0-9OolZzSsGB]*[0-9][0-9OolZzSsGB]*/gu;
/** RMR: what is named, an action code, paid, gross, taken off (X12 820). */
const segmentPattern = new RegExp(
  String.raw`RMR\*[A-Z0-9]{0,3}\*([^*\\~]*)(?:\*[A-Z]*)?` + String.raw`(?:\*(-?[\d.]*))?`.repeat(3),
  'gu',
);

/** Everything in the receipt that may name a document, in the order it was written. */
export function mentionsOf(receipt: ReceiptToDecide, prefixes: RegExp | null): Mention[] {
  const rows = receipt.remittance.map((row) =>
    rowMention(row.reference, row.paidMinor ?? null, row.grossMinor ?? null, prefixes),
  );
  if (rows.length > 0) return rows;
  const segments = [...receipt.text.matchAll(segmentPattern)];
  if (segments.length > 0) {
    return segments.map(([, reference = '', paid = '', gross = '']) =>
      rowMention(reference, minorOf(paid), minorOf(gross), prefixes),
    );
  }
  return spoken(receipt.text, prefixes);
}

function rowMention(
  reference: string,
  paid: bigint | null,
  gross: bigint | null,
  prefixes: RegExp | null,
): Mention {
  const readings = spoken(reference, prefixes).flatMap((one) => one.readings);
  return {
    written: reference,
    word: alphanumeric(reference),
    readings,
    cut: false,
    suffix: false,
    paidMinor: paid,
    grossMinor: gross,
  };
}

type Run = { readonly text: string; readonly from: number; readonly to: number };

function spoken(text: string, prefixes: RegExp | null): Mention[] {
  const blanked = otherNumbers.reduce((rest, pattern) => blank(rest, pattern), text);
  const amounts = [...blanked.matchAll(amountPattern)];
  const numbers = blank(blanked, amountPattern);
  const plain = prefixes ? blank(numbers, prefixes) : numbers;
  const runs = [...plain.matchAll(runPattern)].map((match): Run => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
  const mentions: Mention[] = [];
  for (const [at, run] of runs.entries()) {
    const amount = amounts.find(
      (one) => one.index >= run.to && plain.slice(run.to, one.index).trim() === '',
    );
    mentions.push({
      written: run.text,
      word: wordAround(numbers, run),
      readings: readingsOf(plain, run, runs[at + 1]),
      cut: run.to >= text.trimEnd().length - 1,
      suffix: isSuffix(plain, run, runs[at - 1]),
      paidMinor: amount ? minorOf(amount[0]) : null,
      grossMinor: null,
    });
  }
  return mentions;
}

/** Same length, so that places in the text stay what they are. */
function blank(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (found) => ' '.repeat(found.length));
}

function wordAround(text: string, run: Run): string {
  let { from, to } = run;
  while (from > 0 && /[A-Za-z0-9\-/._#]/u.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && /[A-Za-z0-9\-._]/u.test(text.charAt(to))) to += 1;
  return alphanumeric(text.slice(from, to));
}

function readingsOf(text: string, run: Run, next: Run | undefined): Reading[] {
  const readings: Reading[] = [];
  for (const part of run.text.match(/\d+/gu) ?? []) readings.push({ run: part, repair: 'none' });
  const mapped = run.text.replaceAll(/\D/gu, (letter) => lookAlikes[letter] ?? letter);
  if (mapped !== run.text) {
    readings.push({ run: mapped, repair: 'look_alike' });
    const trimmed = run.text.replaceAll(/^\D+|\D+$/gu, '');
    const inner = trimmed.replaceAll(/\D/gu, (letter) => lookAlikes[letter] ?? letter);
    if (inner !== mapped && inner !== trimmed) {
      readings.push({ run: inner, repair: 'look_alike' });
    }
  }
  if (next && /^[ -]$/u.test(text.slice(run.to, next.from))) {
    const both = `${run.text}${next.text}`;
    if (/^\d+$/u.test(both)) readings.push({ run: both, repair: 'joined' });
  }
  return readings;
}

function isSuffix(text: string, run: Run, before: Run | undefined): boolean {
  if (!before || !/^\d{2,4}$/u.test(run.text)) return false;
  return (
    /^[/,&+]$/u.test(text.slice(before.to, run.from)) &&
    (before.text.length > run.text.length || /^\d{2,4}$/u.test(before.text))
  );
}

function minorOf(text: string): bigint | null {
  return parseMinor(text.replaceAll(',', ''), 2) ?? null;
}
