/** The samples of X12, read whole: the figures that independent readers found in them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { holds } from '../neutral.ts';
import { readBankFile } from '../bank-readers.ts';

function sample(name: string) {
  const read = readBankFile(readFileSync(`samples/x12/${name}`), name);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return { format: read.value.format, ...read.value.summary(), neutral: read.value.neutral() };
}

const envelope = { interchanges: 1, groups: 1 };

describe('a remittance advice (820)', () => {
  test('of a retailer: paid is gross less discount and adjustments', () => {
    const read = sample('820-retail-adjustments.edi');
    expect(read).toMatchObject({
      format: 'x12-820',
      ...envelope,
      transactions: [
        {
          set: '820',
          ctl: '101053',
          seOk: true,
          paid: '21298.97',
          remits: 7,
          remitPaid: '21298.97',
          gross: '21899.98',
          discount: '457.25',
          adx: '-143.76',
          balances: true,
        },
      ],
    });
    const [remittance] = read.neutral.remittances;
    expect(remittance).toMatchObject({
      payerName: 'MART INC.',
      payerId: '1238742000008',
      paymentReference: '4529952',
      paidOn: '2019-10-29',
      method: 'CHK',
    });
    expect(remittance?.lines).toHaveLength(7);
    const [line] = remittance?.lines ?? [];
    expect(line).toMatchObject({ kind: 'invoice', reference: '26801', record: 11 });
    expect(line?.paid && formatMoney(line.paid)).toBe('4408.75');
    expect(line?.deductions.map((each) => `${formatMoney(each.amount)} ${each.reason}`)).toEqual([
      '143.76 59',
    ]);
    expect(line?.note).toContain('PO 1016071221');
    expect(line?.note).not.toContain('6O 022');
  });

  test('of version 3010: documents are RMT, their items are not lines', () => {
    const read = sample('820-version-3010.edi');
    expect(read).toMatchObject({ transactions: [{ set: '820', seOk: true, remits: 0 }] });
    const [remittance] = read.neutral.remittances;
    expect(remittance?.total && formatMoney(remittance.total)).toBe('18806.08');
    expect(remittance?.lines.map((line) => line.reference)).toEqual(['0900', '8221']);
  });
});

describe('a claim payment (835)', () => {
  test('sums claims and their reductions by reason', () => {
    const read = sample('835-medicaid.edi');
    expect(read).toMatchObject({
      format: 'x12-835',
      ...envelope,
      transactions: [
        {
          set: '835',
          ctl: '1740',
          seOk: true,
          paid: '45.75',
          claims: 3,
          charge: '102.50',
          claimPaid: '45.75',
          plb: '0',
          cas: { 'CO-29': '34', 'CO-251': '22.75' },
          balances: true,
          claimsBalance: true,
        },
      ],
    });
    expect(read.neutral.controls.filter((control) => !holds(control))).toEqual([]);
    const lines = read.neutral.remittances[0]?.lines ?? [];
    expect(lines.map((line) => `${line.kind} ${line.deductions.length}`)).toEqual([
      'claim 0',
      'claim 2',
      'claim 2',
    ]);
  });

  test('a negative provider adjustment raises the payment', () => {
    const read = sample('835-provider-adjustment.edi');
    expect(read).toMatchObject({
      transactions: [{ paid: '150000', claimPaid: '149998.73', plb: '-1.27', balances: true }],
    });
    const last = read.neutral.remittances[0]?.lines.at(-1);
    expect(last).toMatchObject({ kind: 'other', reference: 'CP', note: 'PLB CV' });
    expect(last?.paid && formatMoney(last.paid)).toBe('1.27');
  });

  test('prose before it is passed over; a payment that its claims do not explain is told', () => {
    const read = sample('835-prose-and-wrong-count.edi');
    expect(read).toMatchObject({
      transactions: [{ seOk: false, paid: '1222', plb: '-2.54', balances: false }],
    });
    const odd = read.neutral.controls.filter((control) => !holds(control));
    expect(odd).toMatchObject([
      { kind: 'count', what: 'segment_count', stated: '39' },
      { kind: 'amount', what: 'payment_total', stated: '1222.00', found: '1224.54' },
    ]);
  });
});

test('invoices (810) tell number, lines and total', () => {
  expect(sample('810-two-invoices.edi')).toMatchObject({
    format: 'x12-810',
    transactions: [
      { set: '810', ctl: '000000001', invoice: '00001', lines: 7, tds: '255438', total: '2554.38' },
      { set: '810', ctl: '000000002', lines: 2 },
    ],
  });
});

test('a credit note (812) lowers its invoice by each reason', () => {
  const read = sample('812-credit-note.edi');
  expect(read).toMatchObject({
    format: 'x12-812',
    transactions: [{ set: '812', seOk: true, invoice: 'INV-162802', total: '721.04' }],
  });
  const taken = read.neutral.remittances[0]?.lines.map(
    ({ reference, deductions: [first] }) =>
      first && `${reference} ${formatMoney(first.amount)} ${first.reason}`,
  );
  expect(taken).toEqual(['INV-162802 171.47 01', 'INV-162802 473.35 02', 'INV-162802 76.22 11']);
});

test('an acknowledgement (997) names what was not accepted', () => {
  const read = sample('997-one-rejected.edi');
  expect(read).toMatchObject({
    format: 'x12-other',
    transactions: [{ set: '997', ctl: '2870001', seOk: true, accepted: 1, rejected: 1 }],
  });
  expect(read.neutral.problems).toMatchObject([
    { code: 'x12.not_accepted', facts: { set: '837', control: '0002', verdict: 'R' } },
  ]);
});

test('any other set is known by its envelope', () => {
  expect(sample('850-wrong-count.edi')).toMatchObject({
    format: 'x12-other',
    ...envelope,
    transactions: [{ set: '850', ctl: '0001', seOk: false }],
  });
});

describe('what cannot be an amount stops the file by its record', () => {
  test.each([
    ['820', 'RMR*IV*1**5,00', 'RMR04'],
    ['835', 'CLP*1*1*ten*5', 'CLP03'],
    ['810', 'TDS*17.60', 'TDS01'],
  ])('%s', (set, segment, name) => {
    const text = `ST*${set}*1~${segment}~SE*3*1~`;
    const read = readBankFile(new TextEncoder().encode(text), 'some.edi');
    expect(read).toMatchObject({ ok: false, refusal: 'read.bad_record', facts: { record: 2 } });
    expect(read.ok ? '' : read.facts['reason']).toContain(name);
  });
});

test('a finer amount than its currency has is told and left out', () => {
  const text = 'ST*820*1~BPR*C*5.005~RMR*IV*1**5.00~SE*4*1~';
  const read = readBankFile(new TextEncoder().encode(text), 'some.edi');
  if (!read.ok) throw new Error(JSON.stringify(read));
  const { remittances, problems } = read.value.neutral();
  expect(remittances[0]).not.toHaveProperty('total');
  expect(problems.map(({ code }) => code)).toContain('x12.amount_not_in_currency');
});

/** Bytes of a sample overwritten here and there, from a fixed seed. */
function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const copy = bytes.slice();
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  for (let times = 0; times < 8; times += 1) copy[next(copy.length)] = next(256);
  return copy.subarray(0, copy.length - next(40));
}

/** What became of bytes: told, or refused. */
function outcome(bytes: Uint8Array): string {
  const read = readBankFile(bytes, 'some.edi');
  if (!read.ok) return 'refused';
  read.value.summary();
  read.value.neutral();
  return 'told';
}

test('a file with bytes overwritten is read or refused, never a crash', () => {
  const names = ['820-retail-adjustments', '835-medicaid', '812-credit-note', '810-two-invoices'];
  const seeds = Array.from({ length: 300 }, (_, at) => at + 1);
  const outcomes = names.flatMap((name) => {
    const bytes = new Uint8Array(readFileSync(`samples/x12/${name}.edi`));
    return seeds.map((seed) => outcome(mutated(bytes, seed)));
  });
  expect(new Set(outcomes)).toEqual(new Set(['told', 'refused']));
});
