/**
 * What the invented customers contest: a price, a pallet, a tax, as they came in over the last
 * weeks. Some wait for us, some for the customer; one was ours to credit, one was refused.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import { decideCase } from '#areas/disputes/actions/decide-case.ts';
import { moveCase } from '#areas/disputes/actions/move-case.ts';
import { openDispute } from '#areas/disputes/actions/open-dispute.ts';
import type { DisputePart, DisputeReason } from '#areas/disputes/rules/case.ts';
import type { CaseMove } from '#areas/disputes/rules/case-life.ts';
import type { RootCause } from '#areas/disputes/rules/cause.ts';
import type { Desk } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Cast, type LateAccount, lateAccounts } from './demo-cast.ts';
import { act, deskOn } from './demo-desk.ts';
import { type OpenItem, openDebts } from './demo-money.ts';
import { barredAccounts } from './demo-plans.ts';

type Contested = {
  /** How many days ago they told us. */
  readonly ago: number;
  readonly reason: DisputeReason;
  readonly part: DisputePart;
  /** So many hundredths of what is open. */
  readonly share: bigint;
  readonly note: string;
  readonly next?: Next;
};

/** What came of it some days later. */
type Next = { readonly after: number; readonly note: string } & (
  | { readonly move: CaseMove }
  | { readonly decision: 'credit' | 'reject'; readonly cause: RootCause }
);

const story: readonly Contested[] = [
  {
    ago: 41,
    reason: 'not_received',
    part: 'whole',
    share: 100n,
    note: 'Never came, says their dock.',
    next: {
      after: 6,
      note: 'Signed for by their own dock on the 4th.',
      decision: 'reject',
      cause: 'customer_wrong',
    },
  },
  {
    ago: 33,
    reason: 'price',
    part: 'line',
    share: 12n,
    note: 'Line 3 at the old price; the new list counts since the 1st.',
    next: {
      after: 8,
      note: 'They are right: the list was loaded a week late.',
      decision: 'credit',
      cause: 'price_wrong',
    },
  },
  {
    ago: 24,
    reason: 'quantity',
    part: 'line',
    share: 25n,
    note: 'Nine pallets of twelve. They send the delivery note.',
    next: { after: 3, note: 'Which pallets? We need the note.', move: 'ask_customer' },
  },
  {
    ago: 17,
    reason: 'tax',
    part: 'tax',
    share: 6n,
    note: 'Exempt; the certificate was sent in spring.',
  },
  {
    ago: 11,
    reason: 'damaged',
    part: 'amount',
    share: 18n,
    note: 'Two drums leaked; there are photographs.',
    next: { after: 2, note: 'Photographs are with the carrier.', move: 'take_back' },
  },
  {
    ago: 6,
    reason: 'duplicate',
    part: 'whole',
    share: 100n,
    note: 'Facturado dos veces, dicen; mismo pedido.',
  },
  {
    ago: 2,
    reason: 'promotion',
    part: 'amount',
    share: 10n,
    note: 'Ten percent were promised at the fair.',
  },
];

/** Played on the desk's own day, before anything else is contested or settled on it. */
export async function contestSome(desk: Desk, cast: Cast): Promise<void> {
  const barred = await barredAccounts(desk);
  const late = await lateAccounts(desk);
  const accounts = late.filter(
    ({ accountId, ownerId }) => ownerId !== null && !barred.has(accountId),
  );
  accounts.splice(0, 5);
  for (const told of story) {
    const day = plusDays(desk.clock.today(), -told.ago);
    const found = await takeDebt(desk, { ...told, day }, cast, accounts);
    if (found) await playCase(desk, found, { ...told, day });
  }
}

type Found = {
  readonly account: LateAccount;
  readonly debt: OpenItem;
  /** What of it is contested. */
  readonly amount: Money;
};

/** The first of the accounts left that owed something large enough on the day, and still does. */
async function takeDebt(
  desk: Desk,
  { day, share }: Contested & { readonly day: Day },
  cast: Cast,
  accounts: LateAccount[],
): Promise<Found | undefined> {
  for (const account of accounts) {
    const rests = await uncontested(desk, account.accountId);
    const debts = await openDebts(deskOn(desk, day), cast, account.accountId);
    for (const debt of debts) {
      const { itemId, isWhole, open } = debt;
      const amount = money((open.minor * share) / 100n, open.currency);
      const fits = isWhole && open.minor > 40_000n && (rests.get(itemId) ?? 0n) >= amount.minor;
      if (!fits) continue;
      accounts.splice(accounts.indexOf(account), 1);
      return { account, debt, amount };
    }
  }
  return undefined;
}

/** What is open today of each item, in minor units, where nobody said anything against it. */
async function uncontested(
  { db, clock }: Desk,
  accountId: Id,
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await db.all(sql<{ item_id: string; open_minor: bigint }>`
    select o.item_id, o.open_minor
      from ledger.open_items_on(${clock.today()}::date) o
     where o.account_id = ${accountId}
       and not exists (select
                         from disputes.open_dispute d
                        where d.account_id = o.account_id
                          and d.item_id    = o.item_id)`);
  return new Map(rows.map(({ item_id, open_minor }) => [item_id, open_minor]));
}

async function playCase(
  desk: Desk,
  { account, debt, amount }: Found,
  { day, reason, part, note, next }: Contested & { readonly day: Day },
): Promise<void> {
  const { accountId, ownerId: by, contact } = account;
  const items = [{ itemId: debt.itemId, amount, lineNo: null }];
  const saidBy = contact ?? 'Accounts payable';
  const { caseId } = await act(
    deskOn(desk, day),
    { action: 'disputes.open_dispute', by, reason: note },
    (context) =>
      openDispute(context, { accountId, items, reason, part, note, saidBy, ownerId: null }),
  );
  const standing = { accountId, caseId, by };
  if (next) await playNext(deskOn(desk, plusDays(day, next.after)), standing, next);
}

type Standing = { readonly accountId: Id; readonly caseId: Id; readonly by: Id | null };

async function playNext(then: Desk, { by, ...ref }: Standing, next: Next): Promise<void> {
  const { note } = next;
  if ('move' in next) {
    await act(then, { action: 'disputes.move_case', by, reason: note }, (context) =>
      moveCase(context, { ...ref, move: next.move, note }),
    );
    return;
  }
  const { decision, cause } = next;
  await act(then, { action: 'disputes.decide_case', by, reason: note }, (context) =>
    decideCase(context, { ...ref, decision, amount: null, cause, note }),
  );
}
