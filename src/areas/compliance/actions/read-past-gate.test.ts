import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { deskOn } from '#test/support/builders.ts';
import { intend, reachable } from '#test/support/gate.ts';
import { type PastQuestion, reasonsThen } from '../rules/past-gate.ts';
import { readPastGate } from './read-past-gate.ts';
import { recordOptOut } from './record-consent.ts';

const debt = {
  itemId: id('00000000-0000-7000-8000-000000000001'),
  currency: 'USD',
  open: 60_000n,
  dueOn: day('2026-04-01'),
  disputed: 0n,
};
const business = { debts: [debt], credits: [], unposted: [], promises: [], mails: [] };

test('a contact of a past day is held against what stood on that day', async () => {
  await using desk = await deskOn('2026-04-01');
  const account = await desk.account('NORTH');
  const contactId = await reachable(desk, account);
  desk.on('2026-04-15');
  const said = { accountId: account, contactId, address: '', scope: 'channel' } as const;
  await desk.done((context) =>
    recordOptOut(context, { ...said, channel: 'email', source: 'mail', evidence: 'no more' }),
  );
  const gate = await readPastGate(desk.db, [account], {
    from: instant('2026-04-01T10:00:00Z'),
    today: desk.clock.today(),
  });
  const email = { contactId, channel: 'email', address: 'ann@north.example' } as const;
  const ask = (on: string, told: Partial<PastQuestion> = {}) =>
    reasonsThen(gate, {
      intended: intend(account, email),
      on: day(on),
      at: instant(`${on}T15:00:00Z`),
      holds: [],
      business: { ...business, status: 'open' },
      contacts: [],
      ...told,
    }).map((reason) => reason.id);
  expect(ask('2026-04-10')).toEqual([]);
  expect(ask('2026-04-16').length).toBeGreaterThan(0);
  const attorney = { kind: 'attorney', startsOn: day('2026-04-08'), endsOn: null } as const;
  expect(ask('2026-04-10', { holds: [attorney] }).length).toBeGreaterThan(0);
  const plan = { ...business, status: 'plan' };
  expect(ask('2026-04-10', { business: plan })).toContain('FACT.PLAN');
  const unposted = [{ currency: 'USD', amount: 60_000n }];
  const paid = { ...business, unposted, status: 'open' };
  expect(ask('2026-04-10', { business: paid })).toContain('FACT.CASH_SEEN');
  expect(() => ask('2026-04-10', { intended: intend(id(debt.itemId), email) })).toThrow(RangeError);
});
