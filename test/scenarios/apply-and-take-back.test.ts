/**
 * Applying and taking back is as if nothing had been: on any ledger, written off and recovered
 * from as people do, every balance and every due day is as before, and only the history has grown.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { reverseApplication } from '#areas/ledger/actions/reverse-application.ts';
import { answerOf } from '#test/support/builders.ts';
import {
  type Deed,
  type RandomBook,
  deeds,
  firstDay,
  openBook,
  perform,
} from '#test/support/random-ledger.ts';

type Standing = { readonly items: readonly string[]; readonly accounts: readonly string[] };

/** What is open of every item with its due day and base, and of every account. */
async function standing({ db }: RandomBook): Promise<Standing> {
  const items = await db.all(sql<{ line: string }>`
    select concat_ws(' ', i.item_id, b.open_minor, b.open_base_minor, i.issued_on, i.due_on) as line
      from ledger.item i
      join ledger.item_balance b on b.account_id = i.account_id and b.item_id = i.item_id
     order by i.item_id`);
  const accounts = await db.all(sql<{ line: string }>`
    select concat_ws(' ', account_id, currency, sum(open_minor)) as line
      from ledger.item_balance
     group by account_id, currency
     order by account_id, currency`);
  return {
    items: items.map(({ line }) => line),
    accounts: accounts.map(({ line }) => line),
  };
}

async function applications({ db }: RandomBook) {
  const rows = await db.all(sql<{ account_id: string; application_id: string }>`
    select account_id, application_id from ledger.application order by application_id`);
  return new Map(rows.map((row) => [row.application_id, row.account_id]));
}

/** Does one deed and takes back every application that it made. */
async function thereAndBack(book: RandomBook, deed: Deed, on: string): Promise<number> {
  const before = await applications(book);
  const was = await standing(book);
  book.on(on);
  await perform(book, { ...deed, back: 0 }, book.clock.today());
  const made = [...(await applications(book))].filter(([each]) => !before.has(each));
  for (const [applicationId, accountId] of made) {
    const wish = { accountId: id(accountId), applicationId: id(applicationId) };
    const today = book.clock.today();
    const back = await book.act(
      (context) => reverseApplication(context, { ...wish, when: today }),
      book.cfo,
    );
    expect(answerOf(back)).toBe('accepted');
  }
  if (made.length === 0) return 0;
  const now = await standing(book);
  expect(now.items.filter((line) => was.items.includes(line))).toEqual(was.items);
  expect(now.accounts).toEqual(was.accounts);
  // A write-off that is taken back closes its own counterpart besides.
  expect((await applications(book)).size).toBeGreaterThanOrEqual(before.size + 2 * made.length);
  return made.length;
}

test(
  'taking back what was applied or written off leaves balances and ages as they were',
  {
    timeout: 120_000,
  },
  async () => {
    const few = fc.record({
      lived: fc.array(deeds, { minLength: 25, maxLength: 35 }),
      tried: fc.array(
        deeds.map((deed): Deed => ({ ...deed, verb: deed.at % 2 === 0 ? 'write off' : 'apply' })),
        { minLength: 12, maxLength: 12 },
      ),
    });
    let made = 0;
    const property = fc.asyncProperty(few, async ({ lived, tried }) => {
      await using book = await openBook();
      for (const [at, deed] of lived.entries()) {
        book.on(plusDays(firstDay, at));
        await perform(book, deed, book.clock.today());
      }
      for (const deed of tried) made += await thereAndBack(book, deed, plusDays(firstDay, 40));
    });
    await fc.assert(property, { numRuns: 8, seed: 20_261_122, endOnFailure: true });
    expect(made).toBeGreaterThan(10);
  },
);
