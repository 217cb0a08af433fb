import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { currency } from '#kernel/money.ts';
import { setCapacity } from '#areas/portfolios/actions/set-capacity.ts';
import { answerOf, deskOwed1000, usd } from '#test/support/builders.ts';
import { allowancesOf } from '../store/allowances.ts';
import { partSums } from '../store/sums.ts';
import { goalsOf, teamsOf } from '../store/goals.ts';
import { type PrepareAllowance, prepareAllowance } from './prepare-allowance.ts';
import { reviewAllowance } from './review-allowance.ts';
import { setGoal } from './set-goal.ts';
import { setTeam } from './set-team.ts';
import { stateFigure } from './state-figure.ts';

type Story = Awaited<ReturnType<typeof deskOwed1000>>;

/** 19 days late, $1,000, by stated loss rates. */
function schedule({ companyId }: Pick<Story, 'companyId'>): PrepareAllowance {
  return {
    companyId,
    currency: currency('USD'),
    asOf: day('2026-07-20'),
    method: 'aging_schedule',
    lossRates: ['0.5', '5', '12', '24', '40'].map(decimal),
    writeOffRoll: null,
    months: 6,
    forwardAdjustment: decimal('1.10'),
    before: usd('20'),
    singly: [],
  };
}

describe('an allowance', () => {
  test('is computed from the aging of the day and kept with what it came from', async () => {
    await using story = await deskOwed1000();
    const made = await story.done((context) => prepareAllowance(context, schedule(story)));
    expect(made.facts).toMatchObject({
      buckets: [
        { bucket: 'not_due', balance: '0.00' },
        { bucket: '1-30', balance: '1000.00', lossRatePct: '5.0000', loss: '55.00' },
        {},
        {},
        {},
      ],
      allowance: '55.00',
      provision: '35.00',
    });
  });

  test('takes out of the pool who is reserved singly', async () => {
    await using story = await deskOwed1000();
    const singly = [{ accountId: story.accountId, reserve: usd('600') }];
    const wish = { ...schedule(story), singly };
    const made = await story.done((context) => prepareAllowance(context, wish));
    expect(made.facts).toMatchObject({
      pooled: '0.00',
      singly: [{ balance: '1000.00', reserve: '600.00' }],
      allowance: '600.00',
    });
  });

  test('takes its rolls from the months that the book has seen', async () => {
    await using story = await deskOwed1000();
    story.on('2026-08-20');
    const wish = {
      ...schedule(story),
      asOf: day('2026-08-20'),
      method: 'roll_rate' as const,
      writeOffRoll: decimal('0.40'),
      months: 2,
    };
    const made = await story.done((context) => prepareAllowance(context, wish));
    expect(made.facts.buckets.map(({ roll }) => roll)).toEqual([
      '1.0000',
      '1.0000',
      '0.0000',
      '0.0000',
      '0.4000',
    ]);
    const bare = { ...wish, writeOffRoll: null };
    expect(answerOf(await story.act((context) => prepareAllowance(context, bare)))).toBe(
      'metrics.write_off_roll_missing',
    );
    const few = { ...schedule(story), lossRates: [] };
    expect(answerOf(await story.act((context) => prepareAllowance(context, few)))).toBe(
      'metrics.rates_missing 5',
    );
  });

  test('is signed once, by somebody else', async () => {
    await using story = await deskOwed1000();
    const controller = await story.member('controller');
    const cfo = await story.member('cfo');
    const { allowanceId } = await story.done(
      (context) => prepareAllowance(context, schedule(story)),
      controller,
    );
    const wish = { allowanceId, companies: 'all', verdict: 'signed', note: '' } as const;
    const review = async (by: typeof cfo, told: Parameters<typeof reviewAllowance>[1]) =>
      answerOf(await story.act((context) => reviewAllowance(context, told), by));
    expect(await review(controller, wish)).toBe('metrics.own_allowance');
    expect(await review(cfo, { ...wish, verdict: 'sent_back' })).toBe('metrics.note_missing');
    expect(await review(cfo, { ...wish, companies: [] })).toBe('metrics.no_such_allowance');
    expect(await review(cfo, wish)).toBe('accepted');
    expect(await review(cfo, wish)).toBe('metrics.allowance_reviewed');
    const [kept] = await allowancesOf(story.db, 'all');
    expect(kept).toMatchObject({ verdict: 'signed', allowance: 5500n, before: 2000n });
  });
});

describe('a goal', () => {
  const goal = {
    memberId: null,
    teamId: null,
    month: day('2026-07-15'),
    metric: 'cash',
    variant: 'received',
    currency: 'USD',
    target: 100_000n,
  } as const;

  test('stands under the first of its month and keeps what was said before', async () => {
    await using story = await deskOwed1000();
    const wish = { ...goal, companyId: story.companyId };
    await story.done((context) => setGoal(context, wish));
    await story.done((context) => setGoal(context, { ...wish, target: null }));
    const said = await goalsOf(story.db, 'all', day('2026-07-01'));
    expect(said.map(({ target }) => target)).toEqual([null, 100_000n]);
  });

  test('of two at once, of nobody known, of no figure is refused', async () => {
    await using story = await deskOwed1000();
    const wish = { ...goal, companyId: story.companyId };
    const set = async (more: Partial<Parameters<typeof setGoal>[1]>) =>
      answerOf(await story.act((context) => setGoal(context, { ...wish, ...more })));
    const { companyId } = story;
    expect(await set({ memberId: companyId, teamId: companyId })).toBe('metrics.goal_of_whom');
    expect(await set({ memberId: companyId })).toBe('metrics.no_such_member');
    expect(await set({ variant: 'best' })).toBe('metrics.no_such_figure cash.best');
  });
});

describe('what is stated', () => {
  test('hours are somebody’s, a cost has a currency, a team is its latest word', async () => {
    await using story = await deskOwed1000();
    const { companyId } = story;
    const wish = { companyId, month: day('2026-07-01'), memberId: null, currency: null };
    const state = async (kind: 'paid_minutes' | 'department_cost') =>
      answerOf(await story.act((context) => stateFigure(context, { ...wish, kind, amount: 1n })));
    expect(await state('paid_minutes')).toBe('metrics.hours_of_whom');
    expect(await state('department_cost')).toBe('metrics.cost_currency');
    const { memberId } = await story.member('collector');
    const team = { teamId: null, companyId, name: 'East', memberIds: memberId ? [memberId] : [] };
    const { teamId } = await story.done((context) => setTeam(context, team));
    await story.done((context) => setTeam(context, { ...team, teamId, memberIds: [] }));
    expect(await teamsOf(story.db, 'all')).toMatchObject([{ name: 'East', member_ids: [] }]);
    const stranger = { ...team, memberIds: [companyId] };
    expect(answerOf(await story.act((context) => setTeam(context, stranger)))).toBe(
      'metrics.no_such_member',
    );
  });

  test('a team is changed and given goals by its own company only', async () => {
    await using story = await deskOwed1000();
    const other = await story.company('OTHER');
    const team = { teamId: null, companyId: other, name: 'East', memberIds: [] };
    const { teamId } = await story.done((context) => setTeam(context, team));
    const taken = { ...team, teamId, companyId: story.companyId, name: 'Ours now' };
    expect(answerOf(await story.act((context) => setTeam(context, taken)))).toBe(
      'metrics.no_such_team',
    );
    expect(await teamsOf(story.db, [other])).toMatchObject([{ name: 'East' }]);
    const goal = {
      companyId: story.companyId,
      memberId: null,
      teamId,
      month: day('2026-07-01'),
      metric: 'cash',
      variant: 'received',
      currency: 'USD',
      target: 1n,
    } as const;
    expect(answerOf(await story.act((context) => setGoal(context, goal)))).toBe(
      'metrics.no_such_team',
    );
    expect(
      answerOf(await story.act((context) => setGoal(context, { ...goal, companyId: other }))),
    ).toBe('accepted');
  });

  test('hours that were stated later were not known before', async () => {
    await using story = await deskOwed1000();
    const { companyId } = story;
    const { memberId } = await story.member('collector');
    if (memberId === null) throw new Error('no member');
    const capacity = { memberId, minutesADay: 480, speaks: ['en'] as const };
    await story.done((context) => setCapacity(context, capacity));
    const before = story.clock.now();
    story.on('2026-07-21');
    const hours = { companyId, memberId, currency: null, amount: 620n } as const;
    const kind = 'paid_minutes' as const;
    const month = day('2026-07-01');
    await story.done((context) => stateFigure(context, { ...hours, kind, month }));
    const minutes = async (knownAt: typeof before | null) => {
      const scope = {
        companyId,
        collectorId: memberId,
        customerId: null,
        currency: currency('USD'),
      };
      const period = { from: day('2026-07-01'), to: day('2026-07-01') };
      const question = { scope, asOf: day('2026-07-01'), knownAt, period };
      return (await partSums(story.db, question, new Set(['paid_minutes']))).get('paid_minutes');
    };
    expect(await minutes(null)).toBe(20n);
    expect(await minutes(before)).toBe(480n);
  });
});
