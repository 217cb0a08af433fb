/**
 * The magnetic line at the foot of an American check (E-13B, ANSI X9.100-160).
 *
 *   ⑈001042⑈ ⑆021000021⑆ 123456789⑈ 0017 ⑇0000051200⑇
 *    auxiliary  routing    on-us: account,  amount, once encoded
 *    on-us: the            check number or
 *    serial of a           transaction code
 *    business check
 *
 * A business check has its number left of the routing number, a personal check right of the
 * account. Keyboards and scanners write the four symbols as letters; all are read alike. A
 * line whose routing number does not prove itself is refused, never mended.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { isRoutingNumber } from './routing.ts';

export type MicrLine = {
  readonly routing: string;
  /** Digits without the symbols around them; empty on a personal check. */
  readonly auxiliaryOnUs: string;
  /** Everything right of the routing number, `/` for the on-us symbol: `123456789/0017`. */
  readonly onUs: string;
  readonly account: string;
  /** Number of the check, from either place; empty when the line has none. */
  readonly serial: string;
  /** A digit of its own before the routing number (external processing code). */
  readonly processing: string;
  readonly amountMinor?: bigint;
};

export type MicrRefusal = 'micr.no_routing_number' | 'micr.wrong_check_digit' | 'micr.no_account';

/** How keyboards, scanners and fonts write the symbols. */
const writings: readonly (readonly [RegExp, string])[] = [
  [/[⑆TtAa]/gu, 'T'],
  [/[⑈UuCc/]/gu, 'U'],
  [/[⑇Bb$]/gu, '$'],
  [/[⑉Dd–]/gu, '-'],
];

/** Reads a line as keyed or scanned; refused when its routing number does not prove itself. */
export function readMicrLine(text: string): Outcome<MicrLine, MicrRefusal> {
  const line = writings.reduce((all, [symbol, letter]) => all.replace(symbol, letter), text);
  const cut = /^([^T]*)T\s*([\d\s-]+?)\s*T([^T]*)$/u.exec(line);
  if (!cut) return refuse('micr.no_routing_number');
  const [, before = '', transit = '', after = ''] = cut;
  const routing = transit.replaceAll(/[\s-]/gu, '');
  if (routing.length !== 9) return refuse('micr.no_routing_number', { found: routing });
  if (!isRoutingNumber(routing)) return refuse('micr.wrong_check_digit', { routing });

  const { onUs, amountMinor } = splitAmount(after);
  const { account, serial } = readOnUs(onUs);
  if (account === '') return refuse('micr.no_account', { routing });
  const left = readAuxiliary(before);
  return accept({
    routing,
    auxiliaryOnUs: left.serial,
    onUs,
    account,
    serial: left.serial === '' ? serial : left.serial,
    processing: left.processing,
    ...(amountMinor === undefined ? {} : { amountMinor }),
  });
}

/** The amount stands last between its own symbols; an unreadable one is left out. */
function splitAmount(after: string): { onUs: string; amountMinor?: bigint } {
  const [onUs = '', amount = ''] = after.split('$');
  const digits = amount.replaceAll(/\s/gu, '');
  const written = asOnUsField(onUs);
  return /^\d{10}$/u.test(digits)
    ? { onUs: written, amountMinor: BigInt(digits) }
    : { onUs: written };
}

/** As exchange files write it: `/` for the symbol, no blanks, none after a closing symbol. */
function asOnUsField(text: string): string {
  return text.replaceAll(/[^\dU-]/gu, '').replaceAll('U', '/');
}

/** Account and, after the symbol, the number of a personal check. */
export function readOnUs(onUs: string): { account: string; serial: string } {
  const parts = onUs.replaceAll(/\s/gu, '').split('/');
  const [first = '', ...rest] = parts;
  // A check number may also stand before the account: `/1042/123456789/`.
  if (first === '' && rest.length >= 2) return { account: rest[1] ?? '', serial: rest[0] ?? '' };
  const [serial = ''] = rest.filter((part) => part !== '');
  return { account: first.replaceAll('-', ''), serial };
}

function readAuxiliary(before: string): { serial: string; processing: string } {
  const between = /U\s*([\d\s-]*?)\s*U?\s*(\d?)\s*$/u.exec(before);
  if (between) {
    const serial = (between[1] ?? '').replaceAll(/\D/gu, '');
    return { serial, processing: between[2] ?? '' };
  }
  const digits = before.replaceAll(/\D/gu, '');
  return digits.length === 1
    ? { serial: '', processing: digits }
    : { serial: digits, processing: '' };
}

/** The line as it is printed, in the characters of Unicode. */
export function writeMicrLine(line: MicrLine): string {
  const serial = line.auxiliaryOnUs === '' ? '' : `⑈${line.auxiliaryOnUs}⑈`;
  const amount =
    line.amountMinor === undefined ? '' : `⑇${line.amountMinor.toString().padStart(10, '0')}⑇`;
  const onUs = line.onUs.replaceAll('/', '⑈').replaceAll('-', '⑉');
  return [serial, line.processing, `⑆${line.routing}⑆`, onUs, amount]
    .filter((part) => part !== '')
    .join(' ');
}
