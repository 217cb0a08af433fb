/**
 * Addenda records: payment information, and what a bank says when a payment comes back.
 *
 *   our debit ──▶ returned (R01–R5x) ──▶ dishonored (R6x) ──▶ contested (R7x)
 *             ──▶ notification of change (C01–C14): paid, but mend the account
 *
 * The original trace number is what ties a return to the payment; whoever compares amounts
 * instead reverses the wrong one.
 */
import { type NachaRecord, cut, field } from './records.ts';

export type Returned = {
  /** R01 … R85. */
  readonly reason: string;
  readonly originalTrace: string;
  readonly originalBank: string;
  /** YYMMDD, in R14 and R15 only. */
  readonly diedOn: string;
  readonly information: string;
  /** The trace of the return that is dishonored or contested. */
  readonly returnTrace: string;
  /** The trace of the dishonored return that is contested. */
  readonly dishonoredTrace: string;
};

export type Changed = {
  /** C01 … C14; C61 … C69 refuse an earlier notification. */
  readonly code: string;
  readonly originalTrace: string;
  readonly originalBank: string;
  /** As sent; `correctionsOf` says what it means. */
  readonly corrected: string;
};

export function addendaType(addenda: NachaRecord): string {
  return cut(addenda, 2, 3);
}

/** The 80 characters of payment information, blanks kept: an X12 element may end in them. */
export function paymentText(addenda: NachaRecord): string {
  return cut(addenda, 4, 83);
}

/** An addenda record of type 99. */
export function returnOf(addenda: NachaRecord): Returned {
  const reason = field(addenda, 4, 6);
  const contested = isContested(reason);
  const again = contested || isDishonored(reason);
  return {
    reason,
    originalTrace: field(addenda, 7, 21),
    diedOn: field(addenda, 22, 27),
    originalBank: field(addenda, 28, 35),
    information: contested ? '' : field(addenda, again ? 59 : 36, 79),
    returnTrace: again ? field(addenda, 39, 53) : '',
    dishonoredTrace: contested ? field(addenda, 59, 73) : '',
  };
}

/** The bank that sent the payment does not accept the return. */
export function isDishonored(reason: string): boolean {
  return /^R6[1-9]$|^R70$/u.test(reason);
}

/** The bank that returned it insists. */
export function isContested(reason: string): boolean {
  return /^R7[1-9]$/u.test(reason);
}

/** An addenda record of type 98. */
export function changeOf(addenda: NachaRecord): Changed {
  return {
    code: field(addenda, 4, 6),
    originalTrace: field(addenda, 7, 21),
    originalBank: field(addenda, 28, 35),
    corrected: cut(addenda, 36, 64),
  };
}

/** What a notification of change asks to be mended. */
export type Corrections = {
  readonly account?: string;
  readonly routing?: string;
  readonly name?: string;
  readonly transactionCode?: string;
  readonly individualId?: string;
};

type Correction = readonly [what: keyof Corrections, from: number, to: number];

/** Columns within the 29 of the corrected data (Nacha rules, appendix five). */
const corrections: Readonly<Record<string, readonly Correction[]>> = {
  C01: [['account', 1, 17]],
  C02: [['routing', 1, 9]],
  C03: [
    ['routing', 1, 9],
    ['account', 13, 29],
  ],
  C04: [['name', 1, 22]],
  C05: [['transactionCode', 1, 2]],
  C06: [
    ['account', 1, 17],
    ['transactionCode', 21, 22],
  ],
  C07: [
    ['routing', 1, 9],
    ['account', 10, 26],
    ['transactionCode', 27, 28],
  ],
  C08: [['routing', 1, 29]],
  C09: [['individualId', 1, 22]],
};

/** The corrected data of a notification by what it corrects; nothing for other codes. */
export function correctionsOf({ code, corrected }: Changed): Corrections {
  const found = (corrections[code] ?? []).map(([what, from, to]) => [
    what,
    corrected.slice(from - 1, to).trim(),
  ]);
  return Object.fromEntries(found.filter(([, text]) => text !== ''));
}
