import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Context, perform } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { assignOwner } from '#areas/customers/actions/assign-owner.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { type Browser, openDesk, type Person, type TestDesk } from '#test/support/http-desk.ts';

async function book<T>(desk: TestDesk, work: (context: Context) => Promise<T>): Promise<T> {
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  const done = await perform(desk, doing, async (context) => accept(await work(context)));
  return accepted(done).answer;
}

/** An overdue account of Rosa's, or of nobody's. */
function owing(desk: TestDesk, companyId: Id, number: string, amount: string, owner?: Person) {
  return book(desk, async (context) => {
    const stated = [{ customerNumber: number, name: `${number} Inc`, email: 'ap@x.example' }];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get(number)?.accountId ?? companyId;
    const told = { amount, issued: '2026-08-14', due: '2026-09-13' };
    accepted(await postItem(context, documentWish(accountId, 'invoice', told)));
    if (owner) accepted(await assignOwner(context, { accountId, memberId: owner.memberId }));
    return accountId;
  });
}

async function deskWithWork() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const person = await desk.member('collector');
  const large = await owing(desk, companyId, 'LARGE', '68000', person);
  const small = await owing(desk, companyId, 'SMALL', '500', person);
  const loose = await owing(desk, companyId, 'LOOSE', '900');
  const rosa = await desk.signIn(person);
  const ben = await desk.signIn(await desk.member('senior'));
  return { ...desk, companyId, person, large, small, loose, rosa, ben };
}

async function names(person: Browser, query = ''): Promise<string[]> {
  const { body } = await person.get(`/api/v1/worklist${query}`);
  // The answer's shape is the contract's, which the server checks.
  return (body as { rows: { account: string }[] }).rows.map((row) => row.account);
}

const of = (accountId: Id, verb: string): string => `/api/v1/worklist/${accountId}/${verb}`;

describe('the list', () => {
  test('is there for the first reader, with why, whose and how much', async () => {
    await using desk = await deskWithWork();
    const { status, body } = await desk.rosa.get('/api/v1/worklist');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      asOf: '2026-11-20',
      left: 2,
      done: 0,
      count: 2,
      nextCursor: null,
      rows: [
        {
          account: 'LARGE',
          name: 'LARGE Inc',
          company: 'ACME',
          owner: 'The collector',
          rank: 1,
          reasons: [
            {
              kind: 'overdue',
              phrase: 'reason.overdue',
              facts: { amount: '68000.00', currency: 'USD', days: 68 },
            },
          ],
          overdue: '68000.00',
          ask: '68000.00',
          balance: '68000.00',
          buckets: ['0.00', '0.00', '0.00', '68000.00', '0.00', '0.00'],
          lastTouch: null,
          inWorkBy: null,
          snoozedUntil: null,
        },
        { account: 'SMALL', rank: 2 },
      ],
    });
    expect(body).toMatchObject({
      kinds: expect.arrayContaining([{ kind: 'overdue', count: 2 }]),
    });
  });

  test('is one’s own, everybody’s or nobody’s; filtered, found and sorted', async () => {
    await using desk = await deskWithWork();
    expect(await names(desk.rosa)).toEqual(['LARGE', 'SMALL']);
    expect(await names(desk.ben)).toEqual([]);
    expect(await names(desk.ben, '?owner=nobody')).toEqual(['LOOSE']);
    expect(await names(desk.ben, '?owner=all')).toEqual(['LARGE', 'LOOSE', 'SMALL']);
    expect(await names(desk.ben, '?owner=all&sort=name')).toEqual(['LARGE', 'LOOSE', 'SMALL']);
    expect(await names(desk.ben, '?owner=all&q=loo')).toEqual(['LOOSE']);
    expect(await names(desk.ben, '?owner=all&kind=promise_due')).toEqual([]);
  });

  test('pages, and each row keeps its place', async () => {
    await using desk = await deskWithWork();
    const first = await desk.ben.get('/api/v1/worklist?owner=all&limit=2');
    // As above.
    const { nextCursor } = first.body as { nextCursor: string };
    const rest = await desk.ben.get(`/api/v1/worklist?owner=all&limit=2&cursor=${nextCursor}`);
    expect(rest.body).toMatchObject({ rows: [{ account: 'SMALL', rank: 3 }], nextCursor: null });
  });

  test.each(['rank', 'size', 'age', 'name'])(
    'by %s, a row that is finished between two pages neither repeats nor hides another',
    async (sort) => {
      await using desk = await deskWithWork();
      const list = `/api/v1/worklist?owner=all&limit=1&sort=${sort}`;
      const seen: string[] = [];
      for (let cursor = ''; ;) {
        const { body } = await desk.ben.get(`${list}${cursor}`);
        // The answer's shape is the contract's, which the server checks.
        const page = body as {
          rows: { account: string; accountId: Id }[];
          nextCursor: string | null;
        };
        seen.push(...page.rows.map((row) => row.account));
        const [first] = page.rows;
        if (first) await desk.ben.send('POST', of(first.accountId, 'done'), { result: 'reached' });
        if (page.nextCursor === null) break;
        cursor = `&cursor=${page.nextCursor}`;
      }
      expect(seen.toSorted()).toEqual(['LARGE', 'LOOSE', 'SMALL']);
    },
  );

  test('a cursor that somebody changed, or of another order, is refused by name', async () => {
    await using desk = await deskWithWork();
    const { body } = await desk.ben.get('/api/v1/worklist?owner=all&limit=1');
    // As above.
    const { nextCursor } = body as { nextCursor: string };
    const parts: unknown = JSON.parse(Buffer.from(nextCursor, 'base64url').toString());
    if (!Array.isArray(parts)) throw new Error('a cursor is a list');
    const forged = Buffer.from(JSON.stringify(parts.with(3, 9999))).toString('base64url');
    for (const wrong of [forged, `${nextCursor}x`, 'nonsense']) {
      const refused = await desk.ben.get(`/api/v1/worklist?owner=all&limit=1&cursor=${wrong}`);
      expect(refused).toMatchObject({ status: 400, body: { code: 'page.bad_cursor' } });
    }
    const other = await desk.ben.get(`/api/v1/worklist?owner=all&sort=size&cursor=${nextCursor}`);
    expect(other).toMatchObject({ status: 400, body: { code: 'page.bad_cursor' } });
  });

  test('shows nothing of a company that the reader does not work for', async () => {
    await using desk = await deskWithWork();
    await desk.company('OTHER');
    const limited = await desk.signIn(await desk.member('collector', { companies: ['OTHER'] }));
    expect(await names(limited, '?owner=all')).toEqual([]);
    for (const verb of ['done', 'snooze', 'undo', 'lock']) {
      const body = { result: 'reached', until: '2d' };
      expect((await limited.send('POST', of(desk.large, verb), body)).status).toBe(404);
    }
    expect((await limited.get(of(desk.large, 'why'))).status).toBe(404);
  });

  test('says why an account stands where it stands', async () => {
    await using desk = await deskWithWork();
    await names(desk.rosa);
    const { body } = await desk.rosa.get(of(desk.large, 'why'));
    expect(body).toEqual({
      policy: 'standard v8',
      hand: null,
      score: 384,
      parts: [
        {
          phrase: 'part.worth',
          facts: { way: 'email', amount: '5046.21', currency: 'USD' },
          points: 204,
        },
        { phrase: 'part.overdue', facts: {}, points: 100 },
        { phrase: 'part.forgotten', facts: { days: 0, never: 'yes' }, points: 80 },
        { phrase: 'part.worth_alone', facts: { pct: 7, basis: 'assumed' }, points: 0 },
      ],
    });
    const nothing = await desk.rosa.get(of(desk.companyId, 'why'));
    expect(nothing).toMatchObject({ status: 422, body: { code: 'worklist.not_listed' } });
  });
});

describe('working the list', () => {
  test('done leads to the next account and counts', async () => {
    await using desk = await deskWithWork();
    await names(desk.rosa);
    const done = await desk.rosa.send('POST', of(desk.large, 'done'), { result: 'not_reached' });
    expect(done.body).toEqual({ next: desk.small });
    expect((await desk.rosa.get('/api/v1/worklist')).body).toMatchObject({ left: 1, done: 1 });
    expect(await names(desk.rosa, '?state=done')).toEqual(['LARGE']);
    expect((await desk.rosa.send('POST', of(desk.large, 'undo'), {})).body).toEqual({
      undone: true,
    });
    expect(await names(desk.rosa)).toEqual(['LARGE', 'SMALL']);
  });

  test('a snooze is said in plain words, and what is not understood is explained', async () => {
    await using desk = await deskWithWork();
    await names(desk.rosa);
    const snoozed = await desk.rosa.send('POST', of(desk.large, 'snooze'), {
      until: '2d',
      note: 'cheque run',
    });
    expect(snoozed.body).toMatchObject({ until: expect.stringMatching(/^20/u), next: desk.small });
    expect(await names(desk.rosa, '?state=snoozed')).toEqual(['LARGE']);
    const odd = await desk.rosa.send('POST', of(desk.small, 'snooze'), { until: 'soonish' });
    expect(odd).toMatchObject({ status: 422, body: { code: 'worklist.snooze_unreadable' } });
    expect(odd.text).toContain('mon 9');
  });

  test('who has an account open is seen by others, and their answers wait', async () => {
    await using desk = await deskWithWork();
    const taken = await desk.rosa.send('POST', of(desk.large, 'lock'), {});
    expect(taken.body).toMatchObject({ mine: true, by: null });
    const refused = await desk.ben.send('POST', of(desk.large, 'lock'), {});
    expect(refused.body).toMatchObject({ mine: false, by: 'The collector' });
    const seen = await desk.ben.get('/api/v1/worklist?owner=all');
    expect(seen.body).toMatchObject({
      rows: [{ account: 'LARGE', inWorkBy: 'The collector' }, {}, {}],
    });
    const own = await desk.rosa.get('/api/v1/worklist');
    expect(own.body).toMatchObject({ rows: [{ inWorkBy: null }, {}] });
    const done = await desk.ben.send('POST', of(desk.large, 'done'), { result: 'reached' });
    expect(done).toMatchObject({ status: 409, body: { code: 'worklist.locked' } });
    desk.wait(3);
    const later = await desk.ben.send('POST', of(desk.large, 'lock'), {});
    expect(later.body).toMatchObject({ mine: true });
    await desk.ben.send('POST', of(desk.large, 'lock'), { release: true });
    const left = await desk.db.all(sql`select account_id from worklist.lock`);
    expect(left).toEqual([]);
  });
});

test('the status bar says what is left, what was promised and how fresh it is', async () => {
  await using desk = await deskWithWork();
  await names(desk.rosa);
  const path = `/api/v1/accounts/${desk.large}/promises`;
  const wish = { amount: '400', currency: 'USD', dueOn: '2026-11-27', saidBy: 'Ms Orr' };
  await desk.rosa.send('POST', path, wish);
  const { body } = await desk.rosa.get('/api/v1/today');
  expect(body).toMatchObject({
    today: '2026-11-20',
    dataAsOf: expect.stringMatching(/Z$/u),
    controlTotals: { checkedAt: null },
    left: 2,
    done: 0,
    promisedToday: [{ currency: 'USD', amount: '400.00' }],
    companies: [{ code: 'ACME', name: 'ACME', demo: false }],
  });
});

test('an account that is not there cannot be taken', async () => {
  await using desk = await openDesk();
  const person = await desk.signIn(await desk.member('collector'));
  const nowhere = '/api/v1/worklist/01a20000-0000-7000-8000-000000000000/lock';
  expect(await person.send('POST', nowhere, {})).toMatchObject({
    status: 404,
    body: { code: 'ledger.no_such_account' },
  });
});

describe('the order by hand', () => {
  test('is one’s own list’s, is said on the row and in why, and is taken back', async () => {
    await using desk = await deskWithWork();
    await names(desk.rosa);
    const moved = await desk.rosa.send('POST', of(desk.small, 'move'), { to: 'top' });
    expect(moved).toMatchObject({ status: 200, body: { moved: true } });
    expect(await names(desk.rosa)).toEqual(['SMALL', 'LARGE']);
    expect(await names(desk.ben, '?owner=all')).toEqual(['LARGE', 'LOOSE', 'SMALL']);
    const by = { hand: { by: 'The collector', moved: true, pinned: false } };
    const { body } = await desk.rosa.get('/api/v1/worklist');
    expect(body).toMatchObject({ rows: [by, { hand: null }] });
    expect(await desk.rosa.get(of(desk.small, 'why'))).toMatchObject({ body: by });
    const undone = await desk.rosa.send('POST', '/api/v1/worklist-order/undo', {});
    expect(undone).toMatchObject({ body: { undone: true } });
    expect(await names(desk.rosa)).toEqual(['LARGE', 'SMALL']);
  });

  test('pages go through what was moved and on', async () => {
    await using desk = await deskWithWork();
    await names(desk.rosa);
    await desk.rosa.send('POST', of(desk.small, 'move'), { to: 'top' });
    const first = await desk.rosa.get('/api/v1/worklist?limit=1');
    // As above.
    const { nextCursor } = first.body as { nextCursor: string };
    const rest = await desk.rosa.get(`/api/v1/worklist?limit=1&cursor=${nextCursor}`);
    expect(rest.body).toMatchObject({ rows: [{ account: 'LARGE', rank: 2 }], nextCursor: null });
  });

  test('of somebody else is a manager’s; who only reads moves nothing', async () => {
    await using desk = await deskWithWork();
    await names(desk.rosa);
    const body = { to: { before: desk.large }, owner: desk.person.memberId };
    const refused = await desk.ben.send('POST', of(desk.small, 'move'), body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'worklist.only_your_order' } });
    const auditor = await desk.signIn(await desk.member('auditor'));
    expect((await auditor.send('POST', of(desk.small, 'move'), body)).status).toBe(403);
    expect((await auditor.send('POST', '/api/v1/worklist-order/undo', {})).status).toBe(403);
    const manager = await desk.signIn(await desk.member('manager'));
    expect((await manager.send('POST', of(desk.small, 'move'), body)).status).toBe(200);
    const { body: list } = await desk.rosa.get('/api/v1/worklist');
    expect(list).toMatchObject({ rows: [{ account: 'SMALL', hand: { pinned: true } }, {}] });
    const own = await desk.rosa.send('POST', of(desk.small, 'move'), { to: 'rank' });
    expect(own).toMatchObject({ status: 422, body: { code: 'worklist.pinned' } });
  });
});
