import { describe, expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import {
  type MeasuredDesk,
  episodesOf,
  measuredDesk,
  worked,
} from '#test/support/measured-desk.ts';
import { orderOfWork } from '../answers/order-of-work.ts';
import { keptGain } from '../store/gain.ts';
import { listWork } from '../store/list.ts';
import { takeOutcomes } from './gather-outcomes.ts';
import { moveRow } from './move-row.ts';
import { setExperiment } from './set-experiment.ts';

async function rows(desk: MeasuredDesk) {
  const wanted = { owner: 'all', companies: 'all', state: 'due', now: desk.clock.now() } as const;
  const reader = { memberId: null, at: desk.clock.now() };
  return (await listWork(desk.db, wanted, { sort: 'rank', limit: null, reader })).rows;
}

describe('the morning', () => {
  test('orders by what a call adds, not by age, and keeps the plan by its capacity', async () => {
    await using desk = await measuredDesk([
      ['OLD', '300', '2026-06-01'],
      ['LARGE', '40000', '2026-06-20'],
      ['MIDDLE', '4000', '2026-06-20'],
    ]);
    expect((await rows(desk)).map(({ account }) => account)).toEqual(['LARGE', 'MIDDLE', 'OLD']);
    const plan = await desk.db.one(sql<{ capacity: number; planned: number; worth_it: number }>`
      select capacity, planned, worth_it from worklist.day_plan`);
    expect(plan).toEqual({ capacity: 360, planned: 3, worth_it: 3 });
  });

  test('says on the row what a call adds, and less as soon as something is paid', async () => {
    await using desk = await measuredDesk([['LARGE', '40000', '2026-06-20']]);
    const before = (await rows(desk))[0]?.reasons[0]?.facts;
    expect(before).toMatchObject({ way: 'call', usual: 'none', addsCurrency: 'USD' });
    const { accountId, invoiceId } = desk.owing('LARGE');
    const pays = [[invoiceId, '30000']] satisfies [Id, string][];
    await desk.receipt(accountId, { amount: '30000', on: '2026-07-20', pays });
    await desk.again(accountId);
    const after = (await rows(desk))[0]?.reasons[0]?.facts;
    expect(Number(after?.['adds'])).toBeLessThan(Number(before?.['adds']) / 3);
  });

  test('leaves nobody alone, and logs nothing, until a company asks for it', async () => {
    await using desk = await measuredDesk(worked(60));
    expect(await episodesOf(desk)).toEqual([]);
    const { logged } = await desk.db.one(sql<{ logged: bigint }>`
      select count(*) as logged from worklist.eligible`);
    expect(logged).toBe(0n);
  });
});

const terms = { isOn: true, sharePct: 10, most: 1_000_000n, warmUpDays: 30 };

test('who was not spoken with for long comes up, before one that is worth more', async () => {
  await using desk = await measuredDesk([
    ['OLD', '300', '2026-04-01'],
    ['MIDDLE', '4000', '2026-06-20'],
  ]);
  expect((await rows(desk)).map(({ account }) => account)).toEqual(['OLD', 'MIDDLE']);
  const { planned } = await desk.db.one(sql<{ planned: number }>`
    select planned from worklist.day_plan`);
  expect(planned).toBe(1);
});

describe('a control group', () => {
  test('is drawn in the morning, logged with its chance, and left alone in the list', async () => {
    await using desk = await measuredDesk([...worked(60), ['RICH', '90000', '2026-06-20']]);
    await desk.done((context) => setExperiment(context, { companyId: desk.companyId, ...terms }));
    await desk.morning();
    const episodes = await episodesOf(desk);
    expect(episodes).toHaveLength(60);
    const left = episodes.filter(({ side }) => side === 'left_alone');
    expect(left.length).toBeGreaterThan(15);
    expect(left.length).toBeLessThan(45);
    expect(new Set(episodes.map(({ chance }) => chance))).toEqual(new Set([0.5]));
    const control = (await rows(desk)).filter(
      ({ reasons }) => reasons[0]?.phrase === 'reason.left_alone',
    );
    expect(control).toHaveLength(left.length);
    expect(control.every(({ score }) => score === 0)).toBe(true);
    expect(control.some(({ account }) => account === 'RICH')).toBe(false);
    const logged = await desk.db.all(sql<{ side: string | null; chance: number }>`
      select side, chance from worklist.eligible`);
    expect(logged).toHaveLength(61);
    expect(logged.filter(({ side }) => side === null)).toEqual([{ side: null, chance: 0 }]);
  });

  test('is not put first by accident, and switched off it is open again', async () => {
    await using desk = await measuredDesk(worked(30));
    await desk.done((context) => setExperiment(context, { companyId: desk.companyId, ...terms }));
    await desk.morning();
    const [first] = (await episodesOf(desk)).filter(({ side }) => side === 'left_alone');
    const accountId = first?.accountId ?? desk.companyId;
    const rosa = await desk.member('collector');
    const wish = {
      accountId,
      listOf: rosa.memberId ?? desk.companyId,
      to: 'top',
      companies: 'all',
    } as const;
    const moved = await desk.act((context) => moveRow(context, wish, { forOthers: false }), rosa);
    expect(moved).toMatchObject({ ok: false, refusal: 'worklist.control_group' });
    const off = { companyId: desk.companyId, ...terms, isOn: false };
    await desk.done((context) => setExperiment(context, off));
    const phrases = (await rows(desk)).map(({ reasons }) => reasons[0]?.phrase);
    expect(phrases).not.toContain('reason.left_alone');
  });

  test('draws once: the next mornings keep the sides until thirty days are over', async () => {
    await using desk = await measuredDesk(worked(20));
    await desk.done((context) => setExperiment(context, { companyId: desk.companyId, ...terms }));
    await desk.morning();
    const first = await episodesOf(desk);
    desk.on(plusDays(desk.clock.today(), 8));
    await desk.morning();
    expect(await episodesOf(desk)).toEqual(first);
  });

  test('what came of it is gathered once its days are over, by payments alone', async () => {
    await using desk = await measuredDesk(worked(20));
    await desk.done((context) => setExperiment(context, { companyId: desk.companyId, ...terms }));
    await desk.morning();
    const { accountId, invoiceId } = desk.owing('C07');
    desk.on('2026-07-25');
    const pays = [[invoiceId, '400']] satisfies [Id, string][];
    await desk.receipt(accountId, { amount: '400', on: '2026-07-25', pays });
    const early = await desk.done((context) => takeOutcomes(context, 'America/New_York'));
    expect(early).toEqual({ gathered: 0 });
    desk.on('2026-08-20');
    const late = await desk.done((context) => takeOutcomes(context, 'America/New_York'));
    expect(late).toEqual({ gathered: 20 });
    const paid = await desk.db.all(sql<{ account_id: string; paid_minor: bigint }>`
      select account_id, paid_minor from worklist.episode_outcome where paid_minor > 0`);
    expect(paid).toEqual([{ account_id: accountId, paid_minor: 40_000n }]);
    expect(await desk.done((context) => takeOutcomes(context, 'America/New_York'))).toEqual({
      gathered: 0,
    });
    const kept = await keptGain(desk.db, desk.companyId);
    expect((kept?.uplift.open ?? 0) + (kept?.uplift.leftAlone ?? 0)).toBe(20);
    const asked = { companyId: desk.companyId, code: 'MAIN', baseCurrency: currency('USD') };
    expect(await orderOfWork(desk.db, asked, desk.clock.today())).toMatchObject({
      uplift: { claim: 'too_few', open: kept?.uplift.open },
    });
  });
});

test('what cannot be measured so is refused by name', async () => {
  await using desk = await measuredDesk([]);
  const set = (stated: Partial<typeof terms>) =>
    desk.act((context) =>
      setExperiment(context, { companyId: desk.companyId, ...terms, ...stated }),
    );
  expect(await set({ sharePct: 4 })).toMatchObject({ refusal: 'worklist.share_out_of_bounds' });
  expect(await set({ sharePct: 11 })).toMatchObject({ refusal: 'worklist.share_out_of_bounds' });
  for (const warmUpDays of [61, 1.5, Number.NaN]) {
    expect(await set({ warmUpDays })).toMatchObject({ refusal: 'worklist.warm_up_too_long' });
  }
  expect(await set({ most: -1n })).toMatchObject({ refusal: 'worklist.stake_below_nought' });
});
