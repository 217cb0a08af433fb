/**
 * Whatever people do at a desk, and however many do it at once, the book holds.
 *
 * Random ledgers through the real actions; the laws that rows can break are proved by
 * `dunlin prove` itself, the rest is said here.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import { applyCredit } from '#areas/ledger/actions/apply-credit.ts';
import { proveLedger } from '#areas/ledger/actions/prove-ledger.ts';
import { reverseApplication } from '#areas/ledger/actions/reverse-application.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { openItems } from '#areas/ledger/store/items.ts';
import { readAging, wholeAging } from '#areas/reports/answers/aging.ts';
import {
  type Deed,
  type RandomBook,
  deeds,
  firstDay,
  openBook,
  perform,
} from '#test/support/random-ledger.ts';

/** So many deeds, done a few at a time by people who do not wait for each other. */
const month = fc.array(fc.array(deeds, { minLength: 1, maxLength: 5 }), {
  minLength: 30,
  maxLength: 45,
});
const runs = { seed: 20_261_121, numRuns: 5, endOnFailure: true };

describe('any book', () => {
  test('I-1, I-3, I-5: stays proved, is its control account, keeps what was known', async () => {
    await fc.assert(
      fc.asyncProperty(month, fc.nat(60), async (turns, back) => {
        await using book = await openBook();
        const seen: { asOf: Day; knownAt: Instant; said: unknown }[] = [];
        await live(book, turns, async (today, turn) => {
          if (turn % 4 !== 0) return;
          const knownAt = book.clock.now();
          const asOf = plusDays(today, -(turn % 3) * 15);
          seen.push({ asOf, knownAt, said: await said(book, asOf, knownAt) });
        });

        const { checks } = await proveLedger(book.db);
        expect(checks.filter(({ ok }) => !ok)).toEqual([]);
        for (const { asOf, knownAt, said: then } of seen) {
          expect(await said(book, asOf, knownAt)).toEqual(then);
        }
        const asOf = plusDays(book.clock.today(), -back);
        expect(await balances(book, asOf)).toEqual(await controlOn(book, asOf));
        expect(await differingWays(book, asOf)).toEqual([]);
      }),
      runs,
    );
  });

  test('I-4: is the same after applying and taking back, whatever stands in it', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(month, async (turns) => {
        await using book = await openBook();
        await live(book, turns, () => Promise.resolve());
        const today = book.clock.today();
        const before = await said(book, today, book.clock.now());
        tried += await applyAndTakeBackEverything(book, today);
        expect(await said(book, today, book.clock.now())).toEqual(before);
        const { checks } = await proveLedger(book.db);
        expect(checks.filter(({ ok }) => !ok)).toEqual([]);
      }),
      { ...runs, numRuns: 2 },
    );
    expect(tried).toBeGreaterThan(5);
  });

  test('I-11: counts every account once, whoever the aging is by', async () => {
    await fc.assert(
      fc.asyncProperty(month, async (turns) => {
        await using book = await openBook();
        await live(book, turns, () => Promise.resolve());
        const today = book.clock.today();
        const whole = await report(book, today, 'currency');
        for (const by of ['account', 'customer', 'family', 'company', 'collector'] as const) {
          const { rows, totals } = await report(book, today, by);
          expect(totals).toEqual(whole.totals);
          for (const { currency, balance } of totals) {
            const parts = rows.filter((row) => row.currency === currency);
            const sum = parts.reduce((total, row) => total + cents(row.balance), 0n);
            expect(sum).toBe(cents(balance));
          }
        }
      }),
      { ...runs, numRuns: 2 },
    );
  });
});

test('I-14: sums beyond what a float can hold are exact to the cent', async () => {
  await using book = await openBook();
  const [account] = book.accounts;
  if (!account) throw new Error('an account was expected');
  for (let count = 0; count < 3; count += 1) {
    await book.invoice(account, { amount: '90071992547409.93', issued: '2026-01-05' });
  }
  const { totals } = await report(book, day('2026-01-05'), 'currency');
  expect(totals[0]?.balance).toBe('270215977642229.79');
});

test('no column of an amount is a float', async () => {
  await using book = await openBook();
  const floats = await book.db.all(sql<{ name: string }>`
    select attrelid::regclass || '.' || attname as name
      from pg_catalog.pg_attribute
      join pg_catalog.pg_class c on c.oid = attrelid
     where atttypid in ('float4'::regtype, 'float8'::regtype, 'money'::regtype)
       and c.relnamespace::regnamespace::text
           in ('ledger', 'invoices', 'credit', 'disputes', 'promises', 'customers')`);
  expect(floats).toEqual([]);
});

/** Items that one of the three ways to the open items of a day gives and another does not. */
async function differingWays({ db }: RandomBook, asOf: Day): Promise<unknown[]> {
  return db.all(sql`
    with plain as (select * from ledger.open_items_on(${asOf}::date)),
         long_ago as (select * from ledger.open_items_long_ago(${asOf}::date)),
         by_account as (select i.*
                          from ledger.account a,
                               lateral ledger.account_items_on(a.account_id, ${asOf}::date) i)
    (table plain except table long_ago) union all (table long_ago except table plain)
     union all
    (table plain except table by_account) union all (table by_account except table plain)`);
}

/** Applies each open credit onto each open debit it fits, and takes it back; how often it could. */
async function applyAndTakeBackEverything(book: RandomBook, today: Day): Promise<number> {
  let applied = 0;
  for (const accountId of book.accounts) {
    const open = await openItems(book.db, accountId);
    const debits = open.filter(({ side }) => side === 'debit');
    for (const credit of open.filter(({ side }) => side === 'credit')) {
      for (const debit of debits.filter(({ currency }) => currency === credit.currency)) {
        const least = debit.open < credit.open ? debit.open : credit.open;
        const items = { creditItemId: credit.itemId, debitItemId: debit.itemId };
        const amount = money((least + 1n) / 2n, credit.currency);
        const wish = { accountId, ...items, amount, effectiveOn: today };
        const outcome = await book.act((context) => applyCredit(context, wish));
        if (!outcome.ok) continue;
        const { applicationId } = outcome.value;
        const back = { accountId, applicationId, when: today };
        await book.done((context) => reverseApplication(context, back));
        expect(await openItems(book.db, accountId)).toEqual(open);
        applied += 1;
      }
    }
  }
  return applied;
}

/** Each turn is a day or two later; its deeds are done at once. */
async function live(
  book: RandomBook,
  turns: readonly (readonly Deed[])[],
  pause: (today: Day, turn: number) => Promise<void>,
): Promise<void> {
  let today = firstDay;
  for (const [turn, together] of turns.entries()) {
    today = plusDays(today, 1 + (turn % 2));
    book.on(today);
    await Promise.all(together.map((deed) => perform(book, deed, today)));
    await pause(today, turn);
  }
}

function report(
  book: RandomBook,
  asOf: Day,
  by: 'account' | 'customer' | 'family' | 'company' | 'collector' | 'currency',
  knownAt: Instant | null = null,
) {
  const question = { ...wholeAging(asOf, bucketSets.standard), by, knownAt };
  const page = { sort: { column: 'account' }, descending: false, limit: null, offset: 0 } as const;
  return readAging(book.db, question, page, instant('2030-01-01T00:00:00Z'));
}

async function said(book: RandomBook, asOf: Day, knownAt: Instant): Promise<unknown> {
  const { rows, totals } = await report(book, asOf, 'account', knownAt);
  return { rows, totals };
}

/** Buckets and unapplied of the report, by currency. */
async function balances(book: RandomBook, asOf: Day): Promise<Record<string, string>> {
  const { totals } = await report(book, asOf, 'currency');
  return Object.fromEntries(
    totals
      .map(({ currency, buckets, unapplied, balance }) => {
        const sum = [...buckets, unapplied].reduce((total, part) => total + cents(part), 0n);
        expect(sum).toBe(cents(balance));
        return [currency, balance] as const;
      })
      .filter(([, balance]) => cents(balance) !== 0n),
  );
}

async function controlOn(book: RandomBook, asOf: Day): Promise<Record<string, string>> {
  const rows = await book.db.all(sql<{ currency: string; amount: bigint }>`
    select l.currency,
           sum(case when l.debit = 'ar' then l.amount_minor
                    else -l.amount_minor end)::bigint as amount
      from ledger.line l
      join ledger.entry e on e.account_id = l.account_id and e.entry_id = l.entry_id
     where 'ar' in (l.debit, l.credit)
       and e.effective_on <= ${asOf}
     group by l.currency`);
  return Object.fromEntries(
    rows
      .filter(({ amount }) => amount !== 0n)
      .map(({ currency, amount }) => [currency, formatMoney(money(amount, currency))]),
  );
}

function cents(text: string): bigint {
  return BigInt(text.replace('.', ''));
}
