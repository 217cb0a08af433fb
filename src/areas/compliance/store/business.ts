/** What is open, promised, disputed, credited and seen at the bank, for many accounts at once. */
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { OpenDebt, OpenPromise, Seen } from '../rules/business-facts.ts';

type Of<T> = T & { readonly accountId: Id };
export type ByAccount<T> = ReadonlyMap<Id, readonly Of<T>[]>;

/** Open debts, each with what of it is disputed. */
export async function openDebts(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ByAccount<OpenDebt>> {
  const rows = await db.all(sql<{
    account_id: string;
    item_id: string;
    currency: string;
    open_minor: bigint;
    due_on: string;
    disputed: bigint;
    planned: boolean;
    next_on: string | null;
  }>`
    select i.account_id, i.item_id, i.currency, i.open_minor, i.due_on,
           disputes.contested(d.item_id, d.amount_minor, i.open_minor) as disputed,
           p.item_id is not null as planned, p.next_on
      from ledger.open_item i
      left join disputes.open_amount d
        on d.account_id = i.account_id
       and d.item_id    = i.item_id
       and d.account_id = any(${accountIds}::uuid[])
      left join (select account_id, item_id, min(next_on) as next_on
                   from promises.planned_item
                  where account_id = any(${accountIds}::uuid[])
                  group by account_id, item_id) p
        on p.account_id = i.account_id and p.item_id = i.item_id
     where i.account_id = any(${accountIds}::uuid[])
       and i.side = 1`);
  return Map.groupBy(
    rows.map((row) => ({
      accountId: id(row.account_id),
      itemId: id(row.item_id),
      currency: row.currency,
      open: row.open_minor,
      dueOn: day(row.due_on),
      disputed: row.disputed,
      restsUntil: row.planned ? remindFrom(row.next_on) : undefined,
    })),
    ({ accountId }) => accountId,
  );
}

/** So many days before an instalment it may be brought to mind (rule PLAN.DUNNING). */
const reminderDays = 5;

function remindFrom(nextOn: string | null): Day {
  return nextOn === null ? endOfDays : plusDays(day(nextOn), -reminderDays);
}

/** Nothing of it is due any more. */
const endOfDays = day('9999-12-31');

type SeenRow = { account_id: string; currency: string; amount: bigint };

/** Credits that are not used, per currency. */
export async function openCredits(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ByAccount<Seen>> {
  return seen(
    await db.all(sql<SeenRow>`
      select account_id, currency, sum(open_minor)::bigint as amount
        from ledger.open_item
       where account_id = any(${accountIds}::uuid[])
         and side = -1
       group by account_id, currency`),
  );
}

/** Money that was seen and is not posted, per currency. */
export async function unpostedMoney(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ByAccount<Seen>> {
  return seen(
    await db.all(sql<SeenRow>`
      select account_id, currency, amount_minor as amount
        from cash.unposted_money
       where account_id = any(${accountIds}::uuid[])`),
  );
}

function seen(rows: readonly SeenRow[]): ByAccount<Seen> {
  return Map.groupBy(
    rows.map(({ account_id, ...row }) => ({ ...row, accountId: id(account_id) })),
    ({ accountId }) => accountId,
  );
}

/** Promises that nobody kept, broke or withdrew yet, with the items they name. */
export async function openPromises(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ByAccount<OpenPromise>> {
  const rows = await db.all(sql<{
    account_id: string;
    currency: string;
    waiting: bigint;
    last_day: string;
    items: string[];
  }>`
    select p.account_id, p.currency, p.amount_minor - p.received_minor as waiting, p.last_day,
           array(select i.item_id
                   from promises.named_item i
                  where i.account_id = p.account_id
                    and i.promise_id = p.promise_id) as items
      from promises.promise_card p
     where p.account_id = any(${accountIds}::uuid[])
       and p.state = 'open'
       and p.amount_minor > p.received_minor`);
  return Map.groupBy(
    rows.map((row) => ({
      accountId: id(row.account_id),
      currency: row.currency,
      waiting: row.waiting,
      lastDay: day(row.last_day),
      itemIds: row.items.map(id),
    })),
    ({ accountId }) => accountId,
  );
}

/** Mails and calls that say it is paid, or how, and that nobody has dealt with yet. */
export async function waitingMails(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ByAccount<{ readonly itemIds: readonly Id[] }>> {
  const rows = await db.all(sql<{ account_id: string; item_ids: string[] }>`
    select account_id, item_ids
      from correspondence.mail_card
     where account_id = any(${accountIds}::uuid[])
       and intent in ('already_paid', 'remittance')
       and state <> 'done'
     union all
    select account_id, item_ids
      from correspondence.paid_claim_card
     where account_id = any(${accountIds}::uuid[])`);
  return Map.groupBy(
    rows.map((row) => ({ accountId: id(row.account_id), itemIds: row.item_ids.map(id) })),
    ({ accountId }) => accountId,
  );
}

/** Accounts whose papers go into a portal of their own. */
export async function portalAccounts(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const rows = await db.all(sql<{ account_id: string }>`
    select account_id
      from customers.portal_account
     where account_id = any(${accountIds}::uuid[])`);
  return new Set(rows.map(({ account_id }) => id(account_id)));
}

/** Who wrote that they are away, by account, with the last day of it. */
export async function peopleAway(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ByAccount<{ readonly address: string; readonly until: Day }>> {
  const rows = await db.all(sql<{ account_id: string; address: string; absent_until: string }>`
    select account_id, address, absent_until
      from correspondence.person_away
     where account_id = any(${accountIds}::uuid[])`);
  return Map.groupBy(
    rows.map((row) => ({
      accountId: id(row.account_id),
      address: row.address,
      until: day(row.absent_until),
    })),
    ({ accountId }) => accountId,
  );
}
