/** The invented company of a first start: its books hold, and its day is worth working. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, startOfMonth } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import { proveBook } from '#cli/prove.ts';
import type { Desk } from '#platform/action.ts';
import { checkPassword } from '#platform/auth/credentials.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { readActivity } from '#areas/metrics/answers/activity.ts';
import { measures, usualPeriod, wholeCompany } from '#areas/metrics/index.ts';
import { memberByEmail } from '#areas/team/index.ts';
import { workKinds } from '#areas/worklist/rules/work.ts';
import { type TestDatabase, freshDatabase } from '#test/support/db.ts';
import { type SignIn, seedDemo } from '../../db/seed/demo.ts';

let database: TestDatabase;
let db: Db;
let desk: Desk;
let signIns: readonly SignIn[];

const clockOn = (today: string): Desk['clock'] => ({
  today: () => day(today),
  now: () => instant(new Date().toISOString()),
});

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.url, { poolSize: 4 });
  desk = { db, clock: clockOn('2026-11-20') };
  signIns = await seedDemo(desk);
});
afterAll(async () => {
  await db.close();
  await database[Symbol.asyncDispose]();
});

test('every law holds over its two years', async () => {
  const { checks } = await proveBook(db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('there is somebody for every role, and each can sign in', async () => {
  const roles = signIns.map(({ role }) => role);
  expect(new Set(roles).size).toBeGreaterThanOrEqual(8);
  for (const { email, password } of signIns.slice(0, 2)) {
    const member = await memberByEmail(db, email);
    const right = await checkPassword(db, member?.memberId, password, desk.clock.now());
    expect(right.ok).toBe(true);
  }
});

describe('the day’s list', () => {
  test('has work for each collector, broken promises among it', async () => {
    const rows = await db.all(sql<{ owner: string; accounts: number; broken: number }>`
      select p.name as owner, count(*)::int as accounts,
             (count(*) filter (where 'promise_broken' = any(w.kinds)))::int as broken
        from worklist.account_work w
        join customers.account_card c on c.account_id = w.account_id
        join team.person p on p.member_id = c.owner_id
       group by p.name
       order by p.name`);
    expect(rows.map(({ owner }) => owner)).toEqual(['Casey Lund', 'Imani Brooks', 'Rosa Delgado']);
    for (const { accounts, broken } of rows) {
      expect(accounts).toBeGreaterThanOrEqual(6);
      expect(broken).toBeGreaterThanOrEqual(1);
    }
  });

  test('shows every kind of reason, in both languages, large and small', async () => {
    const rows = await db.all(sql<{ kinds: string[]; language: string; overdue: bigint }>`
      select w.kinds, c.language, w.overdue_minor as overdue
        from worklist.account_work w
        join customers.account_card c on c.account_id = w.account_id`);
    // Warnings come with the first night's forecast.
    const atFirst = workKinds.filter((kind) => kind !== 'early_warning');
    expect(new Set(rows.flatMap(({ kinds }) => kinds))).toEqual(new Set(atFirst));
    expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['en', 'es']));
    const sizes = rows.map(({ overdue }) => Number(overdue));
    expect(Math.max(...sizes)).toBeGreaterThan(1_000_000);
    expect(Math.min(...sizes)).toBeLessThan(10_000);
  });

  test('leaves the workers nothing to catch up with but papers to make', async () => {
    const rows = await db.all(sql<{ name: string }>`
      select e.name
        from platform.event_waiting w
        join platform.event e on e.event_id = w.event_id`);
    expect(rows.map(({ name }) => name)).toEqual(['statements.run_moved', 'statements.run_moved']);
  });
});

test('a first start that is cut short leaves nothing behind', async () => {
  await using other = await freshDatabase();
  const empty = openDb(other.url, { poolSize: 2 });
  let asked = 0;
  const failing = {
    today: desk.clock.today,
    now: () => {
      asked += 1;
      if (asked > 60) throw new Error('the plug is pulled');
      return desk.clock.now();
    },
  };
  await expect(seedDemo({ db: empty, clock: failing })).rejects.toThrow('the plug is pulled');
  const { left } = await empty.one(sql<{ left: bigint }>`
    select (select count(*) from team.company) + (select count(*) from team.member)
           + (select count(*) from platform.audit) as left`);
  expect(left).toBe(0n);
  await empty.close();
});

test('its history was known when it happened, not all at once', async () => {
  const { months } = await db.one(sql<{ months: bigint }>`
    select count(distinct date_trunc('month', recorded_at)) as months
      from ledger.entry`);
  expect(months).toBeGreaterThanOrEqual(10n);
});

test('its controller closed the months up to the last one, each in its turn', async () => {
  const { through } = await db.one(sql<{ through: string }>`
    select soft_through as through
      from ledger.closed`);
  expect(through).toBe('2026-09-30');
  const closings = await db.all(sql<{ period: string; day: string }>`
    select period, to_char(recorded_at at time zone 'America/New_York', 'YYYY-MM-DD') as day
      from ledger.period_closing
     order by recorded_at`);
  expect(closings.map(({ period }) => period)).toEqual([
    '2026-05',
    '2026-06',
    '2026-07',
    '2026-08',
    '2026-09',
  ]);
  expect(closings.every(({ period, day: on }) => on > `${period}-31`)).toBe(true);
});

test('it has what the screens have to show', async () => {
  const found = await db.one(sql<Readonly<Record<string, bigint>>>`
    select (select count(distinct currency) from ledger.item) as currencies,
           (select count(distinct state) from promises.promise_now) as "promise states",
           (select count(*) from customers.relation where kind = 'guarantor') as guarantors,
           (select count(*) from customers.relation where kind = 'payer') as payers,
           (select count(*) from ledger.entry where kind = 'write_off') as "write-offs",
           (select count(*) from ledger.entry where kind = 'recovery') as recoveries,
           (select count(*) from ledger.item where kind = 'credit_memo') as "credit memos",
           (select count(*) from ledger.entry where kind = 'interest') as interest,
           (select count(*) from disputes.open_dispute) as disputes,
           (select count(*) from credit.sales_order) as orders,
           (select count(distinct status) from customers.account_now) as statuses,
           (select count(*) from customers.activity where kind = 'note') as notes`);
  const missing = Object.entries(found).filter(([, count]) => count === 0n);
  expect(missing).toEqual([]);
  expect(found['currencies']).toBe(3n);
  expect(found['statuses']).toBeGreaterThanOrEqual(5n);
});

test('its bank reported two days, whose payments are posted or wait with a reason', async () => {
  const files = await db.all(sql`
    select n.state, n.added, n.controls_failed from bank_files.file_now n`);
  // The last is the report of the card processor.
  expect(files).toEqual([
    { state: 'taken_in', added: 8, controls_failed: 0 },
    { state: 'taken_in', added: 9, controls_failed: 0 },
    { state: 'taken_in', added: 3, controls_failed: 0 },
  ]);
  const { used, waiting } = await db.one(sql<{ used: bigint; waiting: bigint }>`
    select count(*) filter (where used_by is not null) as used,
           count(*) filter (where used_by is null) as waiting
      from bank_files.line_card`);
  // All but the fees of the bank became receipts.
  expect([used, waiting]).toEqual([15n, 2n]);
});

test('a deposit holds checks; a card batch, papers and disputes wait', async () => {
  const found = await db.one(sql<Record<string, unknown>>`
    select (select array_agg(n.state) from cash.deposit_now n) as deposits,
           (select count(*)::int from cash.deposit_item) as checks,
           (select count(distinct batch)::int from bank_files.settlement_line) as "card batches",
           (select array_agg(r.kind order by r.kind) from statements.run r) as runs,
           (select count(distinct state)::int from disputes.case_now) as "states of cases"`);
  expect(found).toEqual({
    deposits: ['closed'],
    checks: 3,
    'card batches': 1,
    runs: ['invoice', 'statement'],
    'states of cases': 4,
  });
});

test('company and collectors have a cash goal for the month, and it is measured', async () => {
  const { company_id: companyId } = await db.one(sql<{ company_id: Id }>`
    select company_id from team.company`);
  const people = await db.all(sql<{ member_id: Id; name: string }>`
    select member_id, name from team.person
     where name in ('Casey Lund', 'Imani Brooks', 'Rosa Delgado')
     order by name`);
  expect(people).toHaveLength(3);
  const asOf = desk.clock.today();
  const figures = await measures(
    db,
    [null, ...people.map((person) => person.member_id)].map((collectorId) => ({
      metric: 'attainment' as const,
      scope: { ...wholeCompany(companyId, currency('USD')), collectorId },
      asOf,
      knownAt: null,
      period: { from: startOfMonth(asOf), to: asOf },
    })),
  );
  const goals = figures.map(({ parts }) =>
    Number(parts.find(({ name }) => name === 'goal_cash')?.value),
  );
  const [company = 0, ...own] = goals;
  expect(Math.min(...own)).toBeGreaterThan(0);
  expect(own.reduce((sum, goal) => sum + goal, 0)).toBeLessThanOrEqual(company);
  expect(figures.every(({ value }) => value !== null)).toBe(true);
});

test('a quarter of calls and e-mails stands beside what came of them, by person', async () => {
  const { company_id: companyId } = await db.one(sql<{ company_id: Id }>`
    select company_id from team.company`);
  const asOf = desk.clock.today();
  const question = {
    scope: wholeCompany(companyId, currency('USD')),
    asOf,
    knownAt: null,
    period: usualPeriod(asOf),
  };
  const page = { limit: null, offset: 0 };
  const { rows } = await readActivity(db, question, 'collector', page);
  const working = rows.filter(({ attempts }) => attempts >= 50);
  expect(working.map(({ name }) => name)).toEqual(['Casey Lund', 'Imani Brooks', 'Rosa Delgado']);
  for (const { rightParty, promises, reached, attempts } of working) {
    expect(rightParty).toBeGreaterThan(10);
    expect(rightParty).toBeLessThan(reached);
    expect(reached).toBeLessThan(attempts);
    expect(promises).toBeGreaterThan(0);
  }
  // Whoever did what says when: nobody works on a Sunday.
  const { sundays } = await db.one(sql<{ sundays: bigint }>`
    select count(*) as sundays
      from compliance.contact_card
     where extract(isodow from at at time zone 'America/New_York') = 7
       and permit_kind = 'allowed'
       and at < ${asOf}::date`);
  expect(sundays).toBe(0n);
});

describe('the company can be invented', () => {
  // Its scenes lie on days before the day it is invented on: each day makes others of its debts.
  test.each(['2026-11-21', '2026-11-24', '2027-02-28', '2028-02-29', '2027-12-31'])(
    'on %s',
    async (today) => {
      await using fresh = await freshDatabase();
      const otherDb = openDb(fresh.url, { poolSize: 4 });
      try {
        await seedDemo({ db: otherDb, clock: clockOn(today) });
        const { checks } = await proveBook(otherDb);
        expect(checks.filter(({ ok }) => !ok)).toEqual([]);
      } finally {
        await otherDb.close();
      }
    },
  );
});
