import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency, money } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn, type Story } from '#test/support/builders.ts';
import { addMember } from '#areas/team/index.ts';
import type { StatedAccount } from '../rules/stated-account.ts';
import { type EnsuredAccount, ensureAccounts } from './ensure-accounts.ts';

let desk: Story & { ann: Id };

beforeAll(async () => {
  const story = await deskOn('2026-11-20');
  const [ann] = await Promise.all(['Ann', 'Ben'].map((name) => collector(story, name)));
  desk = { ...story, ann: ann ?? story.companyId };
});
afterAll(() => desk[Symbol.asyncDispose]());

async function collector(story: Story, name: string): Promise<Id> {
  const email = `${name.toLowerCase()}@desk.example`;
  const wish = { name, email, language: 'en', roles: ['collector'], companies: [] } as const;
  return (await story.done((context) => addMember(context, wish, 'all'))).memberId;
}

const usd = (minor: bigint) => money(minor, currency('USD'));

function ensure(
  stated: readonly StatedAccount[],
  companyId: Id = desk.companyId,
  source = 'sap',
): Promise<Map<string, EnsuredAccount>> {
  return desk.done(async (context) =>
    accept(await ensureAccounts(context, companyId, stated, { source })),
  );
}

async function account(accountId: Id) {
  return desk.db.one(sql<Record<string, unknown>>`
    select a.number, a.terms_code, a.opened_on, a.kind, c.name, c.city, n.owner_id, n.limit_minor,
           n.limit_currency, n.status
      from customers.account a
      join customers.customer c on c.customer_id = a.customer_id
      join customers.account_now n on n.account_id = a.account_id
      join ledger.account l on l.account_id = a.account_id
     where a.account_id = ${accountId}`);
}

describe('accounts that a file speaks of', () => {
  test('are made with everything the file states', async () => {
    const ensured = await ensure([
      {
        customerNumber: 'C1',
        name: 'Solar Textiles',
        city: 'Dallas',
        termsCode: 'NET30',
        openedOn: day('2019-04-01'),
        email: 'ap@solar.example',
        creditLimit: usd(1_250_000n),
        ownerEmail: 'Ann@desk.example',
      },
    ]);
    const solar = ensured.get('C1');
    expect(solar).toMatchObject({ created: true, unresolved: [] });
    expect(await account(solar?.accountId ?? desk.ann)).toEqual({
      number: 'C1',
      terms_code: 'NET30',
      opened_on: '2019-04-01',
      kind: 'trade',
      name: 'Solar Textiles',
      city: 'Dallas',
      owner_id: desk.ann,
      limit_minor: 1_250_000n,
      limit_currency: 'USD',
      status: 'open',
    });
  });

  test('are found again, and only what is stated changes', async () => {
    const [first] = (
      await ensure([{ customerNumber: 'C2', name: 'Winston', city: 'Denver' }])
    ).values();
    const [again] = (
      await ensure([{ customerNumber: 'C2', name: 'C2', termsCode: 'NET45' }])
    ).values();
    expect(again).toEqual({ ...first, created: false });
    expect(await account(again?.accountId ?? desk.ann)).toMatchObject({
      name: 'Winston',
      city: 'Denver',
      terms_code: 'NET45',
    });
  });

  test('stating the same twice records no fact twice', async () => {
    const stated = [
      { customerNumber: 'C3', name: 'Orr', creditLimit: usd(100n), ownerEmail: 'ben@desk.example' },
    ];
    const [orr] = (await ensure(stated)).values();
    await ensure(stated);
    const facts = await desk.db.one(sql<{ limits: bigint; owners: bigint }>`
      select (select count(*)
                from customers.limit_fact
               where account_id = ${orr?.accountId}) as limits,
             (select count(*)
                from customers.owner_fact
               where account_id = ${orr?.accountId}) as owners`);
    expect(facts).toEqual({ limits: 1n, owners: 1n });
  });

  test('keep their history when a limit changes later', async () => {
    const [acme] = (
      await ensure([{ customerNumber: 'C4', name: 'Acme', creditLimit: usd(100n) }])
    ).values();
    await ensure([{ customerNumber: 'C4', name: 'Acme', creditLimit: null }]);
    const facts = await desk.db.all(sql`
      select effective_on, limit_minor
        from customers.limit_fact
       where account_id = ${acme?.accountId}
       order by effective_on`);
    expect(facts).toEqual([
      { effective_on: '1900-01-01', limit_minor: 100n },
      { effective_on: '2026-11-20', limit_minor: null },
    ]);
  });
});

test('a customer of one source and number is one customer in every company', async () => {
  const other = await desk.company('OTHER');
  const [here] = (await ensure([{ customerNumber: 'C5', name: 'Both' }])).values();
  const [there] = (await ensure([{ customerNumber: 'C5', name: 'Both' }], other)).values();
  const [stranger] = (
    await ensure([{ customerNumber: 'C5', name: 'Not them' }], other, 'ibm')
  ).values();
  expect(there).toMatchObject({ customerId: here?.customerId, created: true });
  expect(there?.accountId).not.toBe(here?.accountId);
  expect(stranger?.accountId).toBe(there?.accountId);
});

test('parents and payers of the same file are related, wherever their line stands', async () => {
  const ensured = await ensure([
    { customerNumber: 'K1', name: 'Child', parentNumber: 'P1', payerNumber: 'P1' },
    { customerNumber: 'P1', name: 'Parent', parentNumber: null, payerNumber: 'P1' },
    {
      customerNumber: 'K2',
      name: 'Orphan',
      parentNumber: 'nobody',
      ownerEmail: 'nobody@x.example',
    },
  ]);
  const relations = await desk.db.all(sql`
    select kind, other_id
      from customers.relation
     where customer_id = any(${[...ensured.values()].map((each) => each.customerId)})
     order by kind`);
  const parent = ensured.get('P1')?.customerId;
  expect(relations).toEqual([
    { kind: 'parent', other_id: parent },
    { kind: 'payer', other_id: parent },
  ]);
  expect(ensured.get('K2')?.unresolved).toEqual(['parent', 'owner']);
});

test('a file’s e-mail replaces the old one, which takes its verification with it', async () => {
  const [ensured] = (
    await ensure([{ customerNumber: 'M1', name: 'M', email: 'a@m.example' }])
  ).values();
  await desk.db.run(sql`
    update customers.contact
       set verified_on = '2026-01-01'
     where customer_id = ${ensured?.customerId}`);
  await ensure([{ customerNumber: 'M1', name: 'M', email: 'b@m.example' }]);
  const contacts = await desk.db.all(sql`
    select email, verified_on from customers.contact where customer_id = ${ensured?.customerId}`);
  expect(contacts).toEqual([{ email: 'b@m.example', verified_on: null }]);
});

test('ten thousand accounts are ensured at once', async () => {
  const company = await desk.company('LARGE');
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    customerNumber: `L${index}`,
    name: `Customer ${index}`,
    email: `ap@c${index}.example`,
    parentNumber: index % 7 === 1 ? `L${index - 1}` : null,
    payerNumber: `L${index}`,
    creditLimit: usd(BigInt(index) * 100n),
    ownerEmail: index % 2 === 0 ? 'ann@desk.example' : 'ben@desk.example',
  }));
  expect((await ensure(many, company)).size).toBe(10_000);
});
