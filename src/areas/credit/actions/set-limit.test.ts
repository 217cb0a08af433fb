import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import type { Actor } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { approvalCommands } from '#areas/approvals/commands.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { asked, placeOrder } from '#test/support/credit.ts';
import { type SetLimit, askLimit, limitGranted, limitRefused, setLimit } from './set-limit.ts';

async function deskOfLimits() {
  const desk = await deskOn('2026-11-20');
  const north = await desk.account('NORTH');
  const controller = await desk.member('controller');
  const wish = (part: Partial<SetLimit>): SetLimit => ({
    accountId: north,
    kind: 'standing',
    amount: usd('10000'),
    currency: currency('USD'),
    fromOn: day('2026-11-20'),
    untilOn: null,
    reviewOn: null,
    insurer: null,
    policyNumber: null,
    forDelinquency: false,
    ...part,
  });
  const set = (part: Partial<SetLimit>, actor: Actor = controller) =>
    desk.act((context) => setLimit(context, wish(part)), actor);
  return { desk, north, controller, wish, set };
}

const clocks = sql`select kind, due_on, state, source from clocks.clock_card order by kind, due_on`;

describe('a limit', () => {
  test('is set within one’s authority, with its end and its review as clocks', async () => {
    const { desk, north, set } = await deskOfLimits();
    await using _ = desk;
    await set({ untilOn: day('2027-06-30'), reviewOn: day('2027-05-01') });
    expect((await asked(desk, north, '10000')).verdict).toBe('approved');
    expect((await asked(desk, north, '10000.01')).verdict).toBe('held');
    expect(await desk.db.all(clocks)).toMatchObject([
      { kind: 'credit_limit_expiry', due_on: '2027-06-30', state: 'running' },
      { kind: 'credit_review', due_on: '2027-05-01', state: 'running' },
    ]);
    await set({ amount: usd('20000') });
    expect(await desk.db.all(clocks)).toMatchObject([{ state: 'met' }, { state: 'met' }]);
    expect((await asked(desk, north, '20000')).verdict).toBe('approved');
  });

  test('beyond it is asked for and done once it is granted', async () => {
    const { desk, north, controller, wish, set } = await deskOfLimits();
    await using _ = desk;
    const much = { amount: usd('150000') };
    expect(answerOf(await set(much))).toContain('credit.limit_beyond_authority');
    const { requestId } = await desk.done(
      (context) => askLimit(context, { ...wish(much), evidence: 'balance sheet 2025' }),
      controller,
    );
    const cfo = await desk.member('cfo');
    const grant = (actor: Actor) =>
      desk.act(
        (context) => decideRequest(context, { requestId, said: 'yes', companies: 'all' }),
        actor,
      );
    expect(answerOf(await grant(controller))).toContain('approvals.own_request');
    await grant(cfo);
    expect(await desk.done((context) => limitGranted(context, requestId))).toEqual({ done: true });
    expect((await asked(desk, north, '150000')).verdict).toBe('approved');
  });

  test('of nobody’s authority is nobody’s: a collector may not set one', async () => {
    const { desk, set } = await deskOfLimits();
    await using _ = desk;
    const rosa = await desk.member('collector');
    expect(answerOf(await set({}, rosa))).toContain('credit.limit_beyond_authority');
  });

  test('that is cut is told to the customer in thirty days, unless it is behind', async () => {
    const { desk, set } = await deskOfLimits();
    await using _ = desk;
    await set({});
    expect(await set({ amount: usd('5000') })).toMatchObject({
      value: { noticeBy: '2026-12-20' },
    });
    expect(await desk.db.all(clocks)).toMatchObject([
      { kind: 'adverse_action', due_on: '2026-12-20', source: '12 CFR 1002.9(a)(3)(ii)' },
    ]);
    expect(await set({ amount: usd('1000'), forDelinquency: true })).toMatchObject({
      value: { noticeBy: null },
    });
  });

  test('that was asked for and refused is told too', async () => {
    const { desk, north, controller } = await deskOfLimits();
    await using _ = desk;
    const at = { requestId: north, accountId: north };
    const told = await desk.done((context) => limitRefused(context, at), controller);
    expect(told).toEqual({ noticeBy: '2026-12-20' });
  });

  test('for a time counts while it runs', async () => {
    const { desk, north, set } = await deskOfLimits();
    await using _ = desk;
    await set({});
    await set({ kind: 'temporary', amount: usd('11000'), untilOn: day('2026-11-26') });
    expect((await asked(desk, north, '11000')).verdict).toBe('approved');
    desk.on('2026-11-27');
    expect((await asked(desk, north, '11000')).verdict).toBe('held');
  });

  test('a little more for a week is anybody’s once in thirty days', async () => {
    const { desk, north, set } = await deskOfLimits();
    await using _ = desk;
    await set({ amount: usd('100000') });
    const maya = await desk.member('manager');
    const more = (from: string, to: string, amount = '110000') => {
      desk.on(from);
      const days = { fromOn: day(from), untilOn: day(to) };
      return set({ kind: 'temporary', amount: usd(amount), ...days }, maya);
    };
    const beyond = 'credit.limit_beyond_authority';
    expect(answerOf(await more('2026-11-20', '2026-11-26', '110000.01'))).toContain(beyond);
    expect(answerOf(await more('2026-11-20', '2026-11-26'))).toBe('accepted');
    expect(answerOf(await more('2026-11-27', '2026-12-03'))).toContain(beyond);
    expect((await asked(desk, north, '100000.01')).verdict).toBe('held');
    expect(answerOf(await more('2026-12-26', '2026-12-31'))).toContain(beyond);
    expect(answerOf(await more('2026-12-27', '2026-12-31'))).toBe('accepted');
  });

  test.each(['standing', 'group'] as const)(
    'that is %s and is taken away takes who may give any, and a second person',
    async (kind) => {
      const { desk, north, wish, set } = await deskOfLimits();
      await using _ = desk;
      await set({ kind });
      const [omar, second] = [await desk.member('cfo'), await desk.member('cfo')];
      const maya = await desk.member('manager');
      const none = { kind, amount: null };
      for (const who of [maya, omar]) {
        expect(answerOf(await set(none, who))).toBe('credit.no_limit_beyond_authority cfo');
      }
      expect((await asked(desk, north, '10000.01')).verdict).toBe('held');
      const { requestId } = await desk.done(
        (context) => askLimit(context, { ...wish(none), evidence: '' }),
        maya,
      );
      const { out } = await runCommand(approvalCommands, 'approvals', desk, []);
      expect(out).toContain('No credit limit any more for ');
      for (const who of [omar, second]) {
        const say = { requestId, said: 'yes', companies: 'all' } as const;
        expect(await desk.done((context) => limitGranted(context, requestId))).toEqual({
          done: false,
        });
        await desk.done((context) => decideRequest(context, say), who);
      }
      expect(await desk.done((context) => limitGranted(context, requestId))).toEqual({
        done: true,
      });
      expect((await asked(desk, north, '10000.01')).verdict).toBe('approved');
    },
  );

  test('that expired stops new orders', async () => {
    const { desk, north, set } = await deskOfLimits();
    await using _ = desk;
    await set({ untilOn: day('2026-11-25') });
    desk.on('2026-11-26');
    expect((await asked(desk, north, '1')).reasons).toMatchObject([{ reason: 'limit_expired' }]);
  });

  test('of a family holds a child’s order by what its sister owes, each account once', async () => {
    const { desk, north, set } = await deskOfLimits();
    await using _ = desk;
    const south = await desk.account('SOUTH', { parent: 'NORTH' });
    const west = await desk.account('WEST', { parent: 'NORTH' });
    await set({ kind: 'group', amount: usd('1000') });
    await desk.invoice(west, { amount: '600', issued: '2026-11-01' });
    await placeOrder(desk, north, 'N1', { amount: '100' });
    expect((await asked(desk, south, '300')).verdict).toBe('approved');
    expect((await asked(desk, south, '300.01')).reasons).toMatchObject([
      { reason: 'group_over_limit', facts: { exposure: '1000.01' } },
    ]);
  });
});
