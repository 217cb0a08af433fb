/**
 * What the three digits of a BAI2 record mean for the desk: which way the money went, by
 * which rail, and whether an earlier payment came back.
 *
 * The hundreds say the direction; only the codes that say more are listed (BAI Cash
 * Management Balance Reporting Specifications, version 2, appendix A).
 */
import { type Channel } from '../neutral.ts';

export type Direction = 'credit' | 'debit' | 'none';

/** 100–399 money in, 400–699 money out, 7xx loans, 920–959 and 960–999 the bank's own. */
export function directionOf(code: string): Direction {
  const number = Number(code);
  if (number === 890) return 'none';
  if ((number >= 100 && number < 400) || (number >= 720 && number < 760)) return 'credit';
  if ((number >= 400 && number < 700) || (number >= 760 && number < 790)) return 'debit';
  if (number >= 920 && number < 960) return 'credit';
  return number >= 960 ? 'debit' : 'none';
}

/** Balances of the account (001–099) and the totals of all credits and debits: no movements. */
export function isFigure(code: string): boolean {
  return /^0\d\d$/u.test(code) || code === '100' || code === '400';
}

const channels: Readonly<Record<Exclude<Channel, 'other' | 'instant'>, string>> = {
  ach:
    '121 122 123 142 143 145 155 156 164 165 166 168 169 257 258 421 422 423 445 447 451 452 ' +
    '455 462 464 466 468 469 557 558',
  wire: '191 195 196 208 491 493 495 496 508',
  lockbox: '115 116 118 415',
  check:
    '172 173 174 175 176 184 187 189 221 222 255 301 395 472 474 475 476 484 487 489 522 555 ' +
    '694 695',
  card: '147',
  cash: '295 353 366 595 629 666',
  transfer: '201 206 274 275 276 277 278 281 345 346 347 501 506 574 575 577 578 581 656',
  charge: '354 398 564 567 654 661 698',
};

const channelOf = new Map(
  Object.entries(channels).flatMap(([channel, codes]) =>
    // The keys of `channels` are channels.
    codes.split(' ').map((code) => [code, channel as Channel] as const),
  ),
);

/** The rail; instant payments come under the codes of wires and say so in their text. */
export function channelOfCode(code: string, text: string): Channel {
  if (/\bRTP\b|\bFEDNOW\b|REAL[- ]?TIME PAY/iu.test(text)) return 'instant';
  return channelOf.get(code) ?? 'other';
}

const returns = new Set('123 168 255 257 261 266 395 423 468 555 557 561 566'.split(' '));

/** Did an earlier payment come back, ours or theirs? */
export function isReturn(code: string): boolean {
  return returns.has(code);
}

/** Checks that were paid from our account carry their number as the customer's reference. */
export function namesCheck(code: string): boolean {
  return code === '475' || code === '395' || code === '116';
}
