import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { ops } from './registry.ts';
import { runVectors } from './run.ts';

const rulesOfTheLedger = new URL('../../../test/vectors/rules-ledger.json', import.meta.url);

/** The run of one vector, which needs a right answer unless `expect` is left out. */
function run(op: string, given: object, expected?: object) {
  const vector = { id: 'V-1', op, given, ...(expected === undefined ? {} : { expect: expected }) };
  const outcome = runVectors(JSON.stringify([vector]), { json: false });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

/** The answer of one op, as a program reads it. */
function answer(op: string, given: object): unknown {
  const outcome = runVectors(JSON.stringify([{ id: 'V-1', op, given }]), { json: true });
  if (!outcome.ok) throw new Error(outcome.refusal);
  const line: { result: unknown; error?: string } = JSON.parse(outcome.value.lines[0] ?? '');
  return line.error ?? line.result;
}

test('every vector of the ledger and the metrics passes', async () => {
  const outcome = runVectors(await readFile(rulesOfTheLedger, 'utf8'), { json: false });
  expect(outcome).toEqual({
    ok: true,
    value: { lines: ['25 passed, 0 failed'], passed: 25, failed: 0 },
  });
});

describe('a run for people', () => {
  const dso = { endingAR: '650000', creditSales: '1200000', days: 92 };

  test('a wrong answer is a line that says both', () => {
    expect(run('metrics.dsoSimple', dso, { dso: '50.00' })).toEqual({
      lines: ['V-1 metrics.dsoSimple: dso is "49.83", expected "50.00"', '0 passed, 1 failed'],
      passed: 0,
      failed: 1,
    });
  });

  test('an op that is not known fails by its name, whatever it is called', () => {
    for (const name of ['contact.no_such_op', 'constructor', '__proto__']) {
      expect(run(name, {}, {}).lines[0]).toBe(`V-1 ${name}: unknown op ${name}`);
    }
  });

  test('a given value that cannot be read is named', () => {
    expect(run('metrics.dsoSimple', { ...dso, days: 'many' }, { dso: null }).failed).toBe(1);
    expect(run('metrics.dsoSimple', { ...dso, endingAR: '1.005' }, {}).lines[0]).toContain(
      'endingAR: "1.005" is not an amount with at most two decimals',
    );
    expect(run('metrics.dsoSimple', { ...dso, endingAR: 0.1 }, {}).failed).toBe(1);
  });

  test('a given value that is null is not given', () => {
    const debt = { date: '2026-11-21', actor: 'first_party', obligor: 'entity', state: 'TX' };
    const given = { ...debt, purpose: 'commercial', city: null, technology: null };
    const packs = ['POLICY-B2B', 'US.STAY'];
    expect(run('contact.applicablePacks', given, { packs }).failed).toBe(0);
  });

  test('without an expectation there is nothing to pass', () => {
    expect(run('metrics.dsoSimple', dso).lines[0]).toContain('there is no `expect`');
  });
});

describe('a run for programs', () => {
  test('answers one result a line and needs no expectation', () => {
    const vectors = [
      { id: 'A', op: 'metrics.rpcRate', given: { attempts: 240, rightPartyContacts: 60 } },
      { id: 'B', op: 'no.such', given: {} },
    ];
    expect(runVectors(JSON.stringify(vectors), { json: true })).toMatchObject({
      ok: true,
      value: {
        lines: [
          '{"id":"A","result":{"rpcPct":"25.00"}}',
          '{"id":"B","result":null,"error":"unknown op no.such"}',
        ],
        passed: 1,
        failed: 1,
      },
    });
  });
});

describe('where there is no value the answer is null', () => {
  const none = { creditSales: '0', days: 90 };

  test.each<[string, object, object]>([
    ['metrics.dsoSimple', { ...none, endingAR: '5' }, { dso: null }],
    ['metrics.bestPossibleDso', { ...none, currentAR: '5' }, { bpdso: null }],
    ['metrics.averageDaysDelinquent', { ...none, endingAR: '5', currentAR: '1' }, { add: null }],
    ['metrics.dsoCountback', { endingAR: '5', salesNewestFirst: [] }, { dso: null }],
    ['metrics.ddo', { ...none, openDisputes: '5' }, { ddo: null }],
    [
      'metrics.cei',
      {
        variant: 'period_total',
        beginningAR: '0',
        creditSales: '0',
        endingAR: '0',
        endingCurrentAR: '0',
      },
      { ceiPct: null },
    ],
    [
      'metrics.turnover',
      { annualCreditSales: '9', openingAR: '0', closingAR: '0' },
      { turns: null, days: null },
    ],
    [
      'metrics.rollRate',
      { priorMonth: { current: '0' }, thisMonth: { b1_30: '5' } },
      { currentTo1_30Pct: null, b1_30To31_60Pct: null, b31_60To61_90Pct: null },
    ],
    ['metrics.rpcRate', { attempts: 0, rightPartyContacts: 0 }, { rpcPct: null }],
    [
      'metrics.disputeCycle',
      { disputes: [{ opened: '2026-01-01', resolved: null, amount: '5' }] },
      { averageDays: null, amountWeightedDays: null },
    ],
    [
      'metrics.unappliedAge',
      { asOf: '2026-01-01', items: [] },
      { weightedDays: null, over30: '0.00' },
    ],
    ['metrics.costToCollect', { departmentCost: '5', collected: '0' }, { pct: null }],
    ['metrics.netWriteOffPct', { writeOffs: '5', creditSales: '0' }, { pct: null }],
    ['metrics.weightedDaysToPay', { payments: [] }, { wadtp: null }],
    [
      'metrics.forecastAttainment',
      { collected: '5', forecast: '0' },
      { attainmentPct: null, variance: '5.00' },
    ],
    [
      'metrics.collectorProductivity',
      { collector: 'u1', collected: '0', hours: '0', contacts: 0, promises: 0, kept: 0 },
      {
        collector: 'u1',
        perHour: null,
        contactsPerHour: null,
        promisePerContactPct: null,
        keptPct: null,
      },
    ],
    [
      'metrics.promiseKept',
      { promises: [], asOf: '2026-01-01' },
      { kept: 0, broken: 0, open: 0, keptRateCountPct: null, keptRateAmountPct: null },
    ],
    ['cecl.historicalRate', { creditSales: '0', writeOffs: '5' }, { ratePct: null }],
    [
      'cecl.allowance',
      { balances: {}, lossRatePct: {} },
      { byBucket: [], allowance: '0.00', provision: '0.00' },
    ],
    [
      'report.over60',
      { basis: 'due_date', asOf: '2026-01-01', items: [] },
      { included: [], total: '0.00', ofWhichDisputed: '0.00', ofWhichOnPlan: '0.00' },
    ],
  ])('%s', (op, given, answered) => {
    expect(answer(op, given)).toEqual(answered);
  });

  test('every metric of the rules book is known', () => {
    const named = [...ops.keys()].filter((name) => name.startsWith('metrics.'));
    expect(named).toHaveLength(17);
  });
});

describe('the ends of the aging', () => {
  test.each`
    asOf            | due              | invoice
    ${'2026-10-30'} | ${'0 current'}   | ${'45 31-60'}
    ${'2026-09-01'} | ${'-59 current'} | ${'-14 current'}
    ${'2027-02-27'} | ${'120 91-120'}  | ${'165 >120'}
    ${'2027-02-28'} | ${'121 >120'}    | ${'166 >120'}
  `('as of $asOf it is $due by due day and $invoice by invoice day', ({ asOf, due, invoice }) => {
    const given = { invoiceDate: '2026-09-15', termsDays: 45, asOf };
    const standing = (text: string) => {
      const [days, bucket] = text.split(' ');
      return { days: Number(days), bucket };
    };
    expect(answer('aging.bucket', given)).toEqual({
      dueDate: '2026-10-30',
      byDueDate: standing(due),
      byInvoiceDate: standing(invoice),
    });
  });
});

describe('over 60 days by invoice day', () => {
  const item = { id: 'A', invoiceDate: '2026-09-30', due: '2026-10-30', open: '5.00' };
  const given = { basis: 'invoice_date', asOf: '2026-11-30', items: [item] };

  test('counts from the invoice day', () => {
    expect(answer('report.over60', given)).toMatchObject({ included: ['A'], total: '5.00' });
  });

  test('an item without that day is an error, not left out', () => {
    const { invoiceDate: _, ...undated } = item;
    expect(answer('report.over60', { ...given, items: [undated] })).toContain('item_without_day');
  });
});

test('unapplied cash ages from its own day, whatever that is called', () => {
  const items = [
    { amount: '1000', receivedOn: '2026-11-20' },
    { amount: '3000', date: '2026-10-21' },
  ];
  expect(answer('metrics.unappliedAge', { asOf: '2026-11-30', items })).toEqual({
    weightedDays: '32.50',
    over30: '3000.00',
  });
  const undated = { asOf: '2026-11-30', items: [{ amount: '5' }] };
  expect(answer('metrics.unappliedAge', undated)).toContain('call it receivedOn');
});

describe('more than one year, and other months', () => {
  test('the historical loss rate adds up years', () => {
    const given = { creditSales: ['600000', '600000'], writeOffs: ['2000', '3000'] };
    expect(answer('cecl.historicalRate', given)).toEqual({ ratePct: '0.4167' });
  });

  test('a debit balance in the allowance raises the provision', () => {
    const given = {
      balances: { current: '100000' },
      lossRatePct: { current: '1' },
      forwardAdjustment: '1.10',
      allowanceBeforeProvision: '-200.00',
    };
    expect(answer('cecl.allowance', given)).toEqual({
      byBucket: ['1100.00'],
      allowance: '1100.00',
      provision: '1300.00',
    });
    expect(answer('cecl.allowance', { ...given, lossRatePct: {} })).toContain('without_rate');
  });

  test('roll rates come per pair of buckets', () => {
    const given = {
      priorMonth: { current: '800000', b1_30: '100000', b31_60: '40000' },
      thisMonth: { b1_30: '80000', b31_60: '35000', b61_90: '20000' },
    };
    expect(answer('metrics.rollRate', given)).toEqual({
      currentTo1_30Pct: '10.00',
      b1_30To31_60Pct: '35.00',
      b31_60To61_90Pct: '50.00',
    });
  });
});
