import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Context, accepted, perform } from '#platform/action.ts';
import { assignOwner } from '#areas/customers/actions/assign-owner.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { planAbsence } from '#areas/team/actions/plan-absence.ts';
import { documentWish } from '#test/support/builders.ts';
import { type TestDesk, openDesk } from '#test/support/http-desk.ts';

const actor = { ref: 'job:test', memberId: null };

/** A company whose only account owes $1,000, 20 days late. */
async function deskOwed1000() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  const done = await perform(desk, doing, async (context) => {
    const stated = [{ customerNumber: 'NORTH', name: 'North' }];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get('NORTH')?.accountId ?? companyId;
    const told = { amount: '1000', issued: '2026-10-01', due: '2026-10-31' };
    accepted(await postItem(context, documentWish(accountId, 'invoice', told)));
    return accept({ accountId });
  });
  return { ...desk, accountId: accepted(done).answer.accountId };
}

/** Does an action that nothing refuses. */
async function does<T, R extends string>(
  desk: TestDesk,
  work: (context: Context) => Promise<Outcome<T, R>>,
): Promise<void> {
  const doing = { action: 'test.do', actor, reason: 'for the test', input: null };
  accepted(await perform(desk, doing, work));
}

type Tiles = { tiles: { key: string; figures: { name: string; value: string | null }[] }[] };

/** The values of the figures of an answer by their names. */
function valuesOf(body: unknown): Record<string, string | null> {
  // The route's contract has checked the answer.
  const { tiles } = body as Tiles;
  const figures = tiles.flatMap((tile) => tile.figures);
  return Object.fromEntries(figures.map(({ name, value }) => [name, value]));
}

test('the CFO sees seven figures, each with its formula and the parts it opens to', async () => {
  await using desk = await deskOwed1000();
  const paul = await desk.signIn(await desk.member('cfo'));
  const { status, body } = await paul.get('/api/v1/dashboards/cfo');
  expect(status).toBe(200);
  expect(body).toMatchObject({ asOf: '2026-11-20', currency: 'USD', againMs: null });
  expect(valuesOf(body)).toMatchObject({
    ar: '1000.00',
    over_60: '0.00',
    cash_today: '0.00',
    dso: '92.00',
    goal: null,
    forecast_week: null,
  });
  // The contract has seven tiles, each with the formulas of its figures in both languages.
  const { tiles } = body as { tiles: { figures: { formula: { en: string; es: string } }[] }[] };
  expect(tiles).toHaveLength(7);
  const formulas = tiles.flatMap(({ figures }) => figures.map(({ formula }) => formula));
  expect(formulas.every(({ en, es }) => en !== '' && es !== '')).toBe(true);
});

test('money that is posted stands on the dashboard of whoever asks next', async () => {
  await using desk = await deskOwed1000();
  const paul = await desk.signIn(await desk.member('cfo'));
  expect(valuesOf((await paul.get('/api/v1/dashboards/cfo')).body)).toMatchObject({
    cash_today: '0.00',
  });
  const poster = await desk.signIn(await desk.member('poster'));
  const posted = await poster.send('POST', `/api/v1/accounts/${desk.accountId}/receipts`, {
    amount: '400.00',
    currency: 'USD',
    method: 'check',
    reason: 'check by mail',
  });
  expect(posted.status).toBe(200);
  await expect
    .poll(async () => valuesOf((await paul.get('/api/v1/dashboards/cfo')).body))
    .toMatchObject({ cash_today: '400.00', ar: '600.00' });
});

test('a figure opens to rows that add up to it, with who must act', async () => {
  await using desk = await deskOwed1000();
  const paul = await desk.signIn(await desk.member('cfo'));
  const { body } = await paul.get('/api/v1/dashboards/figures/ar/rows');
  expect(body).toMatchObject({
    part: 'ar',
    total: '1000.00',
    count: 1,
    rows: [{ accountId: desk.accountId, account: 'NORTH', value: '1000.00', owner: null }],
  });
  const wrong = await paul.get('/api/v1/dashboards/figures/ar/rows?part=sales');
  expect(wrong).toMatchObject({ status: 404, body: { code: 'dashboards.no_such_part' } });
});

test('the manager sees people, risks and causes beside the figures', async () => {
  await using desk = await deskOwed1000();
  const maya = await desk.signIn(await desk.member('manager'));
  const { status, body } = await maya.get('/api/v1/dashboards/team');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    people: [],
    alerts: [],
    movers: [],
    clocks: { count: 0, rows: [] },
    causes: [],
    quality: { complaints: 0, unanswered: 0, bounced: 0 },
    monthFrom: '2026-11-01',
  });
});

test('what nobody covers or touched is counted, and opens to its accounts', async () => {
  await using desk = await deskOwed1000();
  const maya = await desk.signIn(await desk.member('manager'));
  const team = await maya.get('/api/v1/dashboards/team');
  const lying = { count: 1, amount: '1000.00' };
  expect(team.body).toMatchObject({ coverage: { uncovered: lying, untouched: lying } });
  const rows = (kind: string) => maya.get(`/api/v1/dashboards/coverage/${kind}/rows`);
  const row = {
    accountId: desk.accountId,
    account: 'NORTH',
    overdue: '1000.00',
    oldestDueOn: '2026-10-31',
    touchedOn: null,
    owner: null,
  };
  for (const kind of ['uncovered', 'untouched']) {
    expect((await rows(kind)).body).toMatchObject({ total: '1000.00', count: 1, rows: [row] });
  }
  const rosa = await desk.member('collector');
  await does(desk, (context) =>
    assignOwner(context, { accountId: desk.accountId, memberId: rosa.memberId }),
  );
  expect((await rows('uncovered')).body).toMatchObject({ total: '0.00', count: 0, rows: [] });
  expect((await rows('untouched')).body).toMatchObject({ rows: [{ owner: expect.any(String) }] });
  const days = { from: day('2026-11-20'), to: day('2026-11-27') };
  await does(desk, (context) =>
    planAbsence(context, {
      ...days,
      memberId: rosa.memberId,
      kind: 'vacation',
      note: '',
      handsOn: false,
      parts: [],
    }),
  );
  expect((await rows('uncovered')).body).toMatchObject({ count: 1, rows: [{ name: 'North' }] });
  expect(await rows('else')).toMatchObject({ status: 400 });
});

test.each([
  ['collector', '/api/v1/dashboards/coverage/uncovered/rows'],
  ['collector', '/api/v1/dashboards/team'],
  ['collector', '/api/v1/dashboards/cfo'],
  ['collector', '/api/v1/dashboards/figures/ar/rows'],
  ['cfo', '/api/v1/dashboards/team'],
  ['poster', '/api/v1/dashboards/cfo'],
] as const)('a %s is refused %s', async (role, path) => {
  await using desk = await deskOwed1000();
  const reader = await desk.signIn(await desk.member(role));
  expect((await reader.get(path)).status).toBe(403);
});

test('a collector sees their own effort and nobody else’s', async () => {
  await using desk = await deskOwed1000();
  const rosa = await desk.signIn(await desk.member('collector'));
  const { status, body } = await rosa.get('/api/v1/dashboards/mine');
  expect(status).toBe(200);
  expect(body).toMatchObject({ person: null, monthFrom: '2026-11-01' });
});

test('without a company there is nothing to show, and that is said', async () => {
  await using desk = await openDesk();
  const paul = await desk.signIn(await desk.member('cfo'));
  const { status, body } = await paul.get('/api/v1/dashboards/cfo');
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'dashboards.no_company' });
});
