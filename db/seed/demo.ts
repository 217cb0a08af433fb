/**
 * The invented company that a first start shows: Harbor & Vale Supply, two years of invoices and
 * money, people with portfolios, and a day's list worth working.
 *
 * Everything goes through the actions that people use. The history comes in as it became known,
 * month by month near the end, so that "known at" means something; promises are made before the
 * money that keeps or breaks them.
 */
import { type Day, plusDays, startOfMonth, plusMonths } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { currency, money } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { addNote } from '#areas/customers/actions/add-note.ts';
import { setStatus } from '#areas/customers/actions/set-status.ts';
import { importBook } from '#areas/imports/actions/import-book.ts';
import type { Incoming } from '#areas/imports/rules/incoming.ts';
import { insertRate } from '#areas/ledger/index.ts';
import { judgePromises } from '#areas/promises/actions/judge-promises.ts';
import { makePromise } from '#areas/promises/actions/make-promise.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { addMember, insertCompany } from '#areas/team/index.ts';
import { type Actor, type Context, type Desk, accepted, perform } from '#platform/action.ts';
import { setPassword } from '#platform/auth/credentials.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import { newId } from '#platform/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { inventBook } from './invent-book.ts';
import { demoPassword, people } from './people.ts';

export type SignIn = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: string;
};

const company = 'DEMO';
const usd = currency('USD');
const eur = currency('EUR');

/** Fills an empty desk; answers the log-ins to print. All of them have the same password. */
export async function seedDemo(desk: Desk, password = demoPassword): Promise<readonly SignIn[]> {
  const today = desk.clock.today();
  await foundCompany(desk);
  await hirePeople(desk, password);
  const from = startOfMonth(plusMonths(today, -24));
  const book = invented(from, today);
  const cuts = [-120, -60, -30, -16, -6, 0].map((days) => plusDays(today, days));
  let since: Day | undefined;
  for (const upTo of cuts) {
    const then = deskOn(desk, upTo);
    await take(then, between(book, since, upTo));
    await act(then, 'promises.judge_promises', (context) =>
      judgePromises(context, 'all', standardPromisePolicy),
    );
    if (upTo < today) await collectorsAtWork(then);
    since = upTo;
  }
  await act(desk, 'promises.judge_promises', (context) =>
    judgePromises(context, 'all', standardPromisePolicy),
  );
  return people.map(({ name, email, role }) => ({ name, email, role, password }));
}

async function foundCompany(desk: Desk): Promise<void> {
  await act(desk, 'team.found_company', async (context) => {
    await insertCompany(context.tx, {
      companyId: newId(),
      code: company,
      name: 'Harbor & Vale Supply',
      baseCurrency: usd,
      zone: 'America/New_York',
      demo: true,
    });
    return accept(undefined);
  });
}

async function hirePeople(desk: Desk, password: string): Promise<void> {
  const hash = await hashPassword(password);
  for (const { name, email, language, role } of people) {
    const wish = { name, email, language, roles: [role], companies: [] };
    const { memberId } = await act(desk, 'team.add_member', (context) =>
      addMember(context, wish, 'all'),
    );
    await setPassword(desk.db, memberId, hash, desk.clock.now());
  }
}

function invented(from: Day, to: Day): Incoming {
  const span = { from, to, days: 745, company };
  const owners = ['rosa@demo.example', 'casey@demo.example', 'imani@demo.example'];
  const home = inventBook({
    ...span,
    seed: 11,
    customers: 56,
    invoices: 1700,
    currency: usd,
    owners,
  });
  const abroad = inventBook({
    ...span,
    seed: 12,
    customers: 6,
    invoices: 90,
    currency: eur,
    mark: 'E',
    owners,
  });
  return {
    customers: [...home.customers, ...abroad.customers],
    terms: home.terms,
    documents: [...home.documents, ...abroad.documents].filter((each) => each.issuedOn <= to),
    payments: [...home.payments, ...abroad.payments],
    applications: [...home.applications, ...abroad.applications],
    orders: [],
  };
}

/** What became known after one day, up to and with another. */
function between(book: Incoming, after: Day | undefined, upTo: Day): Incoming {
  const within = (on: Day): boolean => (after === undefined || on > after) && on <= upTo;
  return {
    customers: after === undefined ? book.customers : [],
    terms: after === undefined ? book.terms : [],
    documents: book.documents.filter((each) => within(each.issuedOn)),
    payments: book.payments.filter((each) => within(each.on)),
    applications: book.applications.filter((each) => within(each.on)),
    orders: [],
  };
}

async function take(desk: Desk, incoming: Incoming): Promise<void> {
  await act(desk, 'imports.import_book', async (context) => {
    await keepRates(context, incoming);
    const rows = incoming.documents.length + incoming.payments.length;
    return importBook(
      context,
      {
        kind: 'book',
        source: 'demo',
        files: [],
        incoming,
        rows: rows + incoming.applications.length + incoming.customers.length,
        skipped: 0,
        problems: [],
        company,
        currency: usd,
        acceptGood: true,
      },
      () => undefined,
    );
  });
}

/** The euro wanders a little from month to month. */
async function keepRates(context: Context, incoming: Incoming): Promise<void> {
  const months = new Set(
    [
      ...incoming.documents.map((each) => each.issuedOn),
      ...incoming.payments.map((each) => each.on),
    ]
      .map(startOfMonth)
      .toSorted(),
  );
  for (const effectiveOn of months) {
    const rate = decimal(`1.${String(1050 + ((Number(effectiveOn.slice(5, 7)) * 37) % 120))}`);
    const given = { from: eur, to: usd, effectiveOn, rate, source: 'demo' };
    await insertRate(context.tx, given, context.at);
  }
}

type Late = { account_id: string; owner_id: string | null; currency: string; overdue: bigint };

const saids = [
  'Check run is on Thursday.',
  'Waiting for the approver, who is back on Monday.',
  'Asked for a copy of the invoice; sent while on the telephone.',
  'Dice que el pago sale el viernes.',
  'Receiver says two pallets were short; will send the delivery note.',
  'No answer, left a message with our number.',
] as const;

/** On a day in the past: some calls, some promises, two statuses. */
async function collectorsAtWork(desk: Desk): Promise<void> {
  const today = desk.clock.today();
  const late = await desk.db.all(sql<Late>`
    select i.account_id, c.owner_id, i.currency, sum(i.open_minor)::bigint as overdue
      from ledger.open_items_on(${today}::date) i
      join customers.account_card c on c.account_id = i.account_id
     where i.aged
       and i.due_on < ${today}
     group by i.account_id, c.owner_id, i.currency
    having sum(i.open_minor) > 50000
     order by overdue desc`);
  for (const [index, account] of late.entries()) {
    if (index % 3 === 2) continue;
    const accountId = account.account_id as Id;
    const text = saids[index % saids.length] ?? saids[0];
    await perform(desk, doing('customers.add_note', 'note', account.owner_id), (context) =>
      addNote(context, { accountId, text }),
    );
    if (index % 3 === 0) await promise(desk, accountId, account, index);
  }
  const [first] = late;
  if (first) await hold(desk, first);
}

async function promise(desk: Desk, accountId: Id, late: Late, index: number): Promise<void> {
  const wish = {
    accountId,
    amount: money((late.overdue * 2n) / 5n, late.currency),
    dueOn: plusDays(desk.clock.today(), 4 + (index % 9)),
    saidBy: 'Accounts payable',
    method: index % 2 === 0 ? 'check' : 'ach',
    itemIds: [],
    supersedes: [],
    note: '',
  };
  // A promise beyond what is still open is refused, as it would be on the telephone.
  await perform(desk, doing('promises.make_promise', 'call', late.owner_id), (context) =>
    makePromise(context, wish, standardPromisePolicy),
  );
}

async function hold(desk: Desk, late: Late): Promise<void> {
  const accountId = late.account_id as Id;
  const wish = { accountId, status: 'hold', effectiveOn: desk.clock.today() } as const;
  const reason = 'Orders wait until the oldest is paid';
  await perform(desk, doing('customers.set_status', reason, late.owner_id), (context) =>
    setStatus(context, wish),
  );
}

/** Done by the collector who owns the account, or by the seed itself. */
function doing(action: string, reason = 'the invented company', owner: string | null = null) {
  // Owners were read from the member table a moment ago, so the text is an id.
  const memberId = owner as Id | null;
  const actor: Actor = { ref: owner === null ? 'job:seed-demo' : `member:${owner}`, memberId };
  return { action, actor, reason, input: null };
}

async function act<T, R extends string>(
  desk: Desk,
  action: string,
  work: (context: Context) => Promise<Outcome<T, R>>,
): Promise<T> {
  return accepted(await perform(desk, doing(action), work)).answer;
}

/** The desk as it stood at the close of a day. */
function deskOn(desk: Desk, day: Day): Desk {
  if (day === desk.clock.today()) return desk;
  let seconds = 0;
  const now = (): Instant => {
    seconds += 1;
    const time = new Date(Date.parse(`${day}T20:00:00Z`) + seconds * 1000).toISOString();
    const real = desk.clock.now();
    const then = instant(time);
    return then < real ? then : real;
  };
  return { db: desk.db, clock: { today: () => day, now } };
}
