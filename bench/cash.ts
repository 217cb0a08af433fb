/**
 * `npm run bench -- cash`: a day of the bank on a real database: a BAI2 file of 10,000 lines
 * taken in, made receipts, decided against some 39,000 open items, posted with applications.
 *
 * Of twenty payers, sixteen name their invoice, two pay two at once, two name nothing at all;
 * the file is written from what is open, so the run needs nothing that is not made in it. The
 * baseline is as many bare rows, a statement each, in one transaction of the same driver.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { accepted, type Context, type Desk, perform } from '#platform/action.ts';
import { makeClock } from '#platform/clock.ts';
import { openDb, type Queries } from '#platform/postgres/db.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { sql } from '#platform/postgres/sql.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { takeInFiles } from '#areas/bank-files/actions/take-in-files.ts';
import { readDropped } from '#areas/bank-files/answers/read-dropped.ts';
import { carryOut, decideWaiting } from '#areas/cash/actions/match-receipts.ts';
import { receiveLines } from '#areas/cash/actions/receive-lines.ts';
import { inventBook } from '#db/seed/invent-book.ts';
import { type Figure, figureLine, heading } from './figures.ts';
import { bareFile } from './posting.ts';
import { runCli } from './speed.ts';
import { writeBook } from './write-book.ts';

const today = day('2026-11-20');
const payments = 10_000;
/** So many invoices of the last weeks leave some 39,000 items open. */
const book = { seed: 7, customers: 2500, invoices: 43_000, days: 28 };

type Payment = { readonly minor: bigint; readonly said: string };
type Measured = { readonly rows: number; readonly ms: number };

export async function tellCash(
  url: string,
  home: string,
  say: (line: string) => void,
): Promise<void> {
  await migrate(url);
  takeInBook(url, home);
  const db = openDb(url, { poolSize: 1 });
  try {
    const desk: Desk = { db, clock: makeClock({ today, zone: 'America/New_York' }) };
    const companyId = await onlyCompany(db);
    const file = await writeDay(db);
    say(`${await openItems(db)} open items, ${payments} lines of the bank\n`);
    const bare = await bareFile(url, payments);
    const of = { desk, companyId };
    const taken = await takeIn(of, file);
    const made = await timedAct(of, async (context) => {
      const { receipts } = await receiveLines(context, companyId);
      return accept(receipts);
    });
    const { decided, posted } = await match(of);
    say(heading);
    const figures: Figure[] = [
      { name: rate('read and taken in', taken), ours: taken.ms, baseline: bare },
      { name: rate('made receipts', made), ours: made.ms, baseline: bare },
      { name: rate('decided and kept', decided), ours: decided.ms, bar: { ms: 20_000 } },
      {
        name: rate('posted', posted),
        ours: posted.ms,
        baseline: (bare * posted.rows) / payments,
        bar: { ms: posted.rows / 2 },
      },
    ];
    for (const figure of figures) say(figureLine(figure));
  } finally {
    await db.close();
  }
}

function rate(what: string, { rows, ms }: Measured): string {
  const number = (value: number): string => Math.round(value).toLocaleString('en');
  return `${number(rows)} ${what}, ${number((rows * 1000) / ms)} a second`;
}

/** Young invoices, nearly all of them open. */
function takeInBook(url: string, home: string): void {
  const folder = path.join(home, 'book-cash');
  rmSync(folder, { recursive: true, force: true });
  const span = { from: plusDays(today, -book.days), to: today };
  writeBook(folder, inventBook({ ...book, ...span, company: 'BENCH', currency: currency('USD') }));
  const invoices = book.invoices;
  runCli(url, { folder, invoices, today, backThen: today }, 'import', folder, '--json');
}

async function onlyCompany(db: Queries): Promise<Id> {
  const { company_id } = await db.one(sql<{ company_id: string }>`
    select company_id from team.company`);
  return id(company_id);
}

async function openItems(db: Queries): Promise<bigint> {
  const { open } = await db.one(sql<{ open: bigint }>`
    select count(*) as open from ledger.open_item`);
  return open;
}

/** A day's report of what the payers of open invoices would send. */
async function writeDay(db: Queries): Promise<Uint8Array> {
  const open = await db.all(sql<{ number: string; name: string; open_minor: bigint }>`
    select i.number, a.name, i.open_minor
      from ledger.open_item i
      join customers.account_card a on a.account_id = i.account_id
     where i.kind = 'invoice'
       and i.issued_on < ${today}
     order by a.account, i.number
     limit ${payments * 2}`);
  const paid: Payment[] = [];
  for (let at = 0; paid.length < payments; at += 1) {
    const [one, next] = [open[at], open[at + 1]];
    if (!one || !next) throw new Error(`only ${paid.length} payments can be made of what is open`);
    const payer = one.name.toUpperCase().replaceAll(/[,/]/gu, ' ');
    const turn = paid.length % 20;
    if (turn < 2 && next.name === one.name) {
      const said = `ORIG CO NAME:${payer} INV ${one.number} ${next.number}`;
      paid.push({ minor: one.open_minor + next.open_minor, said });
      at += 1;
    } else {
      const named = turn === 2 || turn === 3 ? '' : ` INV ${one.number}`;
      paid.push({ minor: one.open_minor, said: `ORIG CO NAME:${payer}${named}` });
    }
  }
  return Buffer.from(reportOf(paid), 'latin1');
}

function reportOf(paid: readonly Payment[]): string {
  const total = paid.reduce((sum, { minor }) => sum + minor, 0n);
  const date = today.replaceAll('-', '').slice(2);
  return [
    `01,122099999,123456789,${date},0800,1,80,,2/`,
    `02,031001234,122099999,1,${date},,USD,2/`,
    '03,000123,USD,015,0,,/',
    ...paid.map(({ minor, said }, at) => `16,165,${minor},Z,T${at},,${said}`),
    `49,${total},${paid.length + 2}/`,
    `98,${total},1,${paid.length + 4}/`,
    `99,${total},1,${paid.length + 6}/`,
    '',
  ].join('\n');
}

type Of = { readonly desk: Desk; readonly companyId: Id };

async function takeIn(of: Of, bytes: Uint8Array): Promise<Measured> {
  const { companyId, desk } = of;
  const account = { name: 'Operating', number: '000123', cashAccount: '1010' };
  await timedAct(of, async (context) => {
    const wish = { companyId, ...account, currency: currency('USD') };
    const made = await registerBankAccount(context, wish);
    return made.ok ? accept(1) : made;
  });
  const began = performance.now();
  const reading = { db: desk.db, companyId, said: {} };
  const read = accepted(await readDropped([{ name: 'day.bai', bytes }], reading));
  const readIn = performance.now() - began;
  const from = { companyId, companies: 'all', source: 'upload' } as const;
  const taken = await timedAct(of, async (context) => {
    const intakes = await takeInFiles(context, read, from);
    return intakes.ok ? accept(intakes.value.reduce((sum, { added }) => sum + added, 0)) : intakes;
  });
  return { rows: taken.rows, ms: taken.ms + readIn };
}

/**
 * The two halves of matching in one transaction, each with its own time: receipts decided and
 * their decisions kept; then posted with applications, journal and news, up to the commit.
 */
async function match(of: Of): Promise<{ decided: Measured; posted: Measured }> {
  const { companyId } = of;
  let decided: Measured = { rows: 0, ms: 0 };
  const both = await timedAct(of, async (context) => {
    const began = performance.now();
    const weighed = await decideWaiting(context, { companyId, receiptIds: 'all' });
    if (!weighed) throw new Error('no receipt waits');
    decided = { rows: weighed.decided.length, ms: performance.now() - began };
    const matched = await carryOut(context, companyId, weighed);
    return accept(matched.filter(({ posted }) => posted).length);
  });
  return { decided, posted: { rows: both.rows, ms: both.ms - decided.ms } };
}

/** An act in a transaction of its own, with how many rows it did and how long it took. */
async function timedAct(
  { desk }: Of,
  work: (context: Context) => Promise<Outcome<number>>,
): Promise<Measured> {
  const actor = { ref: 'job:bench', memberId: null };
  const doing = { action: 'bench.cash', actor, reason: 'for the bench', input: null };
  const began = performance.now();
  const { answer } = accepted(await perform(desk, doing, work));
  return { rows: answer, ms: performance.now() - began };
}
