/** Image cash letters of a public test set, in both encodings and both framings. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { readBankFile } from '../bank-readers.ts';
import { holds } from '../neutral.ts';
import { readCashLetters } from './read.ts';
import { x937 } from './reader.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(`samples/x937/${name}`));

function told(bytes: Uint8Array) {
  const read = readBankFile(bytes, 'some.x937');
  if (!read.ok) throw new Error(JSON.stringify(read));
  expect(read.value.format).toBe('x937');
  return { summary: read.value.summary(), ...read.value.neutral() };
}

/** The records of a prefixed file without their lengths, each on its line. */
function bare(bytes: Uint8Array, lineEnd: string): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
    out.push(...bytes.subarray(at + 4, at + 4 + length), ...Buffer.from(lineEnd));
    at += 4 + length;
  }
  return Uint8Array.from(out);
}

describe('the figures of a file', () => {
  test('one check in EBCDIC, with both its images', () => {
    const bytes = bytesOf('one-check-ebcdic.x937');
    expect(told(bytes).summary).toEqual({
      encoding: 'EBCDIC',
      records: 12,
      returns: 0,
      cashLetters: 1,
      checkCount: 1,
      checkTotal: '10000',
      imageCount: 2,
    });
    const file = readCashLetters(bytes);
    const check = file.ok ? file.value.cashLetters[0]?.bundles[0]?.checks[0] : undefined;
    expect(check).toMatchObject({ routing: '122000661', onUs: '1211-1234-56789/' });
    expect([check?.front?.length, check?.rear?.length]).toEqual([7408, 8646]);
  });

  test('checks and returns, of which only the checks are counted', () => {
    expect(told(bytesOf('checks-and-returns.icl')).summary).toEqual({
      encoding: 'ASCII',
      records: 74,
      returns: 4,
      cashLetters: 2,
      checkCount: 4,
      checkTotal: '400000',
      imageCount: 8,
    });
  });

  test.each(['', '\n', '\r\n'])('the same without lengths, records ended by %j', (lineEnd) => {
    const read = told(bare(bytesOf('checks-and-returns.icl'), lineEnd));
    expect(read.summary).toMatchObject({ records: 74, returns: 4, checkCount: 4, imageCount: 8 });
  });
});

/** The sample as it would be in earnest: its header says P for production. */
function inEarnest(name: string): Uint8Array {
  const text = Buffer.from(bytesOf(name)).toString('latin1');
  return Buffer.from(text.replace('0135T', '0135P'), 'latin1');
}

test('a check that came back has been charged; one on its way is information', () => {
  const [first] = told(inEarnest('checks-and-returns.icl')).statements;
  expect(first).toMatchObject({ account: '938383', kind: 'notices', id: 'A1' });
  const lines = first?.transactions.map((line) => [
    line.status,
    formatMoney(line.amount),
    line.returned?.reason ?? '',
    line.checkNumber ?? '',
    line.payerAccount,
    line.payerName ?? '',
  ]);
  expect(lines).toEqual([
    ['information', '1000.00', '', '123456789', '031300012 5558881', ''],
    ['information', '1000.00', '', '123456789', '031300012 5558881', ''],
    ['booked', '-1000.00', 'A', '123456789', '031300012 5558881', 'Payor Account Name'],
    ['booked', '-1000.00', 'A', '123456789', '031300012 5558881', 'Payor Account Name'],
  ]);
});

test('nothing in a test file moves money, and the file says that it is one', () => {
  const read = told(bytesOf('checks-and-returns.icl'));
  const statuses = read.statements.flatMap(({ transactions }) => transactions);
  expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set(['information']));
  expect(read.problems).toEqual([{ record: 1, code: 'x937.test_file', facts: {} }]);
});

test('a number that only counts the items is an identity with its day', () => {
  const [first] = told(bytesOf('checks-and-returns.icl')).statements;
  expect(first?.transactions.map(({ externalId }) => externalId)).toContain('2018-10-03 1');
});

test('a credit names the account of deposit', () => {
  const read = told(bytesOf('with-credit.icl'));
  expect(read.statements.map(({ account }) => account)).toEqual(['5558881', '938383']);
});

test('a credit laid out in a way of its own is noted, and the checks are read', () => {
  const text = Buffer.from(inEarnest('with-credit.icl')).toString('latin1');
  const odd = told(
    Buffer.from(text.replace('62      123456789 03', '62      123456789 xx'), 'latin1'),
  );
  expect(odd.problems).toEqual([{ record: 3, code: 'x937.credit_unread', facts: {} }]);
  expect(odd.summary).toMatchObject({ checkCount: 4 });
});

describe('what the trailers state is compared', () => {
  test.each(['one-check-ebcdic.x937', 'checks-and-returns.icl', 'with-credit.icl'])(
    '%s agrees with itself',
    (name) => {
      expect(told(bytesOf(name)).controls.filter((control) => !holds(control))).toEqual([]);
    },
  );

  test('an amount that is not in the file is named with both figures', () => {
    const text = Buffer.from(bytesOf('with-credit.icl')).toString('latin1');
    const wrong = text.replace(/^([^]*?)70(0014)000000200000/u, '$170$2000000200001');
    const odd = told(Buffer.from(wrong, 'latin1')).controls.filter((each) => !holds(each));
    expect(odd).toMatchObject([
      { kind: 'amount', what: 'bundle_total', stated: '200001', found: '200000' },
    ]);
  });
});

describe('a file is refused by the record that cannot be where it is', () => {
  const text = Buffer.from(bare(bytesOf('checks-and-returns.icl'), '\n')).toString('latin1');
  const lines = text.split('\n').filter((line) => line !== '');
  const joined = (kept: readonly string[]) => Buffer.from(kept.join('\n'), 'latin1');

  test.each([
    ['a check outside a bundle', [...lines.slice(0, 2), ...lines.slice(3)], 3, 'bundle'],
    ['a file cut off', lines.slice(0, 60), 60, '99'],
    ['a bundle left open', lines.filter((line) => !line.startsWith('70')), 18, '70'],
    ['a second header', [lines[0] ?? '', ...lines], 2, 'header'],
    ['something after the end', [...lines, lines[1] ?? ''], 75, 'end of the file'],
  ])('%s', (_, kept, record, wanted) => {
    const read = readBankFile(joined(kept), 'some.icl');
    expect(read).toMatchObject({ ok: false, refusal: 'read.bad_record', facts: { record } });
    expect(read.ok ? '' : read.facts['reason']).toContain(wanted);
  });

  test('a record that is cut off', () => {
    const bytes = bytesOf('one-check-ebcdic.x937');
    expect(readCashLetters(bytes.subarray(0, 9000))).toMatchObject({
      ok: false,
      refusal: 'read.bad_record',
      facts: { record: 9 },
    });
  });
});

/** Bytes of a sample overwritten here and there, from a fixed seed. */
function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const copy = bytes.slice();
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  for (let times = 0; times < 4; times += 1) copy[next(copy.length)] = next(256);
  return copy.subarray(0, copy.length - next(3));
}

function outcome(bytes: Uint8Array): string {
  const read = x937.read(bytes);
  if (!read.ok) return 'refused';
  read.value.summary();
  read.value.neutral();
  return 'told';
}

test('a file with bytes overwritten is read or refused, never a crash', () => {
  const seeds = Array.from({ length: 120 }, (_, at) => at + 1);
  const files = [bytesOf('checks-and-returns.icl'), bytesOf('one-check-ebcdic.x937')];
  const outcomes = [...files, ...files.map((bytes) => bare(bytes, '\n'))].flatMap((bytes) =>
    seeds.map((seed) => outcome(mutated(bytes, seed))),
  );
  expect(new Set(outcomes)).toEqual(new Set(['told', 'refused']));
});
