/**
 * A deposit that we write, read back by our own reader and by a second one below, which
 * shares nothing with it: it knows lengths, places and totals from the standard alone.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { checkDigitOf } from '../micr/routing.ts';
import { holds } from '../neutral.ts';
import { type CheckDeposit, type DepositedCheck } from './deposit.ts';
import { judgeCashLetters } from './judge.ts';
import { readCashLetters } from './read.ts';
import { type Encoding } from './records.ts';
import { writeDeposit } from './write.ts';

const picture = new Uint8Array(readFileSync('samples/x937/check-front.tiff'));

/** The smallest TIFF that says Group 4, with any bytes as its picture. */
function tiff(payload: Uint8Array): Uint8Array {
  const head = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0];
  const compression = [0x03, 0x01, 3, 0, 1, 0, 0, 0, 4, 0, 0, 0];
  return Uint8Array.from([...head, ...compression, 0, 0, 0, 0, ...payload]);
}

const check: DepositedCheck = {
  auxiliaryOnUs: '001042',
  routing: '021000021',
  onUs: '123456789/',
  amountMinor: 51_200n,
  sequence: '000000000000001',
  front: picture,
  rear: picture,
};

const deposit: CheckDeposit = {
  isTest: false,
  destination: { routing: '121000248', name: 'First Bank' },
  origin: { routing: '999123456', name: 'Northgate Supply' },
  createdOn: day('2026-11-20'),
  createdAt: '1615',
  modifier: 'A',
  businessOn: day('2026-11-20'),
  id: 'D1120A',
  contactName: 'Dana Ortiz',
  contactPhone: '(212) 555-0100',
  routing: '121000248',
  account: '7654321',
  payee: 'Northgate',
  checksPerBundle: 300,
  checks: [check],
};

function written(wanted: CheckDeposit, encoding: Encoding): Uint8Array {
  const file = writeDeposit(wanted, encoding);
  if (!file.ok) throw new Error(JSON.stringify(file));
  return file.value;
}

/** What our reader says of the checks, in the words of the deposit. */
function readBack(bytes: Uint8Array) {
  const read = readCashLetters(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read));
  const { cashLetters, ...file } = read.value;
  const [letter] = cashLetters;
  const checks = letter?.bundles.flatMap((bundle) => bundle.checks) ?? [];
  return { file, letter, checks, controls: judgeCashLetters(read.value) };
}

type Seen = { type: string; text: string; image?: Uint8Array };

/** The second reader: walks the lengths, decodes by Python's table of cp037. */
function secondReader(bytes: Uint8Array, encoding: Encoding): Seen[] {
  const digits = (code: number) => (code >= 0xf0 && code <= 0xf9 ? code - 0xc0 : undefined);
  const ebcdic = (code: number) => {
    const digit = digits(code);
    if (digit !== undefined) return String.fromCharCode(digit);
    if (code >= 0xc1 && code <= 0xc9) return String.fromCharCode(code - 0xc1 + 65);
    if (code >= 0xd1 && code <= 0xd9) return String.fromCharCode(code - 0xd1 + 74);
    if (code >= 0xe2 && code <= 0xe9) return String.fromCharCode(code - 0xe2 + 83);
    if (code >= 0x81 && code <= 0x89) return String.fromCharCode(code - 0x81 + 97);
    if (code >= 0x91 && code <= 0x99) return String.fromCharCode(code - 0x91 + 106);
    if (code >= 0xa2 && code <= 0xa9) return String.fromCharCode(code - 0xa2 + 115);
    const others: Record<number, string> = { 0x40: ' ', 0x61: '/', 0x60: '-' };
    return others[code] ?? '?';
  };
  const read = encoding === 'ASCII' ? (code: number) => String.fromCharCode(code) : ebcdic;
  const seen: Seen[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    const length = view.getUint32(at);
    const record = bytes.subarray(at + 4, at + 4 + length);
    const text = Array.from(record.subarray(0, 117), read).join('');
    const type = text.slice(0, 2);
    const size = type === '52' ? Number(text.slice(110, 117)) : undefined;
    seen.push(
      size === undefined ? { type, text } : { type, text, image: record.slice(117, 117 + size) },
    );
    if (size !== undefined && record.length !== 117 + size) throw new Error('length of the image');
    at += 4 + length;
  }
  return seen;
}

describe.each(['EBCDIC', 'ASCII'] as const)('a deposit in %s', (encoding) => {
  test('says what was deposited, to our own reader', () => {
    const { file, letter, checks, controls } = readBack(written(deposit, encoding));
    expect(file).toMatchObject({
      encoding,
      isTest: false,
      destination: deposit.destination,
      origin: deposit.origin,
      createdOn: '2026-11-20',
      createdAt: '1615',
      modifier: 'A',
    });
    expect(letter).toMatchObject({
      id: 'D1120A',
      contactName: 'Dana Ortiz',
      contactPhone: '2125550100',
      credits: [{ routing: '121000248', account: '7654321', amountMinor: 51_200n }],
    });
    expect(checks).toMatchObject([check]);
    expect(checks[0]?.deposit).toEqual({
      routing: '121000248',
      account: '7654321',
      payee: 'Northgate',
    });
    expect(controls.filter((control) => !holds(control))).toEqual([]);
    expect(controls.filter(({ kind }) => kind === 'amount')).toHaveLength(3);
  });

  test('and to a second reader, by the places of the standard', () => {
    const two = [check, { ...check, amountMinor: 7n, sequence: '000000000000002' }];
    const seen = secondReader(
      written({ ...deposit, checks: two, checksPerBundle: 1 }, encoding),
      encoding,
    );
    expect(seen.map(({ type }) => type).join(' ')).toBe(
      '01 10 61 20 25 26 50 52 50 52 70 20 25 26 50 52 50 52 70 90 99',
    );
    const of = (type: string) => seen.filter((record) => record.type === type);
    const places = (type: string, from: number, to: number) =>
      of(type).map(({ text }) => text.slice(from - 1, to));
    expect(places('01', 5, 35)).toEqual(['P121000248999123456202611201615']);
    expect(places('10', 43, 52)).toEqual(['IGD1120A  ']);
    expect(places('61', 19, 57)).toEqual(['121000248             76543210000051207']);
    expect(places('25', 3, 57)[0]).toBe('         001042 021000021          123456789/0000051200');
    expect(places('25', 58, 72)).toEqual(['000000000000001', '000000000000002']);
    expect(places('26', 3, 35)[1]).toBe('112100024820261120000000000000002');
    expect(places('50', 32, 32)).toEqual(['0', '1', '0', '1']);
    expect(places('70', 3, 35)).toEqual([
      '000100000005120000000005120000002',
      '000100000000000700000000000700002',
    ]);
    expect(places('90', 3, 39)).toEqual(['0000020000000200000000051207000000004']);
    expect(places('99', 3, 40)).toEqual(['00000100000021000000020000000000051207']);
    expect(of('52').map(({ image }) => image)).toEqual([picture, picture, picture, picture]);
    expect(of('25').every(({ text }) => text.length === 80)).toBe(true);
  });
});

const digits = (from: number, to: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${from},${to}}$`, 'u'));

const anyCheck = fc.record({
  auxiliaryOnUs: fc.oneof(fc.constant(''), digits(1, 15)),
  routing: digits(8, 8)
    .filter((text) => text !== '00000000')
    .map((eight) => `${eight}${checkDigitOf(eight) ?? ''}`),
  onUs: fc.tuple(digits(1, 12), digits(0, 6)).map(([account, serial]) => `${account}/${serial}`),
  amountMinor: fc.bigInt({ min: 1n, max: 99_999_999n }),
  front: fc.uint8Array({ maxLength: 60 }).map(tiff),
  rear: fc.uint8Array({ maxLength: 60 }).map(tiff),
});

test('whatever is deposited is read back equal, in as many bundles as it takes', () => {
  fc.assert(
    fc.property(
      fc.array(anyCheck, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom<Encoding>('EBCDIC', 'ASCII'),
      (items, checksPerBundle, encoding) => {
        const checks = items.map((item, at) => ({
          ...item,
          sequence: String(at).padStart(15, '0'),
        }));
        const back = readBack(written({ ...deposit, checks, checksPerBundle }, encoding));
        expect(back.checks).toMatchObject(checks);
        expect(back.letter?.bundles).toHaveLength(Math.ceil(checks.length / checksPerBundle));
        expect(back.controls.every(holds)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

describe('what the bank would send back is refused by name', () => {
  const wrongCheck = (change: Partial<DepositedCheck>) => ({
    ...deposit,
    checks: [check, { ...check, sequence: '000000000000002', ...change }],
  });

  test.each<[string, CheckDeposit, string]>([
    ['no checks', { ...deposit, checks: [] }, 'deposit.no_checks'],
    [
      'a wrong routing number',
      wrongCheck({ routing: '021000022' }),
      'deposit.wrong_routing_number',
    ],
    ['a bank that is none', { ...deposit, routing: '121000249' }, 'deposit.wrong_routing_number'],
    ['an account that is none', { ...deposit, account: 'x' }, 'deposit.wrong_head'],
    ['a symbol in the line', wrongCheck({ onUs: '12⑈' }), 'deposit.wrong_magnetic_line'],
    ['nothing', wrongCheck({ amountMinor: 0n }), 'deposit.amount_out_of_range'],
    ['eleven digits', wrongCheck({ amountMinor: 10_000_000_000n }), 'deposit.amount_out_of_range'],
    [
      'a sequence used twice',
      wrongCheck({ sequence: check.sequence }),
      'deposit.sequence_not_unique',
    ],
    [
      'a picture in colours',
      wrongCheck({ rear: tiff(new Uint8Array()).fill(1, 18, 19) }),
      'deposit.image_not_group_4',
    ],
    ['no picture', wrongCheck({ front: new Uint8Array() }), 'deposit.image_not_group_4'],
    ['too much at once', wrongCheck({ amountMinor: 9_999_999_999n }), 'deposit.total_too_large'],
  ])('%s', (_, wanted, refusal) => {
    expect(writeDeposit(wanted, 'EBCDIC')).toMatchObject({ ok: false, refusal });
  });
});
