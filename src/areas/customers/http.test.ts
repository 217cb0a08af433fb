import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Context, perform } from '#platform/action.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { postReceipt } from '#areas/ledger/actions/post-receipt.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { type DocumentTold, documentWish, receiptWish } from '#test/support/builders.ts';
import { type Browser, openDesk, type TestDesk } from '#test/support/http-desk.ts';
import type { StatedAccount } from './rules/stated-account.ts';
import { ensureAccounts } from './index.ts';

async function book(desk: TestDesk, work: (context: Context) => Promise<unknown>): Promise<void> {
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  accepted(await perform(desk, doing, async (context) => accept((await work(context)) ?? null)));
}

async function account(desk: TestDesk, companyId: Id, stated: StatedAccount): Promise<Id> {
  const found: Id[] = [];
  await book(desk, async (context) => {
    const ensured = await ensureAccounts(context, companyId, [stated], { source: 'test' });
    found.push(...[...ensured.values()].map((each) => each.accountId));
  });
  const [accountId] = found;
  if (accountId === undefined) throw new Error('no account');
  return accountId;
}

async function invoice(desk: TestDesk, accountId: Id, told: DocumentTold): Promise<Id> {
  const items: Id[] = [];
  await book(desk, async (context) => {
    const posted = accepted(await postItem(context, documentWish(accountId, 'invoice', told)));
    items.push(...posted.itemIds);
  });
  const [itemId] = items;
  if (itemId === undefined) throw new Error('no item');
  return itemId;
}

async function pay(desk: TestDesk, accountId: Id, itemId: Id, amount: string, on: string) {
  const wish = receiptWish(accountId, { amount, on, pays: [[itemId, amount]] });
  await book(desk, (context) => postReceipt(context, wish, standardPolicy).then(accepted));
}

/** A company with Solar Textiles, three invoices of which one is paid, and a senior. */
async function deskWithSolar() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const solar = await account(desk, companyId, {
    customerNumber: 'C-10442',
    name: 'Solár Textiles',
    city: 'Austin',
    state: 'TX',
    termsCode: 'NET30',
    openedOn: day('2019-04-01'),
    email: 'ap@solar.example',
    phone: '+1 (512) 555-0142',
  });
  await invoice(desk, solar, { amount: '1250.10', issued: '2026-10-01', number: 'INV-4471' });
  await invoice(desk, solar, { amount: '300', issued: '2026-11-10', number: 'INV-4490' });
  const paid = await invoice(desk, solar, {
    amount: '75',
    issued: '2026-08-01',
    number: 'INV-4300',
  });
  await pay(desk, solar, paid, '75', '2026-09-10');
  const rosa = await desk.signIn(await desk.member('manager'));
  return { ...desk, companyId, solar, rosa };
}

const page = (accountId: Id): string => `/api/v1/accounts/${accountId}`;

describe('the account page', () => {
  test('says who owes what and how they pay', async () => {
    await using desk = await deskWithSolar();
    const { status, body } = await desk.rosa.get(page(desk.solar));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      number: 'C-10442',
      name: 'Solár Textiles',
      company: { code: 'ACME', baseCurrency: 'USD' },
      customer: { number: 'C-10442' },
      terms: 'NET30',
      status: { status: 'open', since: '2019-04-01' },
      contacts: [{ email: 'ap@solar.example', role: 'accounts_payable', verifiedOn: null }],
      asOf: '2026-11-20',
      bucketLabels: ['not_due', '1-30', '31-60', '61-90', '91-120', '121+'],
      balances: [
        {
          currency: 'USD',
          buckets: ['300.00', '1250.10', '0.00', '0.00', '0.00', '0.00'],
          balance: '1550.10',
          overdue: '1250.10',
          notDue: '300.00',
          inFlight: '0.00',
          collectable: '1250.10',
        },
      ],
      promisesKept: { kept: 0, due: 0 },
    });
    // Due on 31 August, paid on 10 September.
    expect(body).toMatchObject({
      payments: expect.arrayContaining([
        { month: '2026-09', daysLate: 10 },
        { month: '2026-10', daysLate: null },
      ]),
    });
  });

  test('as of an earlier day shows what was open then', async () => {
    await using desk = await deskWithSolar();
    const { body } = await desk.rosa.get(`${page(desk.solar)}?asOf=2026-09-05`);
    expect(body).toMatchObject({
      asOf: '2026-09-05',
      balances: [{ buckets: ['0.00', '75.00', '0.00', '0.00', '0.00', '0.00'] }],
    });
  });

  test('of another company is not there', async () => {
    await using desk = await deskWithSolar();
    await desk.company('OTHER');
    const limited = await desk.signIn(await desk.member('manager', { companies: ['OTHER'] }));
    for (const path of ['', '/timeline', '/status']) {
      expect(await limited.get(`${page(desk.solar)}${path}`)).toMatchObject({ status: 404 });
    }
    const note = await limited.send('POST', `${page(desk.solar)}/notes`, { text: 'x' });
    expect(note.status).toBe(404);
    expect(await search(limited, 'solar')).toEqual([]);
  });

  test('that is not there answers so', async () => {
    await using desk = await deskWithSolar();
    expect(await desk.rosa.get(page(desk.companyId))).toMatchObject({
      status: 404,
      body: { code: 'customers.no_such_account', detail: 'There is no such account.' },
    });
  });
});

async function search(person: Browser, q: string): Promise<unknown[]> {
  const { body } = await person.get(`/api/v1/accounts?q=${encodeURIComponent(q)}`);
  // The answer's shape is the contract's, which the server checks.
  const { rows } = body as { rows: { number: string; match: string | null }[] };
  return rows.map(({ number, match }) => (match === null ? number : `${number} by ${match}`));
}

describe('the search', () => {
  test('finds an account by whatever is at hand', async () => {
    await using desk = await deskWithSolar();
    await account(desk, desk.companyId, { customerNumber: 'C-20000', name: 'Winston' });
    const { rosa } = desk;
    expect(await search(rosa, 'c-104')).toEqual(['C-10442']);
    expect(await search(rosa, 'solar')).toEqual(['C-10442']);
    expect(await search(rosa, 'text')).toEqual(['C-10442']);
    expect(await search(rosa, 'inv-4471')).toEqual(['C-10442 by INV-4471']);
    expect(await search(rosa, '4490')).toEqual(['C-10442 by INV-4490']);
    expect(await search(rosa, '=1,250.10')).toEqual(['C-10442 by INV-4471']);
    expect(await search(rosa, '=75')).toEqual(['C-10442 by INV-4300']);
    expect(await search(rosa, 'ap@solar')).toEqual(['C-10442 by ap@solar.example']);
    expect(await search(rosa, '512 555 0142')).toEqual(['C-10442 by +1 (512) 555-0142']);
    expect(await search(rosa, '%')).toEqual([]);
    expect(await search(rosa, '')).toEqual(['C-10442', 'C-20000']);
  });

  test('pages through a list and says how many there are', async () => {
    await using desk = await deskWithSolar();
    for (const number of ['A', 'B', 'C', 'D']) {
      await account(desk, desk.companyId, { customerNumber: number, name: `Same ${number}` });
    }
    const first = await desk.rosa.get('/api/v1/accounts?q=same&limit=3');
    expect(first.body).toMatchObject({ count: 4, rows: [{}, {}, {}] });
    // As above.
    const { nextCursor } = first.body as { nextCursor: string };
    const second = await desk.rosa.get(`/api/v1/accounts?q=same&limit=3&cursor=${nextCursor}`);
    expect(second.body).toMatchObject({ rows: [{ number: 'D' }], nextCursor: null });
    const other = await desk.rosa.get(`/api/v1/accounts?q=other&cursor=${nextCursor}`);
    expect(other).toMatchObject({ status: 400, body: { code: 'page.bad_cursor' } });
  });
});

describe('the timeline', () => {
  test('joins notes and postings, newest day first, and pages', async () => {
    await using desk = await deskWithSolar();
    await desk.rosa.send('POST', `${page(desk.solar)}/notes`, { text: 'Call after ten.' });
    const whole = await desk.rosa.get(`${page(desk.solar)}/timeline`);
    expect(whole.body).toMatchObject({
      count: 5,
      nextCursor: null,
      rows: [
        { kind: 'note', on: '2026-11-20', text: 'Call after ten.', actor: 'The manager' },
        { kind: 'posting', phrase: 'activity.posted_invoice', facts: { document: 'INV-4490' } },
        { facts: { document: 'INV-4471', amount: '1250.10', currency: 'USD' } },
        { phrase: 'activity.posted_receipt', on: '2026-09-10', facts: { amount: '75.00' } },
        { facts: { document: 'INV-4300' } },
      ],
    });
    const first = await desk.rosa.get(`${page(desk.solar)}/timeline?limit=2`);
    // As above.
    const { nextCursor } = first.body as { nextCursor: string };
    const rest = await desk.rosa.get(`${page(desk.solar)}/timeline?limit=2&cursor=${nextCursor}`);
    expect(rest.body).toMatchObject({ rows: [{ on: '2026-10-01' }, { on: '2026-09-10' }] });
    const notes = await desk.rosa.get(`${page(desk.solar)}/timeline?kind=note`);
    expect(notes.body).toMatchObject({ count: 1 });
  });
});

describe('what people change', () => {
  test('shows on the page: contact, status, owner', async () => {
    await using desk = await deskWithSolar();
    const { rosa, solar } = desk;
    const contact = { role: 'owner', name: 'Ms Orr', email: null, phone: '+1 512 555 9999' };
    const saved = await rosa.send('POST', `${page(solar)}/contacts`, {
      ...contact,
      language: 'es',
      zone: null,
      verified: true,
    });
    expect(saved.status).toBe(200);
    const collector = await desk.member('collector');
    const status = { status: 'hold', reason: 'Order 17 is late', effectiveOn: '2026-11-01' };
    await rosa.send('POST', `${page(solar)}/status`, status);
    const owner = { memberId: collector.memberId, reason: 'New portfolio' };
    await rosa.send('POST', `${page(solar)}/owner`, owner);

    expect((await rosa.get(page(solar))).body).toMatchObject({
      status: { status: 'hold', reason: 'Order 17 is late', since: '2026-11-01' },
      owner: { memberId: collector.memberId, name: 'The collector' },
      contacts: [{}, { name: 'Ms Orr', verifiedOn: '2026-11-20', language: 'es' }],
    });
    // The answer of a saved contact.
    const { contactId } = saved.body as { contactId: string };
    await rosa.send('DELETE', `${page(solar)}/contacts/${contactId}`);
    expect((await rosa.get(`${page(solar)}/status`)).body).toMatchObject({
      rows: [{ status: 'hold', actor: 'The manager' }],
    });
    expect((await rosa.get(page(solar))).body).toMatchObject({
      contacts: [{ role: 'accounts_payable' }],
    });
  });

  test('a refusal is said in words', async () => {
    await using desk = await deskWithSolar();
    const answer = await desk.rosa.send('POST', `${page(desk.solar)}/status`, {
      status: 'hold',
      reason: 'x',
      effectiveOn: '2026-12-01',
    });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'customers.status_in_future',
        detail:
          'A status holds from today (Nov 20, 2026) or from a day before, not from Dec 1, 2026.',
      },
    });
  });
});
