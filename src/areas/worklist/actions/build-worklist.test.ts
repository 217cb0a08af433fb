import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import type { ClockKind } from '#areas/clocks/rules/kinds.ts';
import { insertReceipts } from '#areas/cash/store/receipts.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { setStatus } from '#areas/customers/actions/set-status.ts';
import { settleMail } from '#areas/correspondence/actions/mailbox/settle-mail.ts';
import { makePromise } from '#areas/promises/actions/make-promise.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { deskOn, type Story, usd } from '#test/support/builders.ts';
import { boxFor, mailComes } from '#test/support/mails.ts';
import { listWork } from '../store/list.ts';
import { buildAll, freshenWorklist, rebuildAccounts } from './build-worklist.ts';

const how = { actor: { ref: 'job:test', memberId: null }, reason: 'for the test' };

/** `account: reasons`, in the order of the list. */
async function listed(desk: Story): Promise<string[]> {
  const wanted = { owner: 'all', companies: 'all', state: 'due', now: desk.clock.now() } as const;
  const reader = { memberId: null, at: desk.clock.now() };
  const page = { sort: 'rank', limit: null, reader } as const;
  const { rows } = await listWork(desk.db, wanted, page);
  return rows.map((row) => `${row.account}: ${row.kinds.join(' ')}`);
}

const bankReceipt = {
  batchId: null,
  lineId: null,
  source: 'bank',
  bankAccountId: null,
  bank: null,
  state: 'unposted',
  method: 'wire',
  payerName: 'PAID',
  payerAccount: '',
  checkNumber: '',
  reference: '',
  said: '',
  refs: [],
  remittance: [],
  statedAccount: null,
} as const;

/** An account that somebody can be reached at, with an overdue invoice. */
async function owing(desk: Story, number: string, amount: string, due: string): Promise<Id> {
  const accountId = await desk.done(async (context) => {
    const stated = [{ customerNumber: number, name: number, email: `ap@${number}.example` }];
    const source = { source: 'story' };
    const ensured = await ensureAccounts(context, desk.companyId, stated, source);
    return accept(ensured.get(number)?.accountId ?? desk.companyId);
  });
  await desk.invoice(accountId, { amount, issued: '2026-06-01', due });
  return accountId;
}

function promise(desk: Story, accountId: Id, amount: string, dueOn: string, itemIds: Id[] = []) {
  const wish = {
    accountId,
    amount: usd(amount),
    dueOn: day(dueOn),
    saidBy: 'Ms Orr',
    method: null,
    itemIds,
    supersedes: [],
    note: '',
  };
  return desk.done((context) => makePromise(context, wish, standardPromisePolicy));
}

test('the list has one row an account, the most pressing first', async () => {
  await using desk = await deskOn('2026-11-17');
  await owing(desk, 'SMALL', '40', '2026-11-01');
  await owing(desk, 'LARGE', '68000', '2026-09-13');
  await owing(desk, 'LATER', '500', '2026-12-01');
  await desk.receipt(await owing(desk, 'CREDIT', '900', '2026-12-01'), {
    amount: '120',
    on: '2026-11-10',
  });
  await desk.account('NOBODY');
  await desk.done(async (context) => accept(await buildAll(context)));
  expect(await listed(desk)).toEqual([
    'LARGE: overdue',
    'CREDIT: unapplied_cash',
    'SMALL: overdue',
  ]);
});

describe('what is not to be asked for is not asked for', () => {
  test('what the bank shows and nobody posted yet is said, and not asked for', async () => {
    await using desk = await deskOn('2026-11-17');
    const paid = await owing(desk, 'PAID', '500', '2026-10-01');
    await desk.done(async (context) => {
      const receiptId = context.newId();
      const amount = usd('500');
      const told = { ...bankReceipt, receiptId, companyId: desk.companyId, amount } as const;
      await insertReceipts(context, [{ ...told, receivedOn: context.today }]);
      await context.tx.run(sql`
        update cash.receipt_now set likely_account = ${paid} where receipt_id = ${receiptId}`);
      return accept(null);
    });
    await desk.done(async (context) => accept(await buildAll(context)));
    expect(await listed(desk)).toEqual(['PAID: unposted_cash']);
  });

  test('an account that wrote waits for an answer until it has one', async () => {
    await using desk = await deskOn('2026-11-17');
    await owing(desk, 'WROTE', '500', '2026-12-01');
    const box = await boxFor(desk, desk.companyId);
    const from = 'Kim <ap@wrote.example>';
    const { mailId } = await mailComes(desk, box, { from, subject: 'Our order', body: 'Hello.' });
    await desk.done(async (context) => accept(await buildAll(context)));
    expect(await listed(desk)).toEqual(['WROTE: reply_waiting']);
    await desk.done((context) => settleMail(context, { mailId, to: 'done' }));
    await desk.done(async (context) => accept(await buildAll(context)));
    expect(await listed(desk)).toEqual([]);
  });

  test('an item under dispute, or promised, is no reason', async () => {
    await using desk = await deskOn('2026-11-17');
    const disputed = await owing(desk, 'DISPUTED', '500', '2026-10-01');
    const promised = await owing(desk, 'PROMISED', '500', '2026-10-01');
    await desk.db.run(sql`
      insert into disputes.dispute (account_id, dispute_id, item_id, reason, effective_on,
                                    recorded_at, actor)
      select i.account_id, i.item_id, i.item_id, 'price', '2026-10-05', now(), 'job:test'
        from ledger.item_card i
       where i.account_id = ${disputed}`);
    await promise(desk, promised, '500', '2026-11-20');
    await desk.done(async (context) => accept(await buildAll(context)));
    expect(await listed(desk)).toEqual([]);
    desk.on('2026-11-20');
    await desk.done(async (context) => accept(await buildAll(context)));
    expect(await listed(desk)).toEqual(['PROMISED: promise_due']);
  });

  test('part of a promise on the account leaves the rest to ask for', async () => {
    await using desk = await deskOn('2026-11-17');
    const accountId = await owing(desk, 'PARTLY', '1000', '2026-10-01');
    await promise(desk, accountId, '400', '2026-11-20');
    await desk.done(async (context) => accept(await rebuildAccounts(context, [accountId])));
    const row = await desk.db.one(sql`
      select overdue_minor, ask_minor, buckets from worklist.account_work`);
    expect(row).toEqual({
      overdue_minor: 100_000n,
      ask_minor: 60_000n,
      buckets: ['0', '0', '100000', '0', '0', '0'],
    });
  });

  test('a bankrupt account is on nobody’s list', async () => {
    await using desk = await deskOn('2026-11-17');
    const accountId = await owing(desk, 'BANKRUPT', '1000', '2026-10-01');
    const wish = { accountId, status: 'bankrupt', effectiveOn: day('2026-11-01') } as const;
    await desk.done((context) => setStatus(context, wish));
    await desk.done(async (context) => accept(await buildAll(context)));
    expect(await listed(desk)).toEqual([]);
  });
});

test('an account that nobody can be reached at says so', async () => {
  await using desk = await deskOn('2026-11-17');
  const accountId = await desk.account('MUTE');
  await desk.invoice(accountId, { amount: '500', issued: '2026-09-01', due: '2026-10-01' });
  await desk.done(async (context) => accept(await buildAll(context)));
  expect(await listed(desk)).toEqual(['MUTE: overdue incomplete_data']);
});

test('an account that has paid leaves the list when it is placed again', async () => {
  await using desk = await deskOn('2026-11-17');
  const accountId = await owing(desk, 'PAYER', '500', '2026-10-01');
  await owing(desk, 'OTHER', '500', '2026-10-01');
  await desk.done(async (context) => accept(await buildAll(context)));
  const { item_id: itemId } = await desk.db.one(sql<{ item_id: Id }>`
    select item_id from ledger.item_card where account_id = ${accountId}`);
  await desk.receipt(accountId, { amount: '500', on: '2026-11-17', pays: [[itemId, '500']] });
  await desk.done(async (context) => accept(await rebuildAccounts(context, [accountId])));
  expect(await listed(desk)).toEqual(['OTHER: overdue']);
});

test('single accounts and the whole list can be built at once', async () => {
  await using desk = await deskOn('2026-11-17');
  const accountIds: Id[] = [];
  for (const number of ['A', 'B', 'C']) {
    accountIds.push(await owing(desk, number, '500', '2026-10-01'));
  }
  const singles = [...accountIds, ...accountIds].map((accountId) =>
    desk.done(async (context) => accept(await rebuildAccounts(context, [accountId]))),
  );
  const wholes = [1, 2].map(() => desk.done(async (context) => accept(await buildAll(context))));
  await Promise.all([...singles, ...wholes]);
  expect(await listed(desk)).toHaveLength(3);
});

test('a list of another day, or older than the book, is built anew', async () => {
  await using desk = await deskOn('2026-11-17');
  await owing(desk, 'A', '500', '2026-10-01');
  const builtAt = async (): Promise<string> => {
    await freshenWorklist(desk, how);
    const { at } = await desk.db.one(sql<{ at: string }>`
      select built_on || ' ' || built_at as at from worklist.build`);
    return at;
  };
  const first = await builtAt();
  expect(await builtAt()).toBe(first);
  await owing(desk, 'B', '500', '2026-10-01');
  const second = await builtAt();
  expect(second).not.toBe(first);
  desk.on('2026-11-18');
  expect(await builtAt()).toContain('2026-11-18');
  expect(await listed(desk)).toHaveLength(2);
});

test('a deadline of a law stands first some days ahead, our own on its day', async () => {
  await using desk = await deskOn('2026-07-20');
  const north = await owing(desk, 'NORTH', '90000', '2026-03-01');
  const south = await owing(desk, 'SOUTH', '10', '2026-09-01');
  const east = await owing(desk, 'EAST', '10', '2026-09-01');
  const start = (accountId: Id, kind: ClockKind, dueOn: string) =>
    desk.done(async (context) =>
      accept(
        await startClock(context, {
          key: `${accountId} ${kind}`,
          kind,
          companyId: desk.companyId,
          accountId,
          about: { kind: 'story', id: accountId },
          startedOn: day('2026-07-10'),
          dueOn: day(dueOn),
          source: '34 CFR 668.164(h)(2)',
          ownerId: null,
          facts: {},
        }),
      ),
    );
  await start(south, 'title_iv_14d', '2026-07-23');
  await start(east, 'complaint_answer', '2026-07-21');
  await start(north, 'title_iv_14d', '2026-07-24');
  await start(north, 'approval_expiry', '2026-07-20');
  await desk.done(async (context) => accept(await buildAll(context)));
  expect(await listed(desk)).toEqual(['SOUTH: clock_due', 'NORTH: overdue']);
  desk.on('2026-07-21');
  await desk.done(async (context) => accept(await buildAll(context)));
  expect(await listed(desk)).toEqual([
    'NORTH: clock_due overdue',
    'SOUTH: clock_due',
    'EAST: clock_due',
  ]);
  await desk.done(async (context) => {
    const key = `${south} title_iv_14d`;
    await stopClock(context, { key, how: 'met', reason: 'paid out' });
    return accept(await rebuildAccounts(context, [south]));
  });
  expect(await listed(desk)).toEqual(['NORTH: clock_due overdue', 'EAST: clock_due']);
});
