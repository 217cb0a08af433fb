import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { formatMoney } from '#kernel/money.ts';
import { bankReaderFor, readBankFile } from '../bank-readers.ts';
import { type NeutralFile, holds } from '../neutral.ts';
import { type ReadFile } from '../reader.ts';

const samples = ['northgate', 'redacted', 'several-on-a-line', 'specification'];

function sample(name: string): Uint8Array {
  return readFileSync(`samples/bai2/${name}.txt`);
}

function opened(bytes: Uint8Array): ReadFile {
  const read = readBankFile(bytes, 'a.txt');
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
}

/** One account of one group, its records as given. */
function file(...records: readonly string[]): Uint8Array {
  const head = ['01,BANK,US,261120,0615,1,,,2/', '02,US,BANK,1,261119,2400,,2/'];
  return Buffer.from([...head, '03,000123,,/', ...records].join('\n'));
}

function only(...records: readonly string[]) {
  const read = opened(file(...records, '49,0,0/', '98,0,1,0/', '99,0,1,0/')).neutral();
  const [transaction] = read.statements.flatMap(({ transactions }) => transactions);
  if (!transaction) throw new Error('no transaction');
  return transaction;
}

function broken(neutral: NeutralFile): string[] {
  return neutral.controls.filter((control) => !holds(control)).map(({ what }) => what);
}

test.each(samples)('the sample %s is recognised', (name) => {
  expect(bankReaderFor(sample(name), name)?.format).toBe('bai2');
});

test('lines padded to 80 characters and cut inside a word are whole again', () => {
  const read = opened(sample('northgate'));
  expect(read.summary()).toEqual({
    groups: 2,
    accounts: 4,
    transactions: 51,
    credits: 103_397_566n,
    debits: 105_127_305n,
    creditCount: 24,
    debitCount: 23,
    fileTotal: 885_866_165n,
    accountTrailersMatch: '4/4',
    groupTrailersMatch: '2/2',
    fileTotalMatch: true,
  });
  const neutral = read.neutral();
  expect(broken(neutral)).toEqual([]);
  expect(neutral.problems).toEqual([]);
  const [first] = neutral.statements;
  expect(first?.transactions[6]).toMatchObject({
    record: 12,
    channel: 'wire',
    payerName: 'GARCIA-LOPEZ DDS',
    externalId: 'B591054221',
    text: 'WIRE IN ORG=GARCIA-LOPEZ DDS REF INV 104816, 104817',
  });
  expect(first?.transactions[9]?.remittance?.lines).toMatchObject([
    { kind: 'invoice', reference: 'INV519849', paid: { minor: 9_449_459n } },
  ]);
  expect(first?.transactions[0]).toMatchObject({
    amount: { minor: -7_813_811n },
    returned: { reason: 'NSF', originalId: '632510' },
  });
});

test('a line that does not fill the stated width is a line of its own', () => {
  const report = (width: string): Uint8Array =>
    Buffer.from(
      [
        `01,BANK,US,261120,0600,1,${width},1,2/`,
        '02,US,BANK,1,261119,2359,USD,2/',
        '03,000123,,015,12500,,/',
        '16,165,12500,Z,B1,,ORIG CO NAME:ACME',
        '88,INV-1001',
        '88,INV-1002 A TEXT THAT FILLS ITS LINE OF EIGHTY CHARACTERS TO THE END AND IS CU',
        '88,T',
        '49,25000,6/',
        '98,25000,1,8/',
        '99,25000,1,10/',
      ].join('\n'),
    );
  const cut = 'INV-1002 A TEXT THAT FILLS ITS LINE OF EIGHTY CHARACTERS TO THE END AND IS CU';
  for (const [width, end] of [
    ['80', 'T'],
    ['', '\nT'],
  ] as const) {
    const neutral = opened(report(width)).neutral();
    expect(broken(neutral)).toEqual([]);
    expect(neutral.statements[0]?.transactions[0]).toMatchObject({
      payerName: 'ACME',
      text: `ORIG CO NAME:ACME\nINV-1001\n${cut}${end}`,
    });
  }
});

test('several records on a line, and a text over lines without a code, are read', () => {
  const read = opened(sample('several-on-a-line'));
  expect(read.summary()).toMatchObject({
    accounts: 15,
    transactions: 26,
    credits: 39_713n,
    debits: 59_418n,
    accountTrailersMatch: '15/15',
    groupTrailersMatch: '1/1',
    fileTotalMatch: true,
  });
  const texts = read.neutral().statements.flatMap(({ transactions }) => transactions);
  expect(texts[0]?.text).toBe('TRANSFER   PAYPAL             PPD');
  expect(texts.find(({ text }) => text.includes('\n111111111111111'))?.record).toBe(18);
});

test('the example of the specification adds up, distributed availability and all', () => {
  const read = opened(sample('specification'));
  expect(read.summary()).toMatchObject({
    accountTrailersMatch: '5/5',
    groupTrailersMatch: '4/4',
    fileTotalMatch: true,
  });
  expect(read.neutral().problems).toMatchObject([{ record: 26, code: 'bai2.group_corrects' }]);
});

test('a file that was redacted disagrees with itself, and says where', () => {
  const read = opened(sample('redacted'));
  expect(read.summary()).toMatchObject({ accountTrailersMatch: '3/5', groupTrailersMatch: '0/1' });
  expect(broken(read.neutral())).toContain('account_total');
  const returned = read.neutral().statements.flatMap(({ transactions }) => transactions);
  expect(returned.find(({ code }) => code === 'bai:557')).toMatchObject({
    returned: { reason: 'R02', originalId: '021000080000030' },
  });
  expect(returned.find(({ text }) => text.startsWith('RTP'))?.channel).toBe('instant');
});

describe('what follows a funds type is no reference', () => {
  test.each([
    ['16,195,1000,Z,BANKREF,CUST,TEXT/'],
    ['16,195,1000,,BANKREF,CUST,TEXT'],
    ['16,195,1000,S,500,300,200,BANKREF,CUST,TEXT/'],
    ['16,195,1000,V,261121,2400,BANKREF,CUST,TEXT/'],
    ['16,195,1000,V,261121,,BANKREF,CUST,TEXT/'],
    ['16,195,1000,D,2,0,400,1,600,BANKREF,CUST,TEXT/'],
    ['16,195,1000,D,2,0,400/\n88,1,600,BANKREF,CUST/\n88,TEXT'],
  ])('%s', (record) => {
    expect(only(record)).toMatchObject({
      externalId: 'BANKREF',
      references: ['CUST', 'BANKREF'],
      text: 'TEXT',
      amount: { minor: 1000n },
    });
  });
});

test('the direction stands in the code, and a message has no amount', () => {
  expect(only('16,455,250,Z,,,FEE/').amount.minor).toBe(-250n);
  expect(only('16,890,,,,,LATE/')).toMatchObject({ status: 'information', amount: { minor: 0n } });
});

test('balances that do not follow from the movements are named, and no more', () => {
  const balances = '03,000124,,010,1000,,,015,5000,,,100,3000,1,,400,0,0,/';
  const read = opened(file('49,0,0/', balances, '49,9000,2/', '98,9000,2,0/', '99,9000,1,0/'));
  expect(broken(read.neutral())).not.toContain('account_total');
  expect(read.neutral().problems).toEqual([
    {
      record: 5,
      code: 'bai2.balances_do_not_prove',
      facts: { stated: '50.00', found: '40.00' },
    },
  ]);
});

test('a text may hold commas and slashes', () => {
  expect(only('16,195,1000,Z,,,INV 1/2, 3 AND 4/5/').text).toBe('INV 1/2, 3 AND 4/5');
});

test('the currency decides how many decimals an amount has', () => {
  const text = Buffer.from(file('16,195,1000,Z,,,/', '49,0,0/', '98,0,1,0/', '99,0,1,0/'))
    .toString()
    .replace('03,000123,,/', '03,000123,JPY,/');
  const [statement] = opened(Buffer.from(text)).neutral().statements;
  expect(statement?.transactions.map(({ amount }) => formatMoney(amount))).toEqual(['1000']);
});

test('a reference that the bank gives twice identifies nothing', () => {
  const [line, same] = ['16,195,1000,Z,SAME,,A/', '16,195,2000,Z,SAME,,B/'];
  const read = opened(file(line ?? '', same ?? '', '49,0,0/', '98,0,1,0/', '99,0,1,0/'));
  const ids = read.neutral().statements.flatMap(({ transactions }) => transactions);
  expect(ids.map(({ externalId }) => externalId)).toEqual([undefined, undefined]);
});

describe('a file that is not whole is refused with its record', () => {
  test.each([
    ['beginning elsewhere', readFileSync('samples/bai2/wrong-first-record.txt'), 1],
    ['without its trailer', file('16,195,1000,Z,,,/', '49,0,0/'), 5],
    ['with a letter in an amount', file('16,195,10O0,Z,,,/', '49,0,0/'), 4],
    ['with a type of two digits', file('16,19,1000,Z,,,/'), 4],
    ['with an account in an account', file('03,000124,,/'), 4],
    ['with an unknown record', file('49,0,0/', '57,x/'), 5],
    ['of a day that never was', Buffer.from('01,B,U,269999,,1,,,2/\n02,U,B,1,260231,,,2/'), 2],
  ])('%s', (_, bytes, record) => {
    const read = readBankFile(bytes, 'a.bai');
    expect(read).toMatchObject({ ok: false, refusal: 'read.bad_record', facts: { record } });
  });
});

describe('a torn file says which end of it is missing', () => {
  const whole = Buffer.from(file('16,195,1000,Z,,,A PAYER/', '49,1000,3/', '98,1000,1,5/'));
  const reasonOf = (bytes: Uint8Array): unknown => {
    const read = readBankFile(bytes, 'a.bai');
    return read.ok ? 'read' : read.facts['reason'];
  };

  test('the head of one, cut inside a record or between two', () => {
    const cut = (text: string) => whole.subarray(0, whole.indexOf(text));
    expect(reasonOf(cut('5,1000,Z'))).toBe('the file ends in the middle of this record');
    expect(reasonOf(cut('16,195'))).toBe('the file ends before its 99 record');
  });

  test('the rest of one, which begins in the middle', () => {
    const rest = (text: string) => whole.subarray(whole.indexOf(text));
    const missing = 'its beginning is missing or damaged';
    expect(reasonOf(rest('49,1000'))).toContain(`this one with record 49: ${missing}`);
    expect(reasonOf(rest('A PAYER/'))).toContain(`this one with "A PAYER/": ${missing}`);
  });
});

test('bytes that broke are read or refused by name, never half', () => {
  const reads = samples.flatMap((name) =>
    [...mutated(sample(name), 200, 4)].map((bytes) => readBankFile(bytes, name)),
  );
  for (const read of reads) if (read.ok) read.value.neutral();
  const refusals = new Set(reads.flatMap((read) => (read.ok ? [] : [read.refusal])));
  expect(refusals).toContain('read.bad_record');
});

test('a reference that only counts the lines of a day is an identity with its day', () => {
  expect(only('16,195,1000,Z,0000012,,/').externalId).toBe('2026-11-19 0000012');
});

test('a balance without an amount is not reported', () => {
  const text = Buffer.from(file('49,5000,2/', '98,5000,1,4/', '99,5000,1,6/'))
    .toString()
    .replace('03,000123,,/', '03,000123,,010,,,,015,5000,,/');
  const read = opened(Buffer.from(text)).neutral();
  const [statement] = read.statements;
  expect(statement).not.toHaveProperty('opening');
  expect(statement?.closing && formatMoney(statement.closing)).toBe('50.00');
  expect(broken(read)).toEqual([]);
});
