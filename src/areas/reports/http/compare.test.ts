import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { importBook } from '#areas/imports/actions/import-book.ts';
import { bookOf, lookAt, openFile } from '#areas/imports/answers/open-files.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { postReceipt } from '#areas/ledger/actions/post-receipt.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { documentWish, receiptWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

/** Two companies; NORTH owed $1,000 before Friday, paid 400 of it since and was invoiced 50. */
async function deskSinceFriday() {
  const desk = await openDesk();
  const acme = await desk.company('ACME');
  const other = await desk.company('OTHER');
  const north = await desk.account(acme, 'NORTH');
  const south = await desk.account(other, 'SOUTH');
  await invoice(desk, north, { amount: '1000', issued: '2026-09-01', number: 'I-1' });
  await invoice(desk, south, { amount: '70', issued: '2026-09-01', number: 'S-1' });
  await invoice(desk, north, { amount: '50', issued: '2026-11-16', number: 'I-2' });
  await pay(desk, north, '400');
  const manager = await desk.signIn(await desk.member('manager'));
  return { ...desk, north, south, manager };
}

type Desk = Awaited<ReturnType<typeof openDesk>>;
const doing = {
  action: 'test.book',
  actor: { ref: 'job:test', memberId: null },
  reason: 'for the test',
  input: null,
};

async function invoice(
  desk: Desk,
  accountId: Id,
  told: { amount: string; issued: string; number: string },
): Promise<void> {
  accepted(
    await perform(desk, doing, async (context) =>
      accept(accepted(await postItem(context, documentWish(accountId, 'invoice', told)))),
    ),
  );
}

async function pay(desk: Desk, accountId: Id, amount: string): Promise<void> {
  const wish = receiptWish(accountId, { amount, on: '2026-11-17' });
  accepted(await perform(desk, doing, (context) => postReceipt(context, wish, standardPolicy)));
}

type Offered = {
  readonly name: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly to: { readonly asOf: string; readonly knownAt: string } | null;
};

/** Takes a file of items in, as a person does on the screen. */
async function importText(desk: Desk, company: string, text: string): Promise<void> {
  const opened = await openFile({ name: 'items.csv', bytes: Buffer.from(text) });
  if (!opened.ok) throw new Error(opened.refusal);
  const looked = lookAt([opened.value], { kind: 'items' }, undefined);
  const book = bookOf(looked, desk.clock.today());
  const wish = { ...book, company, currency: undefined, acceptGood: false };
  accepted(await perform(desk, doing, (context) => importBook(context, wish, () => undefined)));
}

const since = '?from=2026-11-13&to=2026-11-20';

describe('a comparison over HTTP', () => {
  test('adds up from opening to closing, and says what did not change', async () => {
    await using desk = await deskSinceFriday();
    const { body } = await desk.manager.get(`/api/v1/compare${since}`);
    expect(body).toMatchObject({
      from: { asOf: '2026-11-13' },
      to: { asOf: '2026-11-20' },
      rows: [
        {
          accountId: desk.north,
          account: 'NORTH',
          company: 'ACME',
          opening: '1000.00',
          invoiced: '50.00',
          cash: '-400.00',
          corrections: '0.00',
          closing: '650.00',
          change: '-350.00',
        },
      ],
      totals: [{ opening: '1070.00', closing: '720.00', unchanged: 1, still: '70.00' }],
      count: 1,
      nextCursor: null,
    });
  });

  test('since Friday is what is compared when nothing is said', async () => {
    await using desk = await deskSinceFriday();
    const { body } = await desk.manager.get('/api/v1/compare');
    expect(body).toMatchObject({ from: { asOf: '2026-11-13' }, to: { asOf: '2026-11-20' } });
  });

  test('shows how the buckets moved', async () => {
    await using desk = await deskSinceFriday();
    const { body } = await desk.manager.get(
      `/api/v1/compare/buckets${since}&account=${desk.north}`,
    );
    const text = JSON.stringify(body);
    expect(text).toContain('"bucket":"31-60"');
    expect(body).toMatchObject({
      currencies: [{ total: { opening: '1000.00', added: '-350.00', closing: '650.00' } }],
    });
  });

  test('opens a figure to its rows, page by page, with their sum', async () => {
    await using desk = await deskSinceFriday();
    const first = await desk.manager.get(`/api/v1/compare/rows${since}&figure=all&limit=1`);
    expect(first.body).toMatchObject({
      rows: [{ accountId: desk.north, kind: 'receipt', amount: '-400.00', column: 'cash' }],
      sums: [{ currency: 'USD', amount: '-350.00' }],
      count: 2,
    });
    const { nextCursor } = first.body as { nextCursor: string };
    const second = await desk.manager.get(
      `/api/v1/compare/rows${since}&figure=all&limit=1&cursor=${nextCursor}`,
    );
    expect(second.body).toMatchObject({ rows: [{ document: 'I-2' }], nextCursor: null });
    const foreign = await desk.manager.get(
      `/api/v1/compare/rows${since}&figure=cash&limit=1&cursor=${nextCursor}`,
    );
    expect(foreign.body).toMatchObject({ code: 'page.bad_cursor' });
  });

  test('leaves as a workbook and as text', async () => {
    await using desk = await deskSinceFriday();
    const csv = await desk.manager.get(`/api/v1/compare/export${since}&format=csv`);
    expect(csv.text).toContain('NORTH');
    expect(csv.text).toContain('-400.00');
    const workbook = await desk.manager.get(`/api/v1/compare/export${since}&format=xlsx`);
    expect(String(workbook.headers['content-disposition'])).toContain(
      'compare-2026-11-13-2026-11-20.xlsx',
    );
  });

  test('offers the usual openings', async () => {
    await using desk = await deskSinceFriday();
    const { body } = await desk.manager.get('/api/v1/compare/moments');
    expect(body).toEqual({
      moments: [
        { name: 'friday', asOf: '2026-11-13', knownAt: null, to: null, period: null },
        { name: 'month_end', asOf: '2026-10-31', knownAt: null, to: null, period: null },
      ],
    });
  });

  test('offers the newest signed month of the company, until it is opened again', async () => {
    await using desk = await deskSinceFriday();
    const controller = await desk.signIn(await desk.member('controller'));
    const close = { company: 'ACME', reason: 'the month is done' };
    await controller.send('POST', '/api/v1/periods/2026-10/soft-close', close);
    const at = desk.clock.now();
    await desk.db.transaction((tx) =>
      tx.run(sql`
        insert into reports.sign_off (company_id, sign_off_id, period, last_on, known_at, figures,
                                      note, actor, recorded_at)
        select company_id, company_id, '2026-10', '2026-10-31', ${at}, '[]', '', 'job:test', ${at}
          from team.company
         where code = 'ACME'`),
    );
    const offered = async (company: string) => {
      const { body } = await desk.manager.get(`/api/v1/compare/moments?company=${company}`);
      // As the route's contract says.
      const { moments } = body as { moments: { name: string; period: string | null }[] };
      return moments.filter(({ name }) => name === 'pack');
    };
    expect(await offered('ACME')).toMatchObject([
      { asOf: '2026-10-31', knownAt: expect.any(String), to: null, period: '2026-10' },
    ]);
    expect(await offered('OTHER')).toEqual([]);
    await controller.send('POST', '/api/v1/periods/2026-10/reopen', close);
    expect(await offered('ACME')).toEqual([]);
  });

  test('shows the last import as a whole and nothing else, however old it is', async () => {
    await using desk = await deskSinceFriday();
    const header = 'Number,Customer Number,Invoice Date,Due Date,Currency,Amount';
    const rows = [
      'A-1,NORTH,2026-11-02,2026-12-02,USD,30.00',
      'A-2,C9,2026-11-18,2026-12-18,USD,7.00',
    ];
    await importText(desk, 'ACME', [header, ...rows].join('\n'));
    desk.on('2026-12-04');
    await invoice(desk, desk.north, { amount: '5', issued: '2026-11-19', number: 'I-3' });
    const { body } = await desk.manager.get('/api/v1/compare/moments');
    // As the route's contract says.
    const { moments } = body as { moments: Offered[] };
    const found = moments.find(({ name }) => name === 'import');
    if (!found?.to || found.knownAt === null) throw new Error('no import is offered');
    const between = new URLSearchParams({
      from: found.asOf,
      fromKnown: found.knownAt,
      to: found.to.asOf,
      toKnown: found.to.knownAt,
    });
    const compared = await desk.manager.get(`/api/v1/compare?${between.toString()}`);
    expect(compared.body).toMatchObject({ totals: [{ opening: '720.00', change: '37.00' }] });
    const opened = await desk.manager.get(`/api/v1/compare/rows?${between.toString()}&figure=all`);
    expect(opened.body).toMatchObject({
      count: 2,
      rows: [{ document: 'A-1' }, { document: 'A-2' }],
    });
  });

  test('backwards and unknown buckets are refused by name and in words', async () => {
    await using desk = await deskSinceFriday();
    const back = await desk.manager.get('/api/v1/compare?from=2026-11-20&to=2026-11-13');
    expect(back).toMatchObject({ status: 422, body: { code: 'reports.compare_backwards' } });
    const bucket = await desk.manager.get(`/api/v1/compare/rows${since}&figure=closing&bucket=1-7`);
    expect(bucket).toMatchObject({ status: 422, body: { code: 'reports.unknown_bucket' } });
  });

  test('shows nobody another company’s figures, and nothing without the permission', async () => {
    await using desk = await deskSinceFriday();
    const acme = await desk.signIn(await desk.member('manager', { companies: ['ACME'] }));
    const { body } = await acme.get(`/api/v1/compare${since}`);
    expect(body).toMatchObject({ totals: [{ opening: '1000.00', unchanged: 0 }] });
    for (const path of ['', '/buckets', '/rows', '/moments', '/export?format=csv']) {
      const refused = await desk.ask('GET', `/api/v1/compare${path}`);
      expect(refused.status).toBe(401);
    }
  });
});
