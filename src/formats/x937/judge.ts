/**
 * Compares what the trailers of an image cash letter state with what is in it.
 *
 * Producers disagree about what they count: `items` are checks to one and records to the
 * next, a total holds the returns or the credits or neither. A figure that agrees with any
 * of these readings agrees; an amount that agrees with none puts the file aside.
 */
import { type Control } from '../neutral.ts';
import { type Bundle, type CashLetter, type CashLetterFile, type Totals } from './cash-letter.ts';

/** Every figure that a trailer states beside what was found. */
export function judgeCashLetters(file: CashLetterFile): Control[] {
  const letters = file.cashLetters.map(figuresOfLetter);
  const all = letters.reduce(add, nothing);
  const { stated, cashLetters, records } = file;
  const letterCount = count('cash_letter_count', stated.record, stated.cashLetters, [
    cashLetters.length,
  ]);
  // Some producers leave the file header or the control out of their own count.
  const recordCount = count('record_count', stated.record, stated.records, [
    records,
    records - 1,
    records - 2,
  ]);
  return [
    ...cashLetters.flatMap((letter) => [
      ...letter.bundles.flatMap((bundle) => compare('bundle', bundle.stated, figuresOf(bundle))),
      ...count('bundle_count', letter.stated.record, letter.stated.bundles, [
        letter.bundles.length,
      ]),
      ...compare('cash_letter', letter.stated, figuresOfLetter(letter)),
    ]),
    ...letterCount,
    ...recordCount,
    ...compare('file', stated, all),
  ];
}

type Figures = {
  readonly checks: number;
  readonly returns: number;
  readonly credits: number;
  readonly views: number;
  readonly checkTotal: bigint;
  readonly returnTotal: bigint;
  readonly creditTotal: bigint;
};

const nothing: Figures = {
  checks: 0,
  returns: 0,
  credits: 0,
  views: 0,
  checkTotal: 0n,
  returnTotal: 0n,
  creditTotal: 0n,
};

function figuresOf({ checks, returns }: Bundle): Figures {
  const items = [...checks, ...returns];
  return {
    ...nothing,
    checks: checks.length,
    returns: returns.length,
    views: items.reduce((sum, { views }) => sum + views, 0),
    checkTotal: checks.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    returnTotal: returns.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
  };
}

function figuresOfLetter(letter: CashLetter): Figures {
  const credits = {
    ...nothing,
    credits: letter.credits.length,
    creditTotal: letter.credits.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
  };
  return letter.bundles.map(figuresOf).reduce(add, credits);
}

function add(a: Figures, b: Figures): Figures {
  return {
    checks: a.checks + b.checks,
    returns: a.returns + b.returns,
    credits: a.credits + b.credits,
    views: a.views + b.views,
    checkTotal: a.checkTotal + b.checkTotal,
    returnTotal: a.returnTotal + b.returnTotal,
    creditTotal: a.creditTotal + b.creditTotal,
  };
}

function compare(what: string, stated: Totals, found: Figures): Control[] {
  const items = found.checks + found.returns;
  return [
    ...amount(`${what}_total`, stated, found),
    // A count of records is at least that of the items; nothing more is known of it.
    ...count(`${what}_items`, stated.record, stated.items, [
      items,
      items + found.credits,
      Math.max(items, Number(stated.items)),
    ]),
    ...count(`${what}_images`, stated.record, stated.images, [found.views]),
  ];
}

function amount(what: string, stated: Totals, found: Figures): Control[] {
  if (!/^\d+$/u.test(stated.total)) return [];
  const { checkTotal, returnTotal, creditTotal } = found;
  const both = checkTotal + returnTotal;
  const total = BigInt(stated.total);
  const readings = [both, checkTotal, both + creditTotal, checkTotal + creditTotal];
  const agreed = readings.find((each) => each === total) ?? both;
  return [
    { kind: 'amount', what, record: stated.record, stated: String(total), found: String(agreed) },
  ];
}

function count(what: string, record: number, text: string, readings: readonly number[]): Control[] {
  if (!/^\d+$/u.test(text)) return [];
  const stated = Number(text);
  const found = readings.includes(stated) ? stated : (readings[0] ?? 0);
  return [{ kind: 'count', what, record, stated: String(stated), found: String(found) }];
}
