import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { readBankFile } from '../bank-readers.ts';
import { checkDigitOf } from '../micr/routing.ts';
import { holds } from '../neutral.ts';
import { type AchFile } from './model.ts';
import { openOwnNacha } from './open-own.ts';
import {
  type AchOrder,
  type AchSender,
  addendaOf,
  batchOfOrders,
  documentAddenda,
  retryOf,
  reversalOf,
} from './originate.ts';
import { writeNacha } from './write.ts';

const sender: AchSender = {
  number: 1,
  companyName: 'NORTHGATE SUPPLY',
  companyId: '1912345678',
  sec: 'PPD',
  description: 'INVOICES',
  effectiveOn: day('2026-11-23'),
  bank: '12100024',
  firstTrace: 1,
};
const debit: AchOrder = {
  kind: 'debit',
  of: 'checking',
  routing: '021000021',
  account: '861174663',
  cents: 53_091n,
  id: 'C-1001',
  name: 'ACME TOOL AND DIE',
};
const batch = batchOfOrders(sender, [debit, { ...debit, cents: 10_573n, of: 'savings' }]);

function file(...batches: AchFile['batches']): AchFile {
  return {
    destination: '121000248',
    destinationName: 'NORTHGATE BANK',
    origin: '1912345678',
    originName: 'NORTHGATE SUPPLY',
    createdOn: day('2026-11-20'),
    createdAt: '0615',
    modifier: 'A',
    reference: '',
    batches,
  };
}

function written(sent: AchFile): string {
  const text = writeNacha(sent);
  if (!text.ok) throw new Error(JSON.stringify(text));
  return text.value;
}

/** The controls counted again from the bare columns, knowing nothing of our reader. */
function recounted(text: string): string[] {
  const lines = text.trimEnd().split('\n');
  const sums = { lines: 0, hash: 0, out: 0, back: 0, batches: 0 };
  for (const line of lines) {
    if ('67'.includes(line.charAt(0))) sums.lines += 1;
    if (line.startsWith('5')) sums.batches += 1;
    if (!line.startsWith('6')) continue;
    sums.hash = (sums.hash + Number(line.slice(3, 11))) % 1e10;
    if (Number(line.charAt(2)) < 5) sums.out += Number(line.slice(29, 39));
    else sums.back += Number(line.slice(29, 39));
  }
  const columns: [number, number][] = [
    [sums.batches, 6],
    [lines.length / 10, 6],
    [sums.lines, 8],
    [sums.hash, 10],
    [sums.back, 12],
    [sums.out, 12],
  ];
  return columns.map(([value, width]) => String(value).padStart(width, '0'));
}

function controlOf(text: string): string[] {
  const line = text.split('\n').find((each) => /^9(?!9{93})/u.test(each)) ?? '';
  const widths = [6, 6, 8, 10, 12, 12];
  let at = 1;
  return widths.map((width) => line.slice(at, (at += width)));
}

const debits = `\
101 12100024819123456782611200615A094101NORTHGATE BANK         NORTHGATE SUPPLY               
5225NORTHGATE SUPPLY                    1912345678PPDINVOICES        261123   1121000240000001
627021000021861174663        0000053091C-1001         ACME TOOL AND DIE       0121000240000001
637021000021861174663        0000010573C-1001         ACME TOOL AND DIE       0121000240000002
822500000200042000040000000636640000000000001912345678                         121000240000001
`;

test('a batch of debits is written column by column', () => {
  expect(written(file(batch)).slice(0, 5 * 95)).toBe(debits);
});

test('the file is whole blocks of ten records of 94 characters', () => {
  const lines = written(file(batch)).trimEnd().split('\n');
  expect(lines.length).toBe(10);
  expect(new Set(lines.map((line) => line.length))).toEqual(new Set([94]));
  expect(lines.at(-1)).toBe('9'.repeat(94));
});

test('a refund, a prenote and a same-day payment have their own codes', () => {
  const orders: AchOrder[] = [
    { ...debit, kind: 'credit' },
    { ...debit, prenote: true },
    { ...debit, kind: 'credit', of: 'savings', prenote: true },
  ];
  const { entries } = batchOfOrders(sender, orders);
  expect(entries.map(({ transactionCode }) => transactionCode)).toEqual(['22', '28', '33']);
  expect(entries.map(({ amount }) => amount)).toEqual([53_091n, 0n, 0n]);
  expect(written(file({ ...batch, entries })).slice(95, 99)).toBe('5200');
});

test('a reversal sends every payment back under the word that is prescribed', () => {
  const as = { number: 2, effectiveOn: day('2026-11-24'), firstTrace: 3 };
  const back = reversalOf({ ...batch, sec: 'WEB' }, as);
  expect(back).toMatchObject({ description: 'REVERSAL', descriptiveDate: '261123', sec: 'PPD' });
  expect(back.entries.map(({ transactionCode, amount }) => [transactionCode, amount])).toEqual([
    ['22', 53_091n],
    ['32', 10_573n],
  ]);
  expect(back.entries.map(({ trace }) => trace)).toEqual(['121000240000003', '121000240000004']);
  expect(retryOf(batch, as)).toMatchObject({ description: 'RETRY PYMT', number: 2 });
});

describe('remittances travel in the addenda and come out as they went in', () => {
  const [order] = [{ ...debit, kind: 'credit' } as const];
  function remittanceOf(text: string) {
    const read = readBankFile(Buffer.from(text), 'a.ach');
    if (!read.ok) throw new Error(JSON.stringify(read));
    return read.value.neutral().statements[0]?.transactions[0]?.remittance;
  }

  test('one document in CCD+', () => {
    const paid = money(53_091n, 'USD');
    const addenda = [documentAddenda('INV-403080', paid, money(54_000n, 'USD'))];
    const sent = batchOfOrders({ ...sender, sec: 'CCD' }, [{ ...order, addenda }]);
    expect(remittanceOf(written(file(sent)))?.lines).toMatchObject([
      { reference: 'INV-403080', paid: { minor: 53_091n }, gross: { minor: 54_000n } },
    ]);
  });

  test('forty documents in CTX', () => {
    const segments = Array.from({ length: 40 }, (_, at) => `RMR*IV*INV-${1000 + at}**10.00\\`);
    const addenda = addendaOf(segments.join(''));
    const sent = batchOfOrders({ ...sender, sec: 'CTX' }, [{ ...order, addenda }]);
    const text = written(file(sent));
    expect(text.split('\n')[2]?.slice(54, 74)).toBe('0012ACME TOOL AND DI');
    expect(remittanceOf(text)?.lines.map(({ reference }) => reference)).toEqual(
      Array.from({ length: 40 }, (_, at) => `INV-${1000 + at}`),
    );
  });
});

describe('what the rules forbid is refused by name', () => {
  const [entry] = batch.entries;
  const changed = (change: object, sec = batch.sec) =>
    file({ ...batch, sec, entries: [{ ...entry, ...change } as (typeof batch.entries)[number]] });
  test.each([
    ['no batch', file(), 'ach.empty'],
    ['no entry', file({ ...batch, entries: [] }), 'ach.empty'],
    ['a wrong check digit', changed({ routing: '021000022' }), 'ach.routing_number_wrong'],
    ['an unknown code', changed({ transactionCode: '91' }), 'ach.transaction_code_wrong'],
    ['no money', changed({ amount: 0n }), 'ach.amount_wrong'],
    ['money in a prenote', changed({ transactionCode: '28' }), 'ach.amount_wrong'],
    ['eleven digits', changed({ amount: 10_000_000_000n }), 'ach.amount_wrong'],
    ['an account that is cut', changed({ account: '1'.repeat(18) }), 'ach.does_not_fit'],
    ['no account', changed({ account: '' }), 'ach.does_not_fit'],
    ['two addenda in PPD', changed({ addenda: ['a', 'b'] }), 'ach.addenda_wrong'],
    ['an addenda in TEL', changed({ addenda: ['a'] }, 'TEL'), 'ach.addenda_wrong'],
    ['81 characters', changed({ addenda: ['a'.repeat(81)] }), 'ach.addenda_wrong'],
    ["another bank's trace", changed({ trace: '021000020000001' }), 'ach.trace_wrong'],
    [
      'a trace used twice',
      file({ ...batch, entries: [...batch.entries, ...batch.entries] }),
      'ach.trace_wrong',
    ],
    [
      'too much on one day',
      { ...changed({ amount: 100_000_001n }), createdOn: batch.effectiveOn },
      'ach.over_same_day_limit',
    ],
  ])('%s', (_, sent, refusal) => {
    expect(writeNacha(sent)).toMatchObject({ ok: false, refusal });
  });

  test('a million on the day itself is allowed, and more on a later day', () => {
    expect(writeNacha(changed({ amount: 100_000_001n })).ok).toBe(true);
    const today = { ...changed({ amount: 100_000_000n }), createdOn: batch.effectiveOn };
    expect(writeNacha(today).ok).toBe(true);
  });
});

test('accents are left out and names are cut, numbers never', () => {
  const sent = batchOfOrders(sender, [{ ...debit, name: 'PEÑA HERMANOS SOCIEDAD ANÓNIMA' }]);
  expect(written(file(sent)).split('\n')[2]?.slice(54, 76)).toBe('PENA HERMANOS SOCIEDAD');
});

const letters = fc.stringMatching(/^[A-Z0-9](?:[A-Za-z0-9 .&*~'-]{0,9}[A-Z0-9.])?$/u);
const orders: fc.Arbitrary<AchOrder> = fc.record({
  kind: fc.constantFrom('debit', 'credit'),
  of: fc.constantFrom('checking', 'savings'),
  prenote: fc.boolean(),
  routing: fc
    .stringMatching(/^[1-9]\d{7}$/u)
    .map((eight) => `${eight}${checkDigitOf(eight) ?? ''}`),
  account: fc.stringMatching(/^[A-Z0-9]{1,17}$/u),
  cents: fc.bigInt({ min: 1n, max: 100_000_000n }),
  id: letters,
  name: letters,
  addenda: fc.array(fc.stringMatching(/^[A-Z*](?:[A-Z0-9 *~\\-]{0,78}[A-Z~\\])?$/u), {
    maxLength: 1,
  }),
});
const sentFiles = fc
  .array(
    fc.record({
      sec: fc.constantFrom('PPD', 'CCD', 'CTX', 'WEB'),
      orders: fc.array(orders, { minLength: 1, maxLength: 12 }),
      description: letters,
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((batches) =>
    file(
      ...batches.map(({ sec, orders: some, description }, at) =>
        batchOfOrders(
          {
            ...sender,
            sec,
            description: description.slice(0, 10).trim(),
            number: at + 1,
            firstTrace: at * 100 + 1,
          },
          some,
        ),
      ),
    ),
  );

test('every file that may be sent is read back as it was, and its controls hold', () => {
  fc.assert(
    fc.property(sentFiles, (sent) => {
      const text = written(sent);
      expect(openOwnNacha(Buffer.from(text))).toEqual({ ok: true, value: sent });
      expect(controlOf(text)).toEqual(recounted(text));
      const read = readBankFile(Buffer.from(text), 'a.ach');
      expect(read.ok && read.value.neutral().controls.filter((each) => !holds(each))).toEqual([]);
    }),
    { numRuns: 150, seed: 4 },
  );
});

test('a file of other classes is none of ours', () => {
  const other = written(file(batch)).replace('1912345678PPD', '1912345678ARC');
  expect(openOwnNacha(Buffer.from(other))).toMatchObject({
    ok: false,
    refusal: 'read.bad_record',
    facts: { record: 2 },
  });
});
