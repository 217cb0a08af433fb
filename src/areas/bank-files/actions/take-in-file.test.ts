import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NeutralFile } from '#formats/neutral.ts';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { usd } from '#test/support/builders.ts';
import { deskWithBank, fileOf, line, statementOf } from '#test/support/bank-files.ts';

const f1 = fileOf(
  statementOf([
    line('2026-06-02', '45.00', 'DEPOSIT'),
    line('2026-06-02', '45.00', 'DEPOSIT'),
    line('2026-06-02', '90.00', 'WIRE X'),
  ]),
);
const f2 = fileOf(
  statementOf([
    line('2026-06-02', '45.00', 'DEPOSIT'),
    line('2026-06-02', '45.00', 'DEPOSIT'),
    line('2026-06-02', '45.00', 'DEPOSIT'),
    line('2026-06-02', '90.00', 'WIRE X'),
    line('2026-06-03', '10.00', 'DEPOSIT'),
  ]),
);

describe('case P-18: lines that banks send twice', () => {
  test('two equal deposits are two; the file again is none; a third one later is one', async () => {
    await using desk = await deskWithBank('2026-06-03');
    expect(await desk.takeIn(f1)).toMatchObject({ state: 'taken_in', found: 3, added: 3 });
    expect(await desk.takeIn(f1)).toMatchObject({ seenBefore: true, added: 0 });
    expect(await desk.takeIn(f2)).toMatchObject({ seenBefore: false, found: 5, added: 2 });
    expect(await desk.lines()).toEqual([
      '2026-06-02 45.00 booked DEPOSIT',
      '2026-06-02 45.00 booked DEPOSIT',
      '2026-06-02 45.00 booked DEPOSIT',
      '2026-06-02 90.00 booked WIRE X',
      '2026-06-03 10.00 booked DEPOSIT',
    ]);
  });

  const pending = fileOf(
    statementOf([line('2026-06-02', '20.00', 'CARD', { externalId: 'T9', status: 'pending' })], {
      kind: 'intraday',
    }),
  );
  const booked = fileOf(statementOf([line('2026-06-03', '20.50', 'CARD', { externalId: 'T9' })]));

  test('a pending line that is booked is one line with its history', async () => {
    await using desk = await deskWithBank('2026-06-03');
    await desk.takeIn(pending);
    expect(await desk.takeIn(booked)).toMatchObject({ added: 0, changed: 1, disputed: 0 });
    expect(await desk.lines()).toEqual(['2026-06-03 20.50 booked CARD']);
    const history = await desk.db.all(sql`
      select version, amount_minor, status from bank_files.line_version order by version`);
    expect(history).toEqual([
      { version: 1, amount_minor: 2000n, status: 'pending' },
      { version: 2, amount_minor: 2050n, status: 'booked' },
    ]);
    const told = await desk.db.all(sql`
      select name from platform.event where name = 'bank_files.line_changed'`);
    expect(told).toHaveLength(1);
  });

  test('when it is used already, it becomes a question and stays as it was', async () => {
    await using desk = await deskWithBank('2026-06-03');
    await desk.takeIn(pending);
    await desk.db.run(sql`update bank_files.line_now set used_by = 'receipt'`);
    expect(await desk.takeIn(booked)).toMatchObject({ added: 0, changed: 0, disputed: 1 });
    expect(await desk.lines()).toEqual(['2026-06-02 20.00 pending CARD']);
    const [question] = await desk.db.all(sql<{ said: { minor: string } }>`
      select said from bank_files.line_exception`);
    expect(question?.said.minor).toBe('2050');
  });

  test('what was pending does not come back after it was booked', async () => {
    await using desk = await deskWithBank('2026-06-03');
    await desk.takeIn(booked);
    expect(await desk.takeIn(pending)).toMatchObject({ added: 0, changed: 0 });
    expect(await desk.lines()).toEqual(['2026-06-03 20.50 booked CARD']);
  });

  test('an id that the bank gives to two amounts names two movements', async () => {
    await using desk = await deskWithBank('2026-06-03');
    const other = fileOf(statementOf([line('2026-06-03', '30.00', 'CARD', { externalId: 'T9' })]));
    await desk.takeIn(booked);
    expect(await desk.takeIn(other)).toMatchObject({ added: 1, changed: 0 });
  });
});

describe('case I-6: the order and the packing of files do not matter', () => {
  const days = ['2026-06-01', '2026-06-02'];
  const arbLine = fc.record({
    on: fc.constantFrom(...days),
    amount: fc.constantFrom('45.00', '90.00', '-5.00'),
    text: fc.constantFrom('DEPOSIT', 'WIRE X'),
    id: fc.option(fc.constantFrom('T1', 'T2'), { nil: undefined }),
  });
  const arbHistory = fc.record({
    booked: fc.array(arbLine, { minLength: 1, maxLength: 6 }),
    cuts: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 1, maxLength: 3 }),
    pending: fc.boolean(),
    seed: fc.integer(),
  });

  test('any overlap, order and joining of the same files gives the same lines', async () => {
    await using desk = await deskWithBank('2026-06-03');
    let accounts = 0;
    await fc.assert(
      fc.asyncProperty(arbHistory, async ({ booked, cuts, pending, seed }) => {
        const all = booked.map(({ on, amount, text, id }) =>
          line(on, amount, text, id === undefined ? {} : { externalId: `${id} ${amount}` }),
        );
        const parts = cuts.map(([from, to]) => all.slice(Math.min(from, to), Math.max(from, to)));
        const files = [...parts, all].map((lines) => statementOf(lines));
        const early = all
          .filter(({ externalId }) => externalId !== undefined)
          .slice(0, 1)
          .map((each) => ({ ...each, status: 'pending' as const, amount: usd('1.00') }));
        if (pending && early.length > 0) files.unshift(statementOf(early, { kind: 'intraday' }));
        const shuffled = files.toSorted((a, b) => rank(a, seed) - rank(b, seed));

        const results: string[][] = [];
        for (const packing of [files.map((each) => [each]), shuffled.map((e) => [e]), [shuffled]]) {
          const bankAccountId = await desk.bankAccount(`9${(accounts += 1)}`);
          for (const statements of packing) {
            const ours = statements.map((each) => ({ ...each, account: `9${accounts}` }));
            await desk.takeIn(fileOf(...ours));
          }
          results.push(await desk.lines(bankAccountId));
        }
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
      }),
      { numRuns: 8, seed: 18 },
    );
  }, 60_000);

  function rank(statement: { readonly transactions: readonly unknown[] }, seed: number): number {
    return (statement.transactions.length * 7919 + seed) % 101;
  }

  test('a statement on two pages holds both its equal lines', async () => {
    await using desk = await deskWithBank('2026-06-03');
    const page = (no: string, opening: string) =>
      statementOf([line('2026-06-02', '45.00', 'DEPOSIT')], {
        id: `123/${no}`,
        opening: usd(opening),
      });
    await desk.takeIn(fileOf(page('1', '0'), page('2', '45')));
    expect(await desk.lines()).toHaveLength(2);
  });
});

describe('a file is taken in whole or not at all', () => {
  const strange = fileOf(
    statementOf([line('2026-06-02', '45.00', 'DEPOSIT')]),
    statementOf([line('2026-06-02', '7.00', 'DEPOSIT')], { account: '9-9-9' }),
  );

  test('with an account that nobody knows it waits, and none of its lines comes in', async () => {
    await using desk = await deskWithBank('2026-06-03');
    expect(await desk.takeIn(strange)).toMatchObject({
      state: 'waiting',
      unknownAccounts: [{ stated: '999', currency: 'USD' }],
    });
    expect(await desk.lines()).toEqual([]);
  });

  test('an account that a file writes behind its bank is the account', async () => {
    await using desk = await deskWithBank('2026-06-03');
    const behind = await desk.bankAccount('0045678');
    const account = 'BANKUS33/0045678USD';
    const statement = statementOf([line('2026-06-02', '45.00', 'DEPOSIT')], { account });
    expect(await desk.takeIn(fileOf(statement))).toMatchObject({ state: 'taken_in', added: 1 });
    expect(await desk.lines(behind)).toEqual(['2026-06-02 45.00 booked DEPOSIT']);
  });

  test('the same number in another currency is another account', async () => {
    await using desk = await deskWithBank('2026-06-03');
    const euros = fileOf(statementOf([], { currency: 'EUR' }));
    expect(await desk.takeIn(euros)).toMatchObject({ state: 'waiting' });
  });

  const wrong: NeutralFile = {
    ...f1,
    controls: [
      { kind: 'count', what: 'record_count', record: 9, stated: '8', found: '9' },
      { kind: 'amount', what: 'account_total', record: 8, stated: '180.00', found: '181.00' },
    ],
  };

  test('with an amount that disagrees it stays in quarantine, the difference named', async () => {
    await using desk = await deskWithBank('2026-06-03');
    const { fileId } = await desk.takeIn(wrong);
    expect(await desk.lines()).toEqual([]);
    const [file] = await desk.db.all(sql`
      select state, controls, controls_failed from bank_files.file_now`);
    expect(file).toEqual({ state: 'quarantined', controls: 2, controls_failed: 2 });
    expect(await desk.takeIn(f1, { replaces: fileId })).toMatchObject({ added: 3 });
    const [replaced] = await desk.db.all(sql`
      select state from bank_files.file_now where file_id = ${fileId}`);
    expect(replaced).toEqual({ state: 'replaced' });
  });

  test('with only a count that disagrees it is taken in', async () => {
    await using desk = await deskWithBank('2026-06-03');
    const controls = wrong.controls.filter(({ kind }) => kind === 'count');
    expect(await desk.takeIn({ ...f1, controls })).toMatchObject({ state: 'taken_in', added: 3 });
  });

  test('only a file in quarantine is replaced', async () => {
    await using desk = await deskWithBank('2026-06-03');
    const { fileId } = await desk.takeIn(f1);
    expect(await desk.tryIn(f2, { replaces: fileId })).toMatchObject({
      refusal: 'bank_files.nothing_to_replace',
    });
    expect(await desk.lines()).toHaveLength(3);
  });

  test('into a company that the caller does not work for nothing goes', async () => {
    await using desk = await deskWithBank('2026-06-03');
    expect(await desk.tryIn(f1, { companies: [] })).toMatchObject({
      refusal: 'bank_files.other_company',
    });
    expect(await desk.db.all(sql`select from bank_files.file`)).toEqual([]);
  });

  test('what is not what it was said to be is refused', async () => {
    await using desk = await deskWithBank('2026-06-03');
    expect(await desk.tryIn(f1, { as: 'remittance' })).toMatchObject({
      refusal: 'bank_files.holds_something_else',
      facts: { holds: 'bank', as: 'remittance' },
    });
    expect(await desk.tryIn(fileOf())).toMatchObject({ refusal: 'bank_files.holds_nothing' });
  });
});

test('remittances and settlement lines are kept once, however many files hold them', async () => {
  await using desk = await deskWithBank('2026-06-03');
  const advice = {
    record: 1,
    payerName: 'NORTHWIND',
    paymentReference: '771',
    total: usd('100.00'),
    lines: [{ record: 2, kind: 'invoice' as const, reference: 'I-1', deductions: [] }],
  };
  const settled = (id: string) => ({
    record: 1,
    kind: 'payment' as const,
    id,
    on: day('2026-06-02'),
    gross: usd('10.00'),
    fee: usd('0.30'),
    net: usd('9.70'),
    reference: 'I-2',
  });
  const first = { ...fileOf(), format: 'x12-820', remittances: [advice] };
  const more = { ...first, remittances: [advice, advice, { ...advice, paymentReference: '772' }] };
  expect(await desk.takeIn(first)).toMatchObject({ found: 1, added: 1 });
  expect(await desk.takeIn(more)).toMatchObject({ found: 3, added: 2 });
  const cards = { ...fileOf(), format: 'stripe' };
  const a = { ...cards, settlements: [{ processor: 'stripe', lines: [settled('c1')] }] };
  const b = {
    ...cards,
    settlements: [{ processor: 'stripe', lines: [settled('c1'), settled('c2')] }],
  };
  expect(await desk.takeIn(a, { as: 'card-settlement' })).toMatchObject({ added: 1 });
  expect(await desk.takeIn(b)).toMatchObject({ found: 2, added: 1 });
  expect(await desk.db.all(sql`select from bank_files.remittance_card`)).toHaveLength(3);
  expect(await desk.db.all(sql`select from bank_files.settlement_card`)).toHaveLength(2);
});

test('of two files at once that bring one line, one brings it', async () => {
  await using desk = await deskWithBank('2026-06-03');
  const [one, other] = await Promise.all([desk.takeIn(f1), desk.takeIn(f2)]);
  expect(one.added + other.added).toBe(5);
  expect(await desk.lines()).toHaveLength(5);
});
