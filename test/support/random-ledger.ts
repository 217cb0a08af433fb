/**
 * Random ledgers: what people at a desk might do, in any order, through the real actions.
 *
 * A deed is a few numbers; which item it meets is decided when it is done, from what stands
 * then. A refusal is a fair answer; an exception is a bug and fails the test.
 */
import fc from 'fast-check';
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Actor, Context } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { applyCredit } from '#areas/ledger/actions/apply-credit.ts';
import { chargeAccount } from '#areas/ledger/actions/charge-account.ts';
import { moveOpenItems } from '#areas/ledger/actions/move-open-items.ts';
import { payRefund } from '#areas/ledger/actions/pay-refund.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { postReceipt } from '#areas/ledger/actions/post-receipt.ts';
import { recoverWriteOff } from '#areas/ledger/actions/recover-write-off.ts';
import { releaseReservation } from '#areas/ledger/actions/release-reservation.ts';
import { reserveCredit } from '#areas/ledger/actions/reserve-credit.ts';
import { returnReceipt } from '#areas/ledger/actions/return-receipt.ts';
import { revalueOpenItems } from '#areas/ledger/actions/revalue-open-items.ts';
import { reverseApplication } from '#areas/ledger/actions/reverse-application.ts';
import { reverseItem } from '#areas/ledger/actions/reverse-item.ts';
import { transferCredit } from '#areas/ledger/actions/transfer-credit.ts';
import { writeOffItem } from '#areas/ledger/actions/write-off-item.ts';
import type { DocumentKind } from '#areas/ledger/rules/document.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { type Story, deskOn } from './builders.ts';

/** `at` and `other` choose among what stands; `cents` an amount; above 30, `back` dates back. */
export type Deed = {
  readonly verb: (typeof verbs)[number];
  readonly at: number;
  readonly other: number;
  readonly cents: number;
  readonly back: number;
};

const verbs = [
  'invoice',
  'credit memo',
  'receipt',
  'receipt that pays',
  'apply',
  'take back',
  'return',
  'charge',
  'write off',
  'recover',
  'reverse item',
  'transfer',
  'merge',
  'refund',
  'reserve',
  'release',
  'revalue',
] as const;

export const deeds: fc.Arbitrary<Deed> = fc.record({
  verb: fc.constantFrom(...verbs, 'invoice', 'invoice', 'receipt that pays', 'apply', 'apply'),
  at: fc.nat(1000),
  other: fc.nat(1000),
  cents: fc.integer({ min: 1, max: 60_000 }),
  back: fc.nat(45),
});

export const firstDay = day('2026-01-05');

export type RandomBook = Story & { readonly accounts: readonly Id[]; readonly cfo: Actor };

/** A desk with six accounts of two companies, and rates for euros. */
export async function openBook(): Promise<RandomBook> {
  const desk = await deskOn(firstDay);
  for (const [at, rate] of ['1.10', '1.2345', '1.07', '1.1999'].entries()) {
    await desk.rate('EUR', rate, plusDays(firstDay, at * 20 - 1));
  }
  const second = await desk.company('SECOND');
  const accounts: Id[] = [];
  for (const number of ['A', 'B', 'C', 'D']) accounts.push(await desk.account(number));
  for (const number of ['A', 'B']) accounts.push(await desk.account(number, { company: second }));
  return { ...desk, accounts, cfo: await desk.member('cfo') };
}

type Found = { itemId: Id; accountId: Id; currency: string; open: bigint };
type Work = (context: Context) => Promise<Outcome<unknown>>;

/** Does one deed; answers the refusal's name, `done`, or `nothing there` to do it to. */
export async function perform(book: RandomBook, deed: Deed, today: Day): Promise<string> {
  const work = await workFor(book, deed, plusDays(today, -Math.max(0, deed.back - 30)));
  if (!work) return 'nothing there';
  const outcome = await book.act(work, book.cfo);
  return outcome.ok ? 'done' : outcome.refusal;
}

async function workFor(book: RandomBook, deed: Deed, on: Day): Promise<Work | undefined> {
  const onAccount = aboutAccounts[deed.verb];
  const accountId = pick(book.accounts, deed.at);
  if (onAccount) return accountId && onAccount({ book, deed, on, accountId });
  if (deed.verb === 'release') return releasing(book, deed);
  if (deed.verb === 'take back') return takingBack(book, deed, on);
  const item = await itemFor(book, deed);
  return item && aboutItems[deed.verb]?.({ book, deed, on, item });
}

type OfAccount = { book: RandomBook; deed: Deed; on: Day; accountId: Id };
type OfItem = { book: RandomBook; deed: Deed; on: Day; item: Found };
type Maker<Given> = (given: Given) => Work | undefined | Promise<Work | undefined>;

const byAch = { method: 'ach', reference: '' } as const;

const aboutAccounts: Readonly<Partial<Record<Deed['verb'], Maker<OfAccount>>>> = {
  invoice: (given) => posting(given, 'invoice'),
  'credit memo': (given) => posting(given, 'credit_memo'),
  receipt({ deed, on, accountId }) {
    const method = deed.other % 5 === 0 ? 'card' : 'check';
    const wish = { accountId, amount: amountOf(deed), receivedOn: on, apply: [], reference: '' };
    return (context) => postReceipt(context, { ...wish, method }, standardPolicy);
  },
  charge({ deed, on, accountId }) {
    const kind = deed.other % 2 === 0 ? 'fee' : 'interest';
    const days = { chargedOn: on, dueOn: plusDays(on, 5) };
    return (context) =>
      chargeAccount(context, { accountId, kind, amount: amountOf(deed), ...days });
  },
  merge({ book, deed, accountId }) {
    const toAccountId = pick(book.accounts, deed.other);
    const rarely = deed.cents % 5 === 0;
    return rarely && toAccountId
      ? (context) => moveOpenItems(context, { accountId, toAccountId })
      : undefined;
  },
  revalue:
    ({ book, on }) =>
    (context) =>
      revalueOpenItems(context, { companyId: book.companyId, on }),
};

function amountOf(deed: Deed): Money {
  return money(BigInt(deed.cents), deed.other % 4 === 0 ? 'EUR' : 'USD');
}

/** Two due days where the amount allows it, the first with a discount for paying early. */
function posting({ deed, on, accountId }: OfAccount, kind: DocumentKind): Work {
  const { minor, currency } = amountOf(deed);
  const first = minor / 2n;
  const tax = minor / 7n;
  const dues = [first, minor - first]
    .filter((part) => part > 0n)
    .map((part, at) => ({
      dueOn: plusDays(on, 30 * (at + 1)),
      amount: money(part, currency),
      discounts: [{ until: plusDays(on, 10), amount: part / 20n + 1n, tax: 0n }],
    }));
  const document = { number: `N-${deed.at}`, reference: null, documentId: null, issuedOn: on };
  const amounts = { net: money(minor - tax, currency), tax: money(tax, currency), dues };
  return (context) => postItem(context, { ...document, ...amounts, accountId, kind });
}

async function releasing(book: RandomBook, deed: Deed): Promise<Work | undefined> {
  const rows = await book.db.all(sql<{ account_id: string; reservation_id: string }>`
    select account_id, reservation_id from ledger.reservation order by reservation_id`);
  const row = pick(rows, deed.at);
  const wish = row && { accountId: id(row.account_id), reservationId: id(row.reservation_id) };
  return wish && ((context) => releaseReservation(context, wish));
}

async function takingBack(book: RandomBook, deed: Deed, on: Day): Promise<Work | undefined> {
  const rows = await book.db.all(sql<{ account_id: string; application_id: string }>`
    select account_id, application_id from ledger.application order by application_id`);
  const row = pick(rows, deed.at);
  if (!row) return undefined;
  const when: Day | 'correction' = deed.other % 3 === 0 ? 'correction' : on;
  const wish = { accountId: id(row.account_id), applicationId: id(row.application_id), when };
  return (context) => reverseApplication(context, wish);
}

const aboutItems: Readonly<Partial<Record<Deed['verb'], Maker<OfItem>>>> = {
  'receipt that pays': ({ deed, on, item }) => {
    const { accountId, itemId } = item;
    const amount = fitting(deed, item);
    const part = { itemId, amount, discount: money(BigInt(deed.other), item.currency) };
    const apply = [deed.other % 2 === 0 ? part : { itemId, amount }];
    const wish = { accountId, amount, receivedOn: on, apply, ...byAch };
    return (context) => postReceipt(context, wish, standardPolicy);
  },
  async apply({ book, deed, on, item }) {
    const other = { ...deed, verb: 'write off', at: deed.other } as const;
    const debit = await itemFor(book, other, item.accountId);
    const wish = debit && { ...creditOf(deed, item), debitItemId: debit.itemId, effectiveOn: on };
    return wish && ((context) => applyCredit(context, wish));
  },
  return({ deed, on, item: { accountId, itemId } }) {
    const fees = { bankFee: money(1200n, 'USD'), customerFee: money(3500n, 'USD') };
    const wish = { accountId, itemId, returnedOn: on, ...(deed.other % 2 ? fees : {}) };
    return (context) => returnReceipt(context, wish);
  },
  'write off': ({ deed, item }) => {
    const { accountId, itemId } = item;
    const wish = { accountId, itemId, amount: fitting(deed, item) };
    return (context) => writeOffItem(context, wish);
  },
  recover({ deed, on, item }) {
    const { accountId, itemId } = item;
    const cash = { amount: fitting(deed, item), receivedOn: on, ...byAch };
    const wish = { accountId, writeOffItemId: itemId, ...cash };
    return (context) => recoverWriteOff(context, wish, standardPolicy);
  },
  'reverse item':
    ({ on, item: { accountId, itemId } }) =>
    (context) =>
      reverseItem(context, { accountId, itemId, reversedOn: on }),
  transfer({ book, deed, on, item }) {
    const toAccountId = pick(book.accounts, deed.other);
    const wish = toAccountId && { ...creditOf(deed, item), toAccountId, effectiveOn: on };
    return wish && ((context) => transferCredit(context, wish));
  },
  refund:
    ({ deed, on, item }) =>
    (context) =>
      payRefund(context, { ...creditOf(deed, item), paidOn: on, ...byAch }),
  reserve:
    ({ deed, item }) =>
    (context) =>
      reserveCredit(context, creditOf(deed, item)),
};

/** Mostly an amount that fits, sometimes one that does not. */
function fitting(deed: Deed, item: Found): Money {
  const cents = BigInt(deed.cents);
  const fits = deed.other % 4 > 0 && item.open > 0n;
  return money(fits ? (cents % item.open) + 1n : cents, item.currency);
}

function creditOf(deed: Deed, item: Found) {
  const amount = fitting(deed, item);
  return { accountId: item.accountId, creditItemId: item.itemId, amount };
}

const wanted: Readonly<Partial<Record<Deed['verb'], string>>> = {
  'receipt that pays': 'open debit',
  'write off': 'open debit',
  apply: 'open credit',
  transfer: 'open credit',
  refund: 'open credit',
  reserve: 'open credit',
  return: 'receipt',
  recover: 'adjustment',
};

/** An item that the deed could be about, of one account or of any. */
async function itemFor(
  book: RandomBook,
  { verb, at }: Deed,
  accountId?: Id,
): Promise<Found | undefined> {
  const rows = await book.db.all(sql<{
    item_id: string;
    account_id: string;
    currency: string;
    open: bigint;
  }>`
    select item_id, account_id, currency, abs(open_minor) as open
      from ledger.item_balance
     where case ${wanted[verb] ?? 'any'}
           when 'open debit'  then open_minor > 0
           when 'open credit' then open_minor < 0
           when 'receipt'     then kind = 'receipt'
           when 'adjustment'  then kind = 'adjustment'
           else true end
       and (${accountId ?? null}::uuid is null or account_id = ${accountId ?? null}::uuid)
     order by item_id`);
  const row = pick(rows, at);
  return (
    row && {
      itemId: id(row.item_id),
      accountId: id(row.account_id),
      currency: row.currency,
      open: row.open,
    }
  );
}

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list.length === 0 ? undefined : list[at % list.length];
}
