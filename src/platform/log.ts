/**
 * What the program says: lines for people, and a structured log for machines.
 *
 * People get plain lines through `say`. The log is JSON on standard error, quiet unless
 * LOG_LEVEL asks for more. The rule: no secret and no card number reaches it, however deep
 * it was buried, because whole lines are looked through on their way out.
 */
import { pino, stdTimeFunctions, type Logger } from 'pino';
import { type LogLevel } from './config/config.ts';

export type { Logger } from 'pino';

/** One line to the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A logger whose lines go to `write`, by default standard error. */
export function makeLog(
  level: LogLevel,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Logger {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
  return pino(options, { write: (line: string) => write(withoutSecrets(line)) });
}

const secretKeys = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key)$|password/iu;
const mayHoldSecret = /authorization|cookie|api-key|password|\d(?:[ -]?\d){12}/iu;
/** 13 to 19 digits, written together or in groups, that stand alone. */
const cardLike = /(?<!\w|\d[ -])\d(?:[ -]?\d){12,18}(?![ -]?\d|\w)/gu;

/** One JSON line, its secrets replaced by `[redacted]` and its card numbers by `[card]`. */
function withoutSecrets(line: string): string {
  if (!mayHoldSecret.test(line)) return line;
  return `${JSON.stringify(JSON.parse(line), redact)}\n`;
}

/** For JSON.stringify: each value below the root comes by with its key. */
function redact(key: string, value: unknown): unknown {
  if (secretKeys.test(key)) return '[redacted]';
  if (typeof value === 'string') return value.replace(cardLike, maskCard);
  return typeof value === 'number' && passesLuhn(String(value)) ? '[card]' : value;
}

function maskCard(found: string): string {
  return passesLuhn(found) ? '[card]' : found;
}

/** The check digit of card numbers (ISO/IEC 7812-1, annex B), for 13 to 19 digits. */
function passesLuhn(text: string): boolean {
  const digits = text.replaceAll(/\D/gu, '').split('').map(Number);
  if (digits.length < 13 || digits.length > 19) return false;
  const total = digits.toReversed().reduce((sum, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return total % 10 === 0;
}
