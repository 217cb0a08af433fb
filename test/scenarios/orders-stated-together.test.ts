/**
 * Order systems state fifty orders at once: they share a transaction, and each gets the answer
 * that it would get by itself, one after another.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { type Actor, type Doing, perform } from '#platform/action.ts';
import { makeLog } from '#platform/log.ts';
import { sql } from '#platform/postgres/sql.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { setLimit } from '#areas/credit/actions/set-limit.ts';
import { stateOrder } from '#areas/credit/actions/state-order.ts';
import { stateTogether } from '#areas/credit/answers/state-together.ts';
import type { SalesOrder } from '#areas/credit/store/orders.ts';
import { type Story, deskOn, usd } from '#test/support/builders.ts';
import { asked, giveLimit, limitWish } from '#test/support/credit.ts';

const names = ['NORTH', 'SOUTH', 'WEST', 'HEAD', 'BRANCH'] as const;
const orderSystem: Actor = { ref: 'job:orders', memberId: null };

/** Limits of 1,000 each and 400 owed; HEAD and BRANCH share a common limit of 1,500 as well. */
async function deskOfFive() {
  const desk = await deskOn('2026-11-20');
  const accounts = new Map<string, Id>();
  for (const name of names) {
    const told = name === 'BRANCH' ? { parent: 'HEAD' } : {};
    const accountId = await desk.account(name, told);
    await giveLimit(desk, accountId, usd('1000'));
    await desk.invoice(accountId, { amount: '400', issued: '2026-11-01' });
    accounts.set(name, accountId);
  }
  const of = (name: string): Id => accounts.get(name) ?? desk.companyId;
  const shared = { ...limitWish(desk, of('HEAD'), usd('1500')), kind: 'group' } as const;
  await desk.done((context) => setLimit(context, shared), await desk.member('controller'));
  return { desk, of };
}

type Told = {
  account: string;
  number: string;
  amount: number;
  delivered: number;
  state: 'open' | 'closed';
};

function orderOf(accountId: Id, { number, amount, delivered, state }: Told): SalesOrder {
  const amounts = { amount: BigInt(amount), delivered: BigInt(delivered), invoiced: 0n, state };
  return { accountId, number, orderedOn: day('2026-11-20'), currency: currency('USD'), ...amounts };
}

function doingOf(wish: SalesOrder, more: Partial<Doing> = {}): Doing {
  const { accountId, number, amount } = wish;
  const reason = `order ${number}`;
  const input = { number, amount };
  return { action: 'credit.state_order', actor: orderSystem, reason, input, accountId, ...more };
}

function plain(number: string, amount = 10_000): Told {
  return { account: '', number, amount, delivered: 0, state: 'open' };
}

/** What is answered, without what differs from desk to desk. */
function said(outcome: Outcome<{ answer: { orderId: Id } }, string>): unknown {
  if (!outcome.ok) return outcome;
  const { orderId: _, ...answer } = outcome.value.answer;
  return answer;
}

const auditRows = sql<{ actor: string; why: string }>`
  select actor, personal->>'reason' as why
    from platform.audit
   where action = 'credit.state_order'
   order by personal->>'reason'`;

const cents = fc.integer({ min: -100, max: 90_000 });
const told = fc.record({
  account: fc.constantFrom(...names),
  number: fc.constantFrom('O1', 'O2', 'O3'),
  amount: cents,
  delivered: fc.constantFrom(0, 0, 5000),
  state: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
});

describe('orders stated together', () => {
  test('are answered as one after another, and as a fresh computation would', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(told, { minLength: 6, maxLength: 16 }), async (story) => {
        const one = await deskOfFive();
        await using alone = one.desk;
        const many = await deskOfFive();
        await using busy = many.desk;
        // Two of one family are judged as they come to their common limit: told below.
        const apart = story.filter(({ account }) => account !== 'BRANCH');
        const inTurn: unknown[] = [];
        for (const each of apart) {
          const wish = orderOf(one.of(each.account), each);
          const done = await perform(alone, doingOf(wish), (context) => stateOrder(context, wish));
          inTurn.push(said(done));
        }
        const together = await Promise.all(
          apart.map(async (each) => {
            const wish = orderOf(many.of(each.account), each);
            return said(await stateTogether(busy, { doing: doingOf(wish), wish }));
          }),
        );
        expect(together).toEqual(inTurn);
        for (const name of names) {
          const fresh = await exposureFromFacts(busy, many.of(name));
          const answer = await asked(busy, many.of(name), '1');
          expect(answer.figures?.exposure).toBe(fresh);
        }
      }),
      { numRuns: 3, seed: 20_261_120 },
    );
  }, 240_000);

  test('share one transaction', async () => {
    const { desk, of } = await deskOfFive();
    await using _ = desk;
    await Promise.all(
      ['NORTH', 'SOUTH', 'WEST'].map(async (name) => {
        const wish = orderOf(of(name), plain('O1'));
        return stateTogether(desk, { doing: doingOf(wish), wish });
      }),
    );
    // The first finds nobody to travel with; the two that came meanwhile travel together.
    const { commits } = await desk.db.one(sql<{ commits: number }>`
      select count(distinct xmin::text)::integer as commits
        from platform.audit
       where action = 'credit.state_order'`);
    expect(commits).toBe(2);
  });

  test('of one family never share the rest of their common limit', async () => {
    const { desk, of } = await deskOfFive();
    await using _ = desk;
    const answers = await Promise.all(
      ['NORTH', 'HEAD', 'BRANCH', 'SOUTH'].map(async (name) => {
        const wish = orderOf(of(name), plain('O1', 50_000));
        return stateTogether(desk, { doing: doingOf(wish), wish });
      }),
    );
    const verdicts = answers.map((each) => (each.ok ? each.value.answer.verdict : each.refusal));
    expect([verdicts[0], verdicts[3]]).toEqual(['approved', 'approved']);
    expect(new Set([verdicts[1], verdicts[2]])).toEqual(new Set(['approved', 'held']));
  });

  test('keep their own audit rows, and one with a known key is answered as before', async () => {
    const { desk, of } = await deskOfFive();
    await using _ = desk;
    const state = (name: string, number: string, amount: number, key: string) => {
      const wish = orderOf(of(name), plain(number, amount));
      return stateTogether(desk, { doing: doingOf(wish, { key }), wish });
    };
    const [first, refused, twice, reused] = await Promise.all([
      state('NORTH', 'O1', 10_000, 'k-1'),
      state('SOUTH', 'O2', -5, 'k-2'),
      state('NORTH', 'O1', 10_000, 'k-1'),
      state('WEST', 'O3', 10_000, 'k-1'),
    ]);
    expect(first).toMatchObject({ ok: true, value: { repeated: false } });
    expect(refused).toMatchObject({ ok: false, refusal: 'credit.amount_negative' });
    expect(twice).toMatchObject({ ok: true, value: { repeated: true } });
    expect(reused).toMatchObject({ ok: false, refusal: 'idempotency.key_used_otherwise' });
    expect(said(twice)).toEqual(said(first));
    expect(await desk.db.all(auditRows)).toEqual([{ actor: 'job:orders', why: 'order O1' }]);
  });

  test('that cannot be written fail alone', async () => {
    const { desk, of } = await deskOfFive();
    await using _ = desk;
    const lines: string[] = [];
    const logging = { ...desk, log: makeLog('warn', (line) => lines.push(line)) };
    // A mark that no text of the database can hold.
    const numbers = ['O1', 'O\u0000', 'O3'];
    const answers = await Promise.allSettled(
      ['NORTH', 'SOUTH', 'WEST'].map((name, at) => {
        const wish = orderOf(of(name), plain(numbers[at] ?? ''));
        return stateTogether(logging, { doing: doingOf(wish), wish });
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'a round of orders broke',
      orders: 2,
      err: { message: expect.stringContaining('0x00') },
    });
    expect(await desk.db.all(auditRows)).toHaveLength(2);
  });

  test('do not wait for an account that somebody else holds', async () => {
    const { desk, of } = await deskOfFive();
    await using _ = desk;
    const state = (name: string) => {
      const wish = orderOf(of(name), plain('O1'));
      return stateTogether(desk, { doing: doingOf(wish), wish });
    };
    const waiting = await desk.db.transaction(async (tx) => {
      await lockAccount(tx, of('SOUTH'));
      const south = state('SOUTH');
      const others = await Promise.all([state('NORTH'), state('WEST')]);
      expect(others.map(({ ok }) => ok)).toEqual([true, true]);
      return { south };
    });
    expect(await waiting.south).toMatchObject({ ok: true });
  });
});

/** Open items less credits and the orders that take credit, nothing of them invoiced yet. */
async function exposureFromFacts({ db }: Story, accountId: Id): Promise<string> {
  const row = await db.one(sql<{ total: string }>`
    select to_char((coalesce((select sum(b.open_minor)
                                from ledger.item_balance b
                               where b.account_id = ${accountId}), 0)
                    + coalesce((select sum(case o.state
                                             when 'open'
                                             then greatest(o.amount_minor, o.delivered_minor)
                                             else o.delivered_minor end)
                                  from credit.sales_order o
                                 where o.account_id = ${accountId}
                                   and o.verdict is distinct from 'held'), 0)) / 100.0,
                   'FM999999990.00') as total`);
  return row.total;
}
