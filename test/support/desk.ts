/**
 * A desk for one test: a fresh database, a clock that the test sets, one company, two people,
 * and short verbs for what happens there.
 *
 * The rule: a story sets the day it plays on; `today` and the moment of recording move
 * together, each recording a millisecond after the one before.
 */
import { type Day, day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, currency, parseMoney } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { type Actor, type Context, type Desk, accepted, perform } from '#platform/action.ts';
import { newId } from '#platform/ids.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { recordPostings } from '#areas/ledger/index.ts';
import type { StatedAccount } from '#areas/customers/rules/stated-account.ts';
import { type ItemKind, type Posting, controlLine } from '#areas/ledger/rules/posting.ts';
import { freshDatabase } from './db.ts';

export type TestDesk = AsyncDisposable &
  Desk & {
    readonly db: Db;
    readonly url: string;
    readonly companyId: Id;
    /** A collector and a senior. */
    readonly ann: Id;
    readonly ben: Id;
    /** Sets the business day and the moment of recording (noon, UTC). */
    on(day: string): void;
    /** Does an action as Ann and answers its outcome. */
    act<T, R extends string>(work: (context: Context) => Promise<Outcome<T, R>>): Acted<T, R>;
    /** The same; a refusal fails the test. */
    done<T, R extends string>(work: (context: Context) => Promise<Outcome<T, R>>): Promise<T>;
    company(code: string, zone?: string): Promise<Id>;
    account(stated: Partial<StatedAccount> & { customerNumber: string }): Promise<Id>;
    invoice(accountId: Id, wish: ItemWish): Promise<Id>;
    /** Money on account, not applied to anything yet. */
    receipt(accountId: Id, wish: ItemWish): Promise<Id>;
  };

type Acted<T, R extends string> = Promise<Outcome<T, R | 'idempotency.key_used_otherwise'>>;

export type ItemWish = {
  readonly amount: string;
  readonly on: string;
  readonly due?: string;
  readonly currency?: string;
  readonly number?: string;
  readonly reference?: string;
};

/** Opens a desk on a day. */
export async function openDesk(start: string): Promise<TestDesk> {
  const database = await freshDatabase();
  const db = openDb(database.url, { poolSize: 4 });
  const clock = storyClock(start);
  const companyId = await insertCompany(db, 'MAIN', 'America/New_York');
  const ann = await insertMember(db, 'Ann', 'ann@desk.example');
  const ben = await insertMember(db, 'Ben', 'ben@desk.example');
  const actor: Actor = { ref: `member:${ann}`, memberId: ann };
  const desk: Desk = { db, clock };

  function act<T, R extends string>(work: (context: Context) => Promise<Outcome<T, R>>) {
    const doing = { action: 'test.story', actor, reason: 'the story says so', input: null };
    return perform(desk, doing, work).then(
      (outcome): Outcome<T, R | 'idempotency.key_used_otherwise'> =>
        outcome.ok ? { ok: true, value: outcome.value.answer } : outcome,
    );
  }
  const done = async <T, R extends string>(
    work: (context: Context) => Promise<Outcome<T, R>>,
  ): Promise<T> => accepted(await act(work));

  return {
    ...desk,
    url: database.url,
    companyId,
    ann,
    ben,
    on: clock.set,
    act,
    done,
    company: (code, zone = 'America/New_York') => insertCompany(db, code, zone),
    account: (stated) =>
      done(async (context) => {
        const whole = { name: stated.customerNumber, ...stated };
        const ensured = await ensureAccounts(context, companyId, [whole], { source: 'test' });
        const account = ensured.get(stated.customerNumber);
        if (!account) throw new Error('no account was ensured');
        return { ok: true, value: account.accountId };
      }),
    invoice: (accountId, wish) => done((context) => postItem(context, accountId, 'invoice', wish)),
    receipt: (accountId, wish) => done((context) => postItem(context, accountId, 'receipt', wish)),
    async [Symbol.asyncDispose]() {
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

function storyClock(start: string) {
  let today: Day = day(start);
  let millis = 0;
  return {
    today: () => today,
    now(): Instant {
      millis += 1;
      const noon = Date.parse(`${today}T17:00:00Z`);
      return instant(new Date(noon + millis).toISOString());
    },
    set(next: string): void {
      today = day(next);
    },
  };
}

async function insertCompany(db: Db, code: string, zone: string): Promise<Id> {
  const companyId = newId();
  await db.run(sql`
    insert into team.company (company_id, code, name, base_currency, zone)
    values (${companyId}, ${code}, ${`${code} Company`}, 'USD', ${zone})`);
  return companyId;
}

async function insertMember(db: Db, name: string, email: string): Promise<Id> {
  const memberId = newId();
  await db.run(sql`
    insert into team.member (member_id, name, email, roles, made_at)
    values (${memberId}, ${name}, ${email}, '{collector}', now())`);
  return memberId;
}

async function postItem(
  context: Context,
  accountId: Id,
  kind: ItemKind,
  wish: ItemWish,
): Promise<Outcome<Id, never>> {
  const itemId = context.newId();
  const on = day(wish.on);
  const amount = amountOf(wish);
  const debit = kind === 'invoice';
  const item = {
    itemId,
    documentId: null,
    kind,
    side: debit ? 'debit' : 'credit',
    amount,
    base: amount.minor,
    number: wish.number ?? `${debit ? 'INV' : 'RCPT'}-${itemId.slice(-6)}`,
    reference: wish.reference ?? null,
    issuedOn: on,
    dueOn: wish.due === undefined ? plusDays(on, debit ? 30 : 0) : day(wish.due),
    instalment: null,
  } as const;
  const posting: Posting = {
    entryId: context.newId(),
    accountId,
    kind,
    effectiveOn: on,
    postedOn: on,
    reverses: null,
    lines: [controlLine(item, debit ? 'billing-clearing' : 'cash-clearing')],
    items: [item],
    applications: [],
  };
  await recordPostings(context, [posting]);
  return { ok: true, value: itemId };
}

function amountOf(wish: ItemWish): Money {
  const amount = parseMoney(wish.amount, currency(wish.currency ?? 'USD'));
  if (!amount) throw new Error(`not an amount: ${wish.amount}`);
  return amount;
}
