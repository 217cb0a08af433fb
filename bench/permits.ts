/**
 * `npm run bench -- permits`: permits asked for 10,000 contacts in one transaction, each with its
 * stored row. The baseline is the plain selection of the accounts and their open items.
 *
 *     BENCH_CONTACTS=2000    another number
 */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { type Desk, accepted, perform } from '#platform/action.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Intended, askPermits } from '#areas/compliance/index.ts';
import { figureLine, heading } from './figures.ts';
import { bookStatements } from './strategies.ts';

export async function tellPermits(url: string, say: (line: string) => void): Promise<void> {
  await migrate(url);
  const count = Number(process.env['BENCH_CONTACTS'] ?? '10000');
  const owner = openDb(url, { poolSize: 1, asOwner: true });
  await owner.run(sql`set session_replication_role = replica`);
  for (const each of bookStatements(count)) await owner.run(each);
  await owner.run(sql`
    insert into ledger.item (account_id, item_id, entry_id, kind, side, currency, amount_minor,
                             base_minor, number, issued_on, due_on, effective_on, recorded_at)
    select b.account_id, b.item_id, b.item_id, b.kind, b.side, b.currency, b.amount_minor,
           b.base_minor, 'I', b.issued_on, b.due_on, b.effective_on, b.recorded_at
      from ledger.item_balance b`);
  await owner.run(sql`set session_replication_role = origin`);
  await owner.run(sql`vacuum analyze`);
  await owner.close();
  const db = openDb(url, { poolSize: 4 });
  try {
    await tellAsked(db, say);
  } finally {
    await db.close();
  }
}

async function tellAsked(db: Db, say: (line: string) => void): Promise<void> {
  // A Friday noon in New York, when most may be written to.
  const now = instant('2026-11-20T17:00:00Z');
  const clock = { today: () => day('2026-11-20'), now: () => now };
  const desk: Desk = { db, clock };
  const began = performance.now();
  const accounts = await db.all(sql<{ account_id: string; items: string[] }>`
    select a.account_id, array_agg(b.item_id) as items
      from customers.account_card a
      join ledger.item_balance b on b.account_id = a.account_id
     where b.open_minor <> 0
     group by a.account_id`);
  const baseline = performance.now() - began;
  const intended = accounts.map(({ account_id, items }): Intended => ({
    accountId: id(account_id),
    contactId: null,
    channel: 'email',
    address: `ap@${account_id}.example`,
    purpose: 'collect',
    technology: 'manual',
    itemIds: items.slice(0, 5).map(id),
  }));
  const actor = { ref: 'job:bench', memberId: null };
  const doing = { action: 'compliance.ask_permits', actor, reason: 'for the bench', input: {} };
  const asked = performance.now();
  const used = process.cpuUsage();
  const done = await perform(desk, doing, async (context) =>
    accept(await askPermits(context, intended)),
  );
  const ours = performance.now() - asked;
  const { user, system } = process.cpuUsage(used);
  const permits = accepted(done).answer;
  const allowed = permits.filter((permit) => permit.allowed).length;
  say(`${permits.length} asked, ${allowed} allowed;`);
  say(`${Math.round((user + system) / 1000)} ms of this processor\n`);
  say(heading);
  say(figureLine({ name: 'permits asked and stored', ours, baseline, bar: { ms: 5000 } }));
}
