/**
 * A desk in a story: a fresh database, a clock that the story sets, companies, accounts, and
 * what happens to their money, each by the action that the product uses.
 *
 *     await using desk = await deskOn('2026-07-20');
 *     const north = await desk.account('NORTH');
 *     const invoice = await desk.invoice(north, { amount: '1000', issued: '2026-06-01' });
 *
 * The rule: `on` sets the business day and the moment of recording together; nothing here
 * writes to the ledger but its actions.
 */
import { type Day, day, plusDays } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, currency, minus, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Actor, type Context, type Desk, accepted, perform } from '#platform/action.ts';
import { newId } from '#platform/ids.ts';
import { openDb } from '#platform/postgres/db.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { type PostItem, postItem } from '#areas/ledger/actions/post-item.ts';
import { type PostReceipt, postReceipt } from '#areas/ledger/actions/post-receipt.ts';
import { applyCredit } from '#areas/ledger/actions/apply-credit.ts';
import { recordRate } from '#areas/ledger/actions/record-rate.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import type { DocumentKind, Due } from '#areas/ledger/rules/document.ts';
import { addMember, insertCompany } from '#areas/team/index.ts';
import type { Role } from '#platform/auth/roles.ts';
import { freshDatabase } from './db.ts';

type Work<T, R extends string> = (context: Context) => Promise<Outcome<T, R>>;
type Answered<T, R extends string> = Promise<Outcome<T, R | 'idempotency.key_used_otherwise'>>;

export type DocumentTold = {
  readonly amount: string;
  /** The tax within the amount. */
  readonly tax?: string;
  readonly issued: string;
  /** Default: 30 days after issue. */
  readonly due?: string;
  /** Several due days instead of one. */
  readonly dues?: readonly Due[];
  readonly number?: string;
  /** What the document refers to; nothing by default. */
  readonly reference?: string;
  readonly currency?: string;
};

export type ReceiptTold = {
  readonly amount: string;
  readonly on: string;
  readonly currency?: string;
  readonly reference?: string;
  readonly pays?: readonly (readonly [item: Id, amount: string, discount?: string])[];
};

export type ApplicationTold = {
  readonly from: Id;
  readonly onto: Id;
  readonly amount: string;
  readonly on: string;
  readonly currency?: string;
};

export type Story = AsyncDisposable &
  Desk & {
    readonly url: string;
    readonly companyId: Id;
    /** Sets the business day; what is recorded from now on is known from noon of that day. */
    on(day: string): void;
    /** Does an action and answers its outcome. */
    act<T, R extends string>(work: Work<T, R>, actor?: Actor): Answered<T, R>;
    /** The same; a refusal fails the test. */
    done<T, R extends string>(work: Work<T, R>, actor?: Actor): Promise<T>;
    member(role: Role): Promise<Actor>;
    company(code: string, base?: string): Promise<Id>;
    account(number: string, told?: { company?: Id; parent?: string }): Promise<Id>;
    invoice(accountId: Id, told: DocumentTold): Promise<Id>;
    document(accountId: Id, kind: DocumentKind, told: DocumentTold): Promise<readonly Id[]>;
    receipt(accountId: Id, told: ReceiptTold): Promise<Id>;
    apply(accountId: Id, told: ApplicationTold): Promise<Id>;
    rate(from: string, rate: string, on: string): Promise<void>;
  };

/** Opens a desk on a day, with one company in USD. */
export async function deskOn(start: string): Promise<Story> {
  const database = await freshDatabase();
  const db = openDb(database.url, { poolSize: 8 });
  const clock = storyClock(start);
  const told = storyVerbs({ db, clock });
  const companyId = await told.company('MAIN');
  return {
    ...told,
    db,
    clock,
    url: database.url,
    companyId,
    on: clock.set,
    account: (number, { company = companyId, parent } = {}) =>
      told.done((context) => openAccount(context, company, number, parent)),
    async [Symbol.asyncDispose]() {
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** A desk on 2026-07-20 with one account that owes $1,000, due 2026-07-01. */
export async function deskOwed1000(): Promise<Story & { accountId: Id; invoiceId: Id }> {
  const story = await deskOn('2026-06-01');
  const accountId = await story.account('NORTH');
  const told = { amount: '1000', issued: '2026-06-01', due: '2026-07-01', number: 'I-1' };
  const invoiceId = await story.invoice(accountId, told);
  story.on('2026-07-20');
  return { ...story, accountId, invoiceId };
}

export function usd(amount: string): Money {
  return amountIn(amount, 'USD');
}

export function amountIn(amount: string, code: string): Money {
  const parsed = parseMoney(amount, currency(code));
  if (!parsed) throw new Error(`not an amount: ${amount} ${code}`);
  return parsed;
}

/** The refusal's name with its facts, or `accepted`. */
export function answerOf(outcome: Outcome<unknown>): string {
  if (outcome.ok) return 'accepted';
  return [outcome.refusal, ...Object.values(outcome.facts)].join(' ');
}

function storyVerbs(desk: Desk) {
  const actor: Actor = { ref: 'job:story', memberId: null };

  async function act<T, R extends string>(work: Work<T, R>, by = actor): Answered<T, R> {
    const doing = { action: 'test.story', actor: by, reason: 'the story says so', input: null };
    const outcome = await perform(desk, doing, work);
    return outcome.ok ? { ok: true, value: outcome.value.answer } : outcome;
  }
  const done = async <T, R extends string>(work: Work<T, R>, by?: Actor): Promise<T> =>
    accepted(await act(work, by));
  const document: Story['document'] = async (accountId, kind, told) => {
    const posted = await done((context) => postItem(context, documentWish(accountId, kind, told)));
    return posted.itemIds;
  };

  return {
    act,
    done,
    document,
    async member(role: Role): Promise<Actor> {
      const email = `${role}-${newId()}@desk.example`;
      const wish = { name: role, email, language: 'en', roles: [role], companies: [] } as const;
      const { memberId } = await done((context) => addMember(context, wish, 'all'));
      return { ref: `member:${memberId}`, memberId };
    },
    async company(code: string, base = 'USD'): Promise<Id> {
      const companyId = newId();
      const baseCurrency = currency(base);
      const made = {
        companyId,
        code,
        name: code,
        baseCurrency,
        zone: 'America/New_York',
        demo: false,
      };
      await desk.db.transaction((tx) => insertCompany(tx, made));
      return companyId;
    },
    async invoice(accountId: Id, told: DocumentTold): Promise<Id> {
      return first(await document(accountId, 'invoice', told));
    },
    async receipt(accountId: Id, told: ReceiptTold): Promise<Id> {
      const wish = receiptWish(accountId, told);
      return (await done((context) => postReceipt(context, wish, standardPolicy))).itemId;
    },
    async apply(accountId: Id, told: ApplicationTold): Promise<Id> {
      const wish = {
        accountId,
        creditItemId: told.from,
        debitItemId: told.onto,
        amount: amountIn(told.amount, told.currency ?? 'USD'),
        effectiveOn: day(told.on),
      };
      return (await done((context) => applyCredit(context, wish))).applicationId;
    },
    async rate(from: string, rate: string, on: string): Promise<void> {
      const pair = { from: currency(from), to: currency('USD') };
      const given = { ...pair, effectiveOn: day(on), rate: decimal(rate), source: 'test' };
      await done((context) => recordRate(context, given));
    },
  };
}

export function documentWish(accountId: Id, kind: DocumentKind, told: DocumentTold): PostItem {
  const code = told.currency ?? 'USD';
  const total = amountIn(told.amount, code);
  const tax = amountIn(told.tax ?? '0', code);
  const issuedOn = day(told.issued);
  const dueOn = told.due === undefined ? plusDays(issuedOn, 30) : day(told.due);
  return {
    accountId,
    kind,
    documentId: null,
    number: told.number ?? `D-${told.issued}`,
    reference: told.reference ?? null,
    issuedOn,
    net: minus(total, tax),
    tax,
    dues: told.dues ?? [{ dueOn, amount: total }],
  };
}

export function receiptWish(accountId: Id, told: ReceiptTold): PostReceipt {
  const code = told.currency ?? 'USD';
  return {
    accountId,
    amount: amountIn(told.amount, code),
    receivedOn: day(told.on),
    method: 'check',
    reference: told.reference ?? '',
    apply: (told.pays ?? []).map(([itemId, amount, discount]) => ({
      itemId,
      amount: amountIn(amount, code),
      ...(discount === undefined ? {} : { discount: amountIn(discount, code) }),
    })),
  };
}

async function openAccount(
  context: Context,
  companyId: Id,
  number: string,
  parent: string | undefined,
): Promise<Outcome<Id, never>> {
  const stated = { customerNumber: number, name: number, parentNumber: parent };
  const ensured = await ensureAccounts(context, companyId, [stated], { source: 'story' });
  const account = ensured.get(number);
  if (!account) throw new Error(`no account for ${number}`);
  return accept(account.accountId);
}

function first(itemIds: readonly Id[]): Id {
  const [itemId] = itemIds;
  if (itemId === undefined) throw new Error('a document without items');
  return itemId;
}

function storyClock(start: string) {
  let today: Day = day(start);
  let millis = 0;
  return {
    today: () => today,
    /** Noon in New York, and a millisecond later each time it is asked. */
    now(): Instant {
      millis += 1;
      return instant(new Date(Date.parse(`${today}T17:00:00Z`) + millis).toISOString());
    },
    set(next: string): void {
      today = day(next);
    },
  };
}
