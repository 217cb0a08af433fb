import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMicrLine, writeMicrLine } from './line.ts';
import { checkDigitOf } from './routing.ts';

function read(text: string) {
  const line = readMicrLine(text);
  if (!line.ok) return line.refusal;
  const { routing, account, serial, amountMinor } = line.value;
  return [routing, account, serial, String(amountMinor ?? '')].join(' ').trim();
}

describe('a check is read however its symbols are written', () => {
  test.each([
    ['business check', '⑈001042⑈ ⑆021000021⑆ 123456789⑈', '021000021 123456789 001042'],
    ['personal check', '⑆021000021⑆ 123456789⑈ 1042', '021000021 123456789 1042'],
    ['number before the account', '⑆021000021⑆ ⑈1042⑈ 123456789⑈', '021000021 123456789 1042'],
    ['with its amount', '⑆021000021⑆123456789⑈1042 ⑇0000051200⑇', '021000021 123456789 1042 51200'],
    ['scanner letters T and U', 'U001042UT021000021T123456789U', '021000021 123456789 001042'],
    ['font letters A to D', 'C001042C A021000021A 123D456C', '021000021 123456 001042'],
    ['a processing digit', '⑈42⑈ 6⑆021000021⑆ 9⑈', '021000021 9 42'],
  ])('%s', (_, text, found) => {
    expect(read(text)).toBe(found);
  });
});

test.each([
  ['⑆021000022⑆ 123⑈', 'micr.wrong_check_digit'],
  ['⑆02100002⑆ 123⑈', 'micr.no_routing_number'],
  ['123456', 'micr.no_routing_number'],
  ['⑆021000021⑆ ⑈', 'micr.no_account'],
  ['', 'micr.no_routing_number'],
])('%s is refused: %s', (text, refusal) => {
  expect(read(text)).toBe(refusal);
});

const digits = (from: number, to: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${from},${to}}$`, 'u'));

test('what is printed is read back', () => {
  const line = fc.record({
    eight: digits(8, 8).filter((text) => text !== '00000000'),
    auxiliaryOnUs: fc.oneof(fc.constant(''), digits(2, 15)),
    account: digits(1, 12),
    tail: fc.oneof(fc.constant(''), digits(1, 6)),
    processing: fc.constantFrom('', '6'),
    amountMinor: fc.bigInt({ min: 0n, max: 9_999_999_999n }),
  });
  fc.assert(
    fc.property(line, ({ eight, account, tail, ...given }) => {
      const routing = `${eight}${checkDigitOf(eight) ?? ''}`;
      const serial = given.auxiliaryOnUs || tail;
      const whole = { ...given, routing, account, onUs: `${account}/${tail}`, serial };
      expect(readMicrLine(writeMicrLine(whole))).toEqual({ ok: true, value: whole });
    }),
  );
});

test('any text is read or refused', () => {
  const characters = fc.constantFrom(...'⑆⑈⑇⑉TU$-/ 0123456789x'.split(''));
  fc.assert(
    fc.property(fc.array(characters), (all) => {
      expect(() => readMicrLine(all.join(''))).not.toThrow();
    }),
  );
});
