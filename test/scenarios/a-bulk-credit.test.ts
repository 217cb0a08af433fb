/**
 * The bank credits many payments in one sum, and says in another file whose they are: the sum
 * waits with a clock, is split once, and the day and the bank still agree to the cent.
 */
import { describe, expect, test } from 'vitest';
import { type Day, day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { awaitDetails, takeAsOne } from '#areas/cash/actions/bulk/await-details.ts';
import { splitByHand } from '#areas/cash/actions/bulk/split-bulk.ts';
import { postByHand } from '#areas/cash/actions/post-by-hand.ts';
import { receiveLines } from '#areas/cash/actions/receive-lines.ts';
import { clearOwnLines } from '#areas/cash/actions/reconciliation/clear-lines.ts';
import { dayState } from '#areas/cash/store/closing/day-state.ts';
import { fileOf, line, statementOf } from '#test/support/bank-files.ts';
import { usd } from '#test/support/builders.ts';
import { cashOf } from '#test/support/cash-desk.ts';
import { type MatchingDesk, deskMatching, remittanceOf } from '#test/support/matching-desk.ts';

const on = '2026-06-03';

async function deskWithTwo() {
  const desk = await deskMatching(on);
  const north = await desk.account('North Mills');
  const delta = await desk.account('Delta Farms');
  await desk.invoice(north, { amount: '600', number: 'I-1', issued: '2026-05-01', due: on });
  await desk.invoice(delta, { amount: '400', number: 'I-2', issued: '2026-05-01', due: on });
  return { ...desk, north, delta };
}

const bulk = { code: 'bai:166', channel: 'ach', references: ['991234567'] } as const;
const advice = (payerName: string, number: string, amount: string, reference = '991234567') =>
  remittanceOf({ payerName, paymentReference: reference, paidOn: day(on) }, [number, usd(amount)]);

async function states(desk: MatchingDesk): Promise<string[]> {
  const rows = await desk.db.all(sql<{ told: string }>`
    select concat_ws(' ', n.state, r.amount_minor, nullif(r.payer_name, '')) as told
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
     order by r.amount_minor desc, 1`);
  return rows.map(({ told }) => told);
}

async function clocks(desk: MatchingDesk): Promise<string[]> {
  const rows = await desk.db.all(sql<{ told: string }>`
    select concat_ws(' ', kind, state, due_on) as told
      from clocks.standing
     order by 1`);
  return rows.map(({ told }) => told);
}

async function receive(desk: MatchingDesk): Promise<void> {
  await desk.done(async (context) => ({
    ok: true,
    value: await receiveLines(context, desk.companyId),
  }));
}

const theDay = (desk: MatchingDesk, which: Day = day(on)) =>
  dayState(desk.db, { companyId: desk.companyId, day: which });

describe('a credit before its remittances', () => {
  test('waits with a clock and is matched to nobody', async () => {
    await using desk = await deskWithTwo();
    await desk.bank(on, '1000', 'ACH SETTLEMENT', bulk);
    expect(await states(desk)).toEqual(['awaiting 100000']);
    expect(await clocks(desk)).toEqual(['bulk_details running 2026-06-06']);
    expect(await desk.match()).toEqual([]);
    const { proved } = await theDay(desk);
    expect(proved.differences.map(({ kind }) => kind)).toEqual(['not_posted']);
  });

  test('is split when all of them are there, once, and each is matched on its own', async () => {
    await using desk = await deskWithTwo();
    await desk.bank(on, '1000', 'ACH SETTLEMENT', bulk);
    await desk.remittance(advice('North Mills', 'I-1', '600'));
    expect(await states(desk)).toEqual(['awaiting 100000']);
    await desk.remittance(advice('Delta Farms', 'I-2', '400'));
    expect(await states(desk)).toEqual([
      'split 100000',
      'unposted 60000 North Mills',
      'unposted 40000 Delta Farms',
    ]);
    expect(await clocks(desk)).toEqual(['bulk_details met 2026-06-06']);
    await receive(desk);
    expect(await states(desk)).toHaveLength(3);
    const matched = await desk.match();
    expect(matched.map(({ posted }) => posted)).toEqual([true, true]);
    expect([...(await desk.open(desk.north)), ...(await desk.open(desk.delta))]).toEqual([]);
  });

  test('leaves the day and the bank equal to the cent', async () => {
    await using desk = await deskWithTwo();
    await desk.bank(on, '1000', 'ACH SETTLEMENT', bulk);
    const both = [advice('North Mills', 'I-1', '600'), advice('Delta Farms', 'I-2', '400')];
    await desk.takeIn({ ...fileOf(), format: 'x12-820', remittances: both });
    await receive(desk);
    await desk.match();
    const { proved } = await theDay(desk);
    expect(proved.differences).toEqual([]);
    const whole = { received: 100_000n, deposited: 100_000n, posted: 100_000n, journal: 100_000n };
    expect(proved.figures).toMatchObject([whole]);
    await desk.done(async (context) => ({
      ok: true,
      value: await clearOwnLines(context, desk.companyId),
    }));
    const cleared = await desk.db.all(sql<{ how: string; keys: number }>`
      select how, cardinality(entry_keys) as keys
        from cash.cleared`);
    expect(cleared).toEqual([{ how: 'receipt', keys: 2 }]);
  });

  test('is one payment when one payer paid all of it', async () => {
    await using desk = await deskWithTwo();
    await desk.bank(on, '600', 'ACH SETTLEMENT', bulk);
    await desk.remittance(advice('North Mills', 'I-1', '600'));
    expect(await states(desk)).toEqual(['unposted 60000']);
    expect((await desk.match()).map(({ posted }) => posted)).toEqual([true]);
  });
});

describe('a credit before its list of single payments', () => {
  const list = fileOf(
    statementOf(
      [
        line(on, '600', 'NORTH I-1', {
          channel: 'ach',
          externalId: 'A1',
          payerName: 'North Mills',
        }),
        line(on, '400', 'DELTA I-2', {
          channel: 'ach',
          externalId: 'A2',
          payerName: 'Delta Farms',
        }),
      ],
      { kind: 'notices' },
    ),
  );
  const whole = ['split 100000', 'unposted 60000 North Mills', 'unposted 40000 Delta Farms'];

  test('is split into it; the other way round the list alone is the receipts', async () => {
    await using desk = await deskWithTwo();
    await desk.bank(on, '1000', 'ACH SETTLEMENT', bulk);
    await desk.takeIn(list);
    await receive(desk);
    expect(await states(desk)).toEqual(whole);

    await using other = await deskWithTwo();
    await other.takeIn(list);
    await receive(other);
    await other.bank(on, '1000', 'ACH SETTLEMENT', bulk);
    expect(await states(other)).toEqual(whole.slice(1));
  });

  test('explains one credit only: the next one of the same sum is received', async () => {
    await using desk = await deskWithTwo();
    await desk.bank(on, '1000', 'ACH SETTLEMENT', bulk);
    await desk.takeIn(list);
    await receive(desk);
    await desk.bank('2026-06-04', '1000', 'ACH SETTLEMENT', { ...bulk, references: ['9912'] });
    expect(await states(desk)).toEqual(['awaiting 100000', ...whole]);
  });

  test('that was posted as one payment is not received twice', async () => {
    await using desk = await deskWithTwo();
    await desk.bank(on, '1000', 'ACH SETTLEMENT', bulk);
    const [first] = await cashOf(desk).receipts();
    const receiptId = first?.receiptId ?? desk.north;
    await desk.done((context) => takeAsOne(context, receiptId));
    const spread = { accountId: desk.north, lines: [], tolerate: false };
    await desk.done((context) =>
      postByHand(context, { receiptId, spread, rank: null, learn: false }),
    );
    await desk.takeIn(list);
    await receive(desk);
    expect(await states(desk)).toEqual(['posted 100000']);
    const used = await desk.db.all(sql<{ used: string }>`
      select used_by as used
        from bank_files.line_card
       where listed_as = 'notices'`);
    expect(used.map((each) => each.used)).toEqual(
      [1, 2].map(() => `listed in receipt ${receiptId}`),
    );
  });
});

describe('a person', () => {
  test('says that a payment is many, and names them to the cent', async () => {
    await using desk = await deskWithTwo();
    await desk.bank(on, '1000', 'CREDIT', { channel: 'ach', payerName: 'CLEARING' });
    const [first] = await cashOf(desk).receipts();
    const receiptId = first?.receiptId ?? desk.north;
    await desk.done((context) => awaitDetails(context, { receiptId, until: day('2026-06-10') }));
    expect(await clocks(desk)).toEqual(['bulk_details running 2026-06-10']);
    const part = (payerName: string, amount: string) => ({
      payerName,
      reference: '',
      amount: usd(amount),
    });
    const short = [part('North Mills', '600'), part('Delta Farms', '399.99')];
    expect(await desk.act((context) => splitByHand(context, { receiptId, parts: short }))).toEqual({
      ok: false,
      refusal: 'cash.parts_differ',
      facts: { parts: '999.99', amount: '1000.00', currency: 'USD' },
    });
    const parts = [part('North Mills', '600'), part('Delta Farms', '400')];
    await desk.done((context) => splitByHand(context, { receiptId, parts }));
    expect(await states(desk)).toHaveLength(3);
    const again = await desk.act((context) => splitByHand(context, { receiptId, parts }));
    expect(again).toMatchObject({ ok: false, refusal: 'cash.receipt_not_waiting' });
  });

  test('cannot post what waits for its details', async () => {
    await using desk = await deskWithTwo();
    await desk.bank(on, '1000', 'ACH SETTLEMENT', bulk);
    const [first] = await cashOf(desk).receipts();
    const receiptId = first?.receiptId ?? desk.north;
    const spread = { accountId: desk.north, lines: [], tolerate: false };
    const wish = { receiptId, spread, rank: null, learn: false };
    expect(await desk.act((context) => postByHand(context, wish))).toMatchObject({
      ok: false,
      refusal: 'cash.details_awaited',
    });
  });
});
