import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, day, plusDays } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { currency, money } from '#kernel/money.ts';
import { amend, catchUp } from './amend.ts';
import { type LivePlan, type PlanMoment, isOver, newMoments, pathOf } from './path.ts';
import { type PaidInstallment, nextDue, paidBy } from './progress.ts';
import { shareLoose } from './share-loose.ts';

const usd = currency('USD');
const cents = (minor: bigint) => money(minor, usd);
const installments = [
  { no: 1, dueOn: day('2026-01-31'), amount: cents(33_334n) },
  { no: 2, dueOn: day('2026-02-28'), amount: cents(33_333n) },
  { no: 3, dueOn: day('2026-03-31'), amount: cents(33_333n) },
];
const plan = (part: Partial<LivePlan> = {}): LivePlan => ({
  currency: usd,
  installments,
  signedOn: day('2026-01-31'),
  copyOn: null,
  needsCopy: false,
  afreshOn: null,
  terms: { graceDays: 5, defaultAfterMissed: 2, cureDays: 10 },
  ...part,
});
const paid = (minor: bigint, on: string) => ({ on: day(on), amount: cents(minor) });
const said = (path: readonly PlanMoment[]) => path.map(({ state, on }) => `${state} ${on}`);

describe('the path of a plan', () => {
  test.each<[says: string, money: ReturnType<typeof paid>[], path: string[]]>([
    [
      'nothing comes: late, then broken, then over',
      [],
      ['active 2026-01-31', 'late 2026-02-06', 'breached 2026-03-03', 'breached 2026-03-14'],
    ],
    [
      'one paid late, the next missed for more than thirty days',
      [paid(33_334n, '2026-02-10')],
      [
        'active 2026-01-31',
        'late 2026-02-06',
        'active 2026-02-10',
        'late 2026-03-06',
        'breached 2026-03-31',
        'breached 2026-04-11',
      ],
    ],
    [
      'mended in the days to cure, then paid up',
      [paid(66_667n, '2026-03-10'), paid(33_333n, '2026-03-31')],
      [
        'active 2026-01-31',
        'late 2026-02-06',
        'breached 2026-03-03',
        'active 2026-03-10',
        'completed 2026-03-31',
      ],
    ],
    ['all at once', [paid(100_000n, '2026-01-31')], ['completed 2026-01-31']],
  ])('%s', (_says, pieces, path) => {
    expect(said(pathOf(plan(), pieces, day('2026-06-30')))).toEqual(path);
  });

  test('a D.C. plan begins when its copy went out, one with a down payment when that is in', () => {
    const copyOn = day('2026-02-02');
    const dc = plan({ needsCopy: true });
    const at = day('2026-02-03');
    expect(said(pathOf(dc, [], at))).toEqual(['signed 2026-01-31']);
    expect(said(pathOf({ ...dc, copyOn }, [], at))).toEqual([
      'signed 2026-01-31',
      'active 2026-02-02',
    ]);
    const down = [{ no: 0, dueOn: day('2026-01-31'), amount: cents(10_000n) }, ...installments];
    const path = pathOf(plan({ installments: down }), [paid(10_000n, '2026-02-01')], at);
    expect(said(path)).toEqual(['signed 2026-01-31', 'active 2026-02-01']);
  });

  test('judged daily or once after a gap, the same is recorded', () => {
    const pieces = fc.array(
      fc.record({
        on: fc.nat({ max: 120 }).map((ahead): Day => plusDays(day('2026-01-31'), ahead)),
        amount: fc.bigInt({ min: 1n, max: 60_000n }).map(cents),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        pieces,
        fc.nat({ max: 150 }),
        fc.integer({ min: 1, max: 40 }),
        (all, end, gap) => {
          const record = (step: number): string[] => {
            const first = { state: 'signed' as const, on: plan().signedOn, cureUntil: null };
            const kept: (typeof first | PlanMoment)[] = [first];
            for (let ahead = 0; ; ahead = Math.min(ahead + step, end)) {
              const today = plusDays(plan().signedOn, ahead);
              const known = all.filter(({ on }) => on <= today);
              const last = kept.at(-1) ?? first;
              if (!isOver(last))
                kept.push(...newMoments(pathOf(plan(), known, today), last, today));
              if (ahead >= end) break;
            }
            return kept.map(({ state, on, cureUntil }) => `${state} ${on} ${cureUntil}`);
          };
          expect(record(gap)).toEqual(record(1));
        },
      ),
    );
  });

  test('money of an earlier day that is recorded late mends it from the day it is seen', () => {
    const today = day('2026-02-08');
    const recorded = { state: 'late', on: day('2026-02-06'), cureUntil: null } as const;
    const path = pathOf(plan(), [paid(33_334n, '2026-02-04')], today);
    expect(said(newMoments(path, recorded, today))).toEqual(['active 2026-02-08']);
  });
});

test('$700 on 10 February leaves $300.00 due on 31 March (P-31)', () => {
  const after = paidBy(installments, [paid(70_000n, '2026-02-10')], day('2026-02-10'));
  expect(nextDue(after)).toEqual({ no: 3, dueOn: '2026-03-31', amount: cents(30_000n) });
  expect(nextDue(paidBy(installments, [], day('2026-02-10')))?.no).toBe(1);
});

describe('changing what is agreed', () => {
  const today = day('2026-02-10');
  const asAgreed = (each: PaidInstallment) => ({ ...each, firstDueOn: each.dueOn });
  const current = paidBy(installments, [paid(33_334n, '2026-01-31')], today).map(asAgreed);
  test.each`
    edits                                                                     | answer
    ${[{ no: 2, dueOn: day('2026-03-10') }]}                                  | ${10}
    ${[{ no: 2, amount: cents(30_000n) }]}                                    | ${'plan.sum_differs'}
    ${[{ no: 2, amount: cents(30_000n) }, { no: 3, amount: cents(36_666n) }]} | ${31}
    ${[{ no: 2, amount: cents(36_666n) }, { no: 3, amount: cents(30_000n) }]} | ${0}
    ${[{ no: 2, dueOn: day('2026-02-20') }]}                                  | ${8}
    ${[{ no: 1, dueOn: day('2026-03-10') }]}                                  | ${'plan.instalment_paid'}
    ${[{ no: 9, dueOn: day('2026-03-10') }]}                                  | ${'plan.no_such_instalment'}
    ${[{ no: 2, dueOn: day('2026-02-09') }]}                                  | ${'plan.day_has_passed'}
    ${[{ no: 2, dueOn: day('2026-04-09') }]}                                  | ${'plan.days_not_rising'}
    ${[{ no: 2, amount: cents(0n) }]}                                         | ${'plan.below_what_is_paid'}
    ${[]}                                                                     | ${'plan.nothing_changes'}
  `('$edits is $answer', ({ edits, answer }) => {
    const amended = amend(current, edits, today);
    expect(amended.ok ? amended.value.movedDays : amended.refusal).toBe(answer);
  });

  test('many small moves are one large one', () => {
    const once = amend(current, [{ no: 3, dueOn: day('2026-04-10') }], today);
    if (!once.ok) throw new Error(once.refusal);
    expect(once.value.movedDays).toBe(10);
    const moved = current.map((each) =>
      each.no === 3 ? { ...each, dueOn: day('2026-04-10') } : each,
    );
    const twice = amend(moved, [{ no: 3, dueOn: day('2026-04-20') }], today);
    expect(twice).toMatchObject({ value: { movedDays: 20 } });
    // What was moved before is not counted again when another instalment is.
    expect(amend(moved, [{ no: 2, dueOn: day('2026-03-03') }], today)).toMatchObject({
      value: { movedDays: 3 },
    });
  });

  test('what is past its day is caught up, not moved: the sum stays', () => {
    const late = paidBy(installments, [paid(10_000n, '2026-01-31')], today).map(asAgreed);
    const moved = amend(late, [{ no: 1, dueOn: day('2026-02-20') }], today);
    expect(moved).toMatchObject({ refusal: 'plan.instalment_past' });
    const caught = catchUp(late, today);
    expect(caught).toMatchObject({
      value: [
        { no: 1, amount: cents(10_000n) },
        { no: 2, amount: cents(45_000n) },
        { no: 3, amount: cents(45_000n) },
      ],
    });
    expect(catchUp(current, today)).toMatchObject({ refusal: 'plan.nothing_past_due' });
    expect(catchUp(late, day('2026-05-01'))).toMatchObject({
      refusal: 'plan.nothing_to_spread_over',
    });
  });
});

test('unapplied money counts for the oldest plan first, and no dollar for two', () => {
  const madeAt = instant('2026-01-31T12:00:00Z');
  const claim = (no: number, minor: bigint) => ({
    id: composeId(1, 0, 0, no),
    missing: cents(minor),
    madeOn: day('2026-01-31'),
    madeAt,
    until: null,
  });
  const piece = (minor: bigint, at: string) => ({
    ...paid(minor, '2026-02-10'),
    recordedAt: instant(at),
  });
  const claims = [claim(1, 300n), claim(2, 300n)];
  const shared = shareLoose(claims, [
    piece(500n, '2026-02-10T12:00:00Z'),
    piece(900n, '2026-01-31T11:00:00Z'),
    { ...piece(900n, '2026-02-10T12:00:00Z'), amount: money(900n, 'EUR') },
  ]);
  expect([...shared.values()].map((own) => own.map(({ amount }) => amount.minor))).toEqual([
    [300n],
    [200n],
  ]);
});
