import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import type { Story } from '#test/support/builders.ts';
import { type Answer, type Browser, openDesk, type TestDesk } from '#test/support/http-desk.ts';
import { signMonth } from '#test/support/signed-months.ts';

const why = { reason: 'for the test' };

/** A company with two accounts; today is 2026-11-20. */
async function deskWithBooks() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const [north, south] = await openAccounts(desk, companyId, ['NORTH', 'SOUTH']);
  if (!north || !south) throw new Error('two accounts were expected');
  const poster = await desk.signIn(await desk.member('poster'));
  const manager = await desk.signIn(await desk.member('manager'));
  const controller = await desk.signIn(await desk.member('controller'));
  const at = (accountId: Id, rest = '') => `/api/v1/accounts/${accountId}/${rest}`;
  const invoice = (number: string, amount: string, dueOn = '2026-10-31'): Promise<string> =>
    manager
      .send('POST', at(north, 'documents'), {
        kind: 'invoice',
        number,
        issuedOn: '2026-10-01',
        currency: 'USD',
        net: amount,
        dues: [{ dueOn, amount }],
        ...why,
      })
      .then((answer) => itemOf(answer));
  const doing = { action: 'test.sign', actor: { ref: 'job:test', memberId: null }, reason: 'x' };
  const done: Story['done'] = async (work) =>
    accepted(await perform(desk, { ...doing, input: null }, work)).answer;
  const inState = (accountId: Id, state: string) =>
    done(async ({ tx }) => {
      await tx.run(sql`
        update customers.customer
           set state = ${state}, country = 'US'
         where customer_id in (select customer_id
                                 from customers.account
                                where account_id = ${accountId})`);
      return accept(null);
    });
  const sign = (period: string, lastOn: string) => signMonth({ companyId, done }, period, lastOn);
  return { ...desk, north, south, poster, manager, controller, at, invoice, sign, inState };
}

async function openAccounts(desk: TestDesk, companyId: Id, numbers: string[]): Promise<Id[]> {
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.open', actor, reason: 'for the test', input: null };
  const stated = numbers.map((number) => ({ customerNumber: number, name: number }));
  const outcome = await perform(desk, doing, async (context) => {
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    return accept([...ensured.values()].map(({ accountId }) => accountId));
  });
  return accepted(outcome).answer;
}

/** The item that a posting answered, or the first of several. */
function itemOf({ body, status, text }: Answer): string {
  if (status !== 200) throw new Error(text);
  // Each posting's answer is checked against its contract by the server.
  const { itemId, itemIds } = body as { itemId?: string; itemIds?: string[] };
  return itemId ?? itemIds?.[0] ?? '';
}

function pay(person: Browser, path: string, amount: string, apply: object[] = []) {
  const cash = { amount, currency: 'USD', method: 'check', reference: '1042' };
  return person.send('POST', path, { ...cash, receivedOn: '2026-11-10', apply, ...why });
}

describe('the items of an account', () => {
  test('are listed as of any day, with what is late', async () => {
    await using desk = await deskWithBooks();
    const itemId = await desk.invoice('I-1', '100.00');
    await desk.invoice('I-2', '50.00', '2026-12-31');
    await pay(desk.poster, desk.at(desk.north, 'receipts'), '40', [{ itemId, amount: '40' }]);

    expect((await desk.poster.get(desk.at(desk.north, 'items'))).body).toMatchObject({
      asOf: '2026-11-20',
      count: 2,
      nextCursor: null,
      rows: [
        { document: 'I-1', daysLate: 20, open: '60.00', amount: '100.00', disputed: false },
        { document: 'I-2', daysLate: -41, open: '50.00', promisedOn: null },
      ],
    });
    const before = await desk.poster.get(desk.at(desk.north, 'items?asOf=2026-11-05&bucket=1'));
    expect(before.body).toMatchObject({ rows: [{ document: 'I-1', daysLate: 5, open: '100.00' }] });
  });

  test('are searched, sorted and paged', async () => {
    await using desk = await deskWithBooks();
    for (const number of ['I-1', 'I-2', 'X-3']) await desk.invoice(number, `${number.at(-1)}0`);
    const list = desk.at(desk.north, 'items?q=i-&sort=open&direction=desc&limit=1');
    const first = await desk.poster.get(list);
    expect(first.body).toMatchObject({ count: 2, rows: [{ document: 'I-2', open: '20.00' }] });
    // As above.
    const { nextCursor } = first.body as { nextCursor: string };
    const second = await desk.poster.get(`${list}&cursor=${nextCursor}`);
    expect(second.body).toMatchObject({ nextCursor: null, rows: [{ document: 'I-1' }] });
  });

  test('tell their history: applications, entries and lines', async () => {
    await using desk = await deskWithBooks();
    const itemId = await desk.invoice('I-1', '100.00');
    await pay(desk.poster, desk.at(desk.north, 'receipts'), '100', [{ itemId, amount: '100' }]);
    const history = await desk.poster.get(desk.at(desk.north, `items/${itemId}`));
    expect(history.body).toMatchObject({
      item: { document: 'I-1', open: '0.00' },
      applications: [
        { kind: 'payment', counterDocument: '1042', amount: '100.00', reversed: false },
      ],
      entries: [
        { kind: 'invoice', actor: 'The manager', reason: 'for the test' },
        {
          kind: 'receipt',
          actor: 'The poster',
          lines: [{ debit: 'cash-clearing', credit: 'ar', amount: '100.00', base: '100.00' }],
        },
      ],
    });
  });

  test('of no account, and no item, are not there', async () => {
    await using desk = await deskWithBooks();
    const nowhere = '01890000-0000-7000-8000-000000000001';
    const paths = [`/api/v1/accounts/${nowhere}/items`, desk.at(desk.north, `items/${nowhere}`)];
    for (const path of paths) expect((await desk.poster.get(path)).status).toBe(404);
  });
});

describe('money', () => {
  test('posts, applies, comes back and is charged for', async () => {
    await using desk = await deskWithBooks();
    const { at, north, poster } = desk;
    const debitItemId = await desk.invoice('I-1', '100.00');
    const creditItemId = itemOf(await pay(poster, at(north, 'receipts'), '150'));
    const part = { creditItemId, debitItemId, amount: '100', ...why };
    const applied = await poster.send('POST', at(north, 'applications'), part);
    expect(applied.status).toBe(200);
    const back = { bankFee: '12', customerFee: '35', ...why };
    const returned = await poster.send('POST', at(north, `items/${creditItemId}/return`), back);
    expect(returned.status).toBe(200);
    const { body } = await poster.get(at(north, 'items?sort=open&direction=desc'));
    expect(body).toMatchObject({
      rows: [
        { document: 'I-1', open: '100.00', daysLate: 20 },
        { document: 'FEE-2026-11-20', open: '35.00', daysLate: 0 },
      ],
    });
  });

  test('whoever asks a fee above what the state allows is answered what was charged', async () => {
    await using desk = await deskWithBooks();
    const { at, north, poster } = desk;
    await desk.inState(north, 'NY');
    const creditItemId = itemOf(await pay(poster, at(north, 'receipts'), '150'));
    const back = { customerFee: '35', ...why };
    const returned = await poster.send('POST', at(north, `items/${creditItemId}/return`), back);
    expect(returned.body).toMatchObject({
      feeLowered: { asked: '35.00', most: '20.00', currency: 'USD', state: 'NY' },
    });
    const { body } = await poster.get(at(north, 'items'));
    expect(body).toMatchObject({ rows: [{ document: 'FEE-2026-11-20', open: '20.00' }] });
    const fee = { kind: 'fee', amount: '5', currency: 'USD', returnedItemId: creditItemId, ...why };
    const code = 'ledger.return_fee_charged';
    const again = await desk.manager.send('POST', at(north, 'charges'), fee);
    expect(again.body).toMatchObject({ code });
  });

  test('an application is taken back, and a second time refused in words', async () => {
    await using desk = await deskWithBooks();
    const { at, north, poster } = desk;
    const debitItemId = await desk.invoice('I-1', '100.00');
    const creditItemId = itemOf(await pay(poster, at(north, 'receipts'), '100'));
    const part = { creditItemId, debitItemId, amount: '100', effectiveOn: '2026-11-12', ...why };
    const applied = await poster.send('POST', at(north, 'applications'), part);
    // As above.
    const { applicationId } = applied.body as { applicationId: string };
    const path = at(north, `applications/${applicationId}/reversal`);
    expect((await poster.send('POST', path, why)).status).toBe(200);
    expect(await poster.send('POST', path, why)).toMatchObject({
      status: 404,
      body: { code: 'ledger.no_such_application' },
    });
  });

  test('moves to another account of the company', async () => {
    await using desk = await deskWithBooks();
    const { at, north, south, poster } = desk;
    const creditItemId = itemOf(await pay(poster, at(north, 'receipts'), '100'));
    const wish = { creditItemId, toAccountId: south, amount: '60', ...why };
    expect((await poster.send('POST', at(north, 'transfers'), wish)).status).toBe(200);
    const { body } = await poster.get(at(south, 'items'));
    expect(body).toMatchObject({ rows: [{ kind: 'transfer', open: '-60.00' }] });
  });

  test('with too many decimals is refused, with a dry run is not posted', async () => {
    await using desk = await deskWithBooks();
    const path = desk.at(desk.north, 'receipts');
    expect(await pay(desk.poster, path, '10.005')).toMatchObject({
      status: 422,
      body: {
        code: 'ledger.amount_unreadable',
        detail: expect.stringMatching(/^10\.005 is no amount in USD: write it with a point/u),
      },
    });
    expect((await pay(desk.poster, `${path}?dryRun=true`, '10')).status).toBe(200);
    expect((await desk.poster.get(desk.at(desk.north, 'items'))).body).toMatchObject({ count: 0 });
  });
});

describe('what is given up', () => {
  test('goes by authority, and comes back as a recovery', async () => {
    await using desk = await deskWithBooks();
    const { at, north, manager, controller, poster } = desk;
    const itemId = await desk.invoice('I-1', '600.00');
    const path = at(north, `items/${itemId}/write-off`);
    const whole = { amount: '600', ...why };
    expect(await manager.send('POST', path, whole)).toMatchObject({
      status: 422,
      body: { code: 'ledger.beyond_authority', facts: { who: 'controller' } },
    });
    expect((await poster.send('POST', path, whole)).status).toBe(403);
    const credit = itemOf(await controller.send('POST', path, whole));
    const cash = { amount: '200', method: 'ach', ...why };
    const recovery = await poster.send('POST', at(north, `items/${credit}/recovery`), cash);
    expect(recovery.status).toBe(200);
    expect((await poster.get(at(north, 'items'))).body).toMatchObject({ count: 0 });
  });

  test('a fee is charged and waived', async () => {
    await using desk = await deskWithBooks();
    const { at, north, manager } = desk;
    const fee = { kind: 'fee', amount: '25', currency: 'USD', ...why };
    const itemId = itemOf(await manager.send('POST', at(north, 'charges'), fee));
    const waived = await manager.send('POST', at(north, `items/${itemId}/reversal`), why);
    expect(waived.status).toBe(200);
    expect((await manager.get(at(north, 'items'))).body).toMatchObject({ count: 0 });
  });
});

test('rates are recorded and open items revalued by the controller', async () => {
  await using desk = await deskWithBooks();
  const { at, north, manager, controller } = desk;
  const rate = { from: 'EUR', to: 'USD', source: 'ECB', ...why };
  for (const [effectiveOn, units] of [
    [day('2026-10-01'), '1.10'],
    [day('2026-11-20'), '1.16'],
  ]) {
    await controller.send('POST', '/api/v1/rates', { ...rate, effectiveOn, rate: units });
  }
  const amount = { currency: 'EUR', net: '1000', dues: [{ dueOn: '2026-10-31', amount: '1000' }] };
  const invoice = { kind: 'invoice', number: 'E-1', issuedOn: '2026-10-01', ...amount, ...why };
  expect((await manager.send('POST', at(north, 'documents'), invoice)).status).toBe(200);
  const closing = { company: 'ACME', on: '2026-11-20', ...why };
  expect((await controller.send('POST', '/api/v1/revaluations', closing)).body).toMatchObject({
    currency: 'USD',
    book: '1100.00',
    revalued: '1160.00',
    unrealised: '60.00',
  });
});

test('an amount that no database could hold is refused, not lost in an error', async () => {
  await using desk = await deskWithBooks();
  const body = { currency: 'USD', receivedOn: '2026-11-20', method: 'check', ...why };
  const sent = { ...body, amount: '99999999999999999999.00' };
  const refused = await desk.poster.send('POST', desk.at(desk.north, 'receipts'), sent);
  expect(refused).toMatchObject({ status: 422, body: { code: 'ledger.amount_unreadable' } });
});

describe('periods', () => {
  test('are closed and opened by the controller, in order and with a reason', async () => {
    await using desk = await deskWithBooks();
    await desk.invoice('I-1', '100.00');
    const body = { company: 'ACME', ...why };
    const close = (who: Browser, path: string) => who.send('POST', `/api/v1/periods/${path}`, body);
    expect((await close(desk.manager, '2026-10/soft-close')).status).toBe(403);
    expect((await close(desk.controller, '2026-11/soft-close')).body).toMatchObject({
      code: 'ledger.period_not_over',
    });
    const tried = await close(desk.controller, '2026-10/soft-close?dryRun=true');
    expect(tried.body).toMatchObject({ dryRun: true });
    expect((await close(desk.controller, '2026-10/soft-close')).body).toEqual({
      softThrough: '2026-10-31',
      hardThrough: null,
    });
    const listed = await desk.manager.get('/api/v1/periods?company=ACME');
    expect(listed.body).toMatchObject({
      softThrough: '2026-10-31',
      rows: [
        { name: '2026-11', state: 'open', over: false, acts: [] },
        { name: '2026-10', state: 'soft', over: true, acts: [{ act: 'soft_close' }] },
      ],
    });
    const late = await desk.manager.send('POST', desk.at(desk.north, 'documents'), {
      kind: 'debit_memo',
      number: 'M-1',
      issuedOn: '2026-10-15',
      currency: 'USD',
      net: '5',
      dues: [{ dueOn: '2026-10-15', amount: '5' }],
      ...why,
    });
    expect(late.status).toBe(200);
    expect((await close(desk.controller, '2026-10/hard-close')).body).toMatchObject({
      code: 'ledger.period_not_signed',
    });
    await desk.sign('2026-10', '2026-10-31');
    expect((await close(desk.controller, '2026-10/hard-close')).status).toBe(200);
    expect((await close(desk.controller, '2026-10/reopen')).body).toMatchObject({
      code: 'ledger.period_already_hard',
    });
  });

  test('of a company that one does not see are not there', async () => {
    await using desk = await deskWithBooks();
    await desk.company('OTHER');
    const only = await desk.member('controller', { companies: ['ACME'] });
    const guest = await desk.signIn(only);
    const body = { company: 'OTHER', ...why };
    const answers = [
      await guest.get('/api/v1/periods?company=OTHER'),
      await guest.send('POST', '/api/v1/periods/2026-10/soft-close', body),
      await guest.get('/api/v1/trial-balance?company=OTHER&from=2026-10-01&to=2026-10-31'),
    ];
    for (const { status, body: answer } of answers) {
      expect(status).not.toBe(200);
      expect(answer).toMatchObject({ code: 'team.no_such_company' });
    }
  });

  test('a year of weeks joins the calendar', async () => {
    await using desk = await deskWithBooks();
    const year = { company: 'ACME', year: 2027, firstOn: '2026-12-28', ...why };
    const added = await desk.controller.send('POST', '/api/v1/periods/calendar', year);
    expect(added.body).toMatchObject({ periods: expect.arrayContaining(['2027-P01', '2027-P12']) });
  });
});

test('the trial balance adds up to nothing, by posting day', async () => {
  await using desk = await deskWithBooks();
  await desk.invoice('I-1', '100.00');
  await pay(desk.poster, desk.at(desk.north, 'receipts'), '30.00');
  const path = '/api/v1/trial-balance?company=ACME&from=2026-11-01&to=2026-11-30';
  const { body } = await desk.controller.get(path);
  expect(body).toMatchObject({
    rows: [
      { account: 'ar', opening: '100.00', debit: '0.00', credit: '30.00', closing: '70.00' },
      { account: 'billing-clearing', opening: '-100.00', closing: '-100.00' },
      { account: 'cash-clearing', opening: '0.00', debit: '30.00', closing: '30.00' },
    ],
  });
});
