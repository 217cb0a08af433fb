/** What a reader asks of the ledger: an account's items, and the history of one. */
import { type Day, day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import * as contract from '../contract.ts';
import { age } from '../rules/aging.ts';
import { baseCurrencyOf } from '../store/accounts.ts';
import {
  type HistoryApplication,
  type HistoryEntry,
  applicationsOf,
  entriesOf,
} from '../store/item-history.ts';
import { type ListedItem, type When, listedItems } from '../store/item-list.ts';

export const readingRoutes: readonly Served[] = [
  serve(contract.items, async ({ params, query, desk }) => {
    const accountId = id(params.accountId);
    const list = listName(`items ${accountId}`, query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    if (!(await baseCurrencyOf(desk.db, accountId))) return refuse('ledger.no_such_account');
    const when = whenOf(desk, query);
    const found = await listedItems(
      desk.db,
      { ...when, accountId, state: query.state, bucket: query.bucket, search: query.q },
      {
        sort: query.sort,
        descending: query.direction === 'desc',
        limit: query.limit,
        offset: offset.value,
      },
    );
    const shown = offset.value + found.items.length;
    return accept({
      asOf: when.asOf,
      rows: found.items.map((item) => wireItem(item, when.asOf)),
      count: found.count,
      nextCursor: nextOffset(list, shown, found.count),
    });
  }),

  serve(contract.itemHistory, async ({ params, query, desk, session }) => {
    const { db } = desk;
    const accountId = id(params.accountId);
    const itemId = id(params.itemId);
    const when = whenOf(desk, query);
    const page = { sort: 'due', descending: false, limit: 1, offset: 0 } as const;
    const question = { ...when, accountId, itemId, state: 'all' } as const;
    const [item] = (await listedItems(db, question, page)).items;
    const base = await baseCurrencyOf(db, accountId);
    if (!item || !base) return refuse('ledger.no_such_item');
    const applications = await applicationsOf(db, accountId, itemId, when);
    const entries = await entriesOf(db, accountId, itemId, when);
    return accept({
      item: wireItem(item, when.asOf),
      applications: applications.map((each) => wireApplication(each, item.amount.currency)),
      entries: entries.map((entry) => ({
        ...wireEntry(entry, base),
        actor: actorName(entry.actor, session.language),
      })),
    });
  }),
];

function whenOf(
  { clock }: Desk,
  { asOf, knownAt }: { asOf?: string | undefined; knownAt?: string | undefined },
): When {
  return {
    asOf: asOf === undefined ? clock.today() : day(asOf),
    knownAt: knownAt === undefined ? clock.now() : instant(knownAt),
  };
}

/** Only what is owed to us can be late. */
function wireItem({ number, amount, open, ...item }: ListedItem, asOf: Day): contract.Item {
  return {
    ...item,
    document: number,
    daysLate: item.side === 'debit' ? age(asOf, item.dueOn) : 0,
    currency: amount.currency,
    amount: formatMoney(amount),
    open: formatMoney(open),
  };
}

function wireApplication(
  { counterNumber, amount, ...application }: HistoryApplication,
  code: Currency,
) {
  return {
    ...application,
    counterDocument: counterNumber,
    amount: formatMoney(money(amount, code)),
  };
}

function wireEntry(entry: HistoryEntry, base: Currency) {
  return {
    ...entry,
    lines: entry.lines.map((line) => ({
      debit: line.debit,
      credit: line.credit,
      currency: line.amount.currency,
      amount: formatMoney(line.amount),
      base: formatMoney(money(line.base, base)),
    })),
  };
}
