/** I-12: whatever happens in a book, each statement opens as the one before it closed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type PaperPart, paperParts } from '#areas/invoices/rules/statement-part.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { statementFacts } from '#areas/statements/store/facts.ts';
import {
  type RandomBook,
  deeds,
  firstDay,
  openBook,
  perform,
} from '#test/support/random-ledger.ts';

const year = fc.array(deeds, { minLength: 40, maxLength: 70 });
const edges = bucketSets.standard;
const periodDays = 21;

test('a statement closes as the next one opens, as its ages and as the ledger', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(year, async (told) => {
      await using book = await openBook();
      for (const [index, deed] of told.entries()) {
        const today = plusDays(firstDay, index * 2);
        book.on(today);
        await perform(book, deed, today);
      }
      const last = plusDays(firstDay, told.length * 2);
      // Nothing happened before the first period of a book.
      let before = new Map<string, bigint>();
      for (let to = plusDays(firstDay, -30); to < last; to = plusDays(to, periodDays)) {
        const parts = await partsOf(book, plusDays(to, 1 - periodDays), to);
        const opened = parts.map(({ key, part }) => [key, part.opening]);
        expect(opened).toEqual(parts.map(({ key }) => [key, before.get(key) ?? 0n]));
        before = new Map(parts.map(({ key, part }) => [key, part.closing]));
        expect(before).toEqual(await ledgerOn(book, to, parts));
        compared += parts.length;
      }
    }),
    { seed: 20_261_121, numRuns: 4, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(20);
}, 120_000);

async function partsOf(
  book: RandomBook,
  fromOn: Day,
  toOn: Day,
): Promise<{ key: string; part: PaperPart }[]> {
  const knownAt = book.clock.now();
  const facts = await statementFacts(book.db, book.accounts, { fromOn, toOn, knownAt });
  return [...facts].flatMap(([accountId, found]) => {
    const parts = paperParts(found, 'balance_forward', { on: toOn, edges });
    const open = paperParts(found, 'open_item', { on: toOn, edges });
    expect(open.map(({ closing }) => closing)).toEqual(parts.map(({ closing }) => closing));
    return parts.map((part) => ({ key: keyOf(accountId, part.currency), part }));
  });
}

/** What the ledger says of every part; a part that closes at nothing has no row there. */
async function ledgerOn(
  { db }: RandomBook,
  on: Day,
  parts: readonly { readonly key: string }[],
): Promise<Map<string, bigint>> {
  const rows = await db.all(sql<{ account_id: Id; currency: string; balance: bigint }>`
    select account_id, currency, sum(open_minor)::bigint as balance
      from ledger.open_items_on(${on}::date)
     group by account_id, currency`);
  const known = new Map(rows.map((row) => [keyOf(row.account_id, row.currency), row.balance]));
  for (const key of known.keys()) expect(parts.map((each) => each.key)).toContain(key);
  return new Map(parts.map(({ key }) => [key, known.get(key) ?? 0n]));
}

function keyOf(accountId: Id, currency: string): string {
  return `${accountId} ${currency}`;
}
