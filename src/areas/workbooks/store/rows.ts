/** The rows of a workbook by its kind: all that are asked for, or some by their keys as of now. */
import { type Id, parseId } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { BookRow } from '../rules/column.ts';
import type { WorkbookKind } from '../rules/kinds.ts';
import { accountRows } from './rows/accounts.ts';
import type { Only, RowsAsked } from './rows/asked.ts';
import { contactRows } from './rows/contacts.ts';
import { disputeRows } from './rows/disputes.ts';
import { openItemRows, owingRows } from './rows/open.ts';
import { promiseRows } from './rows/promises.ts';
import { taskRows } from './rows/tasks.ts';

type Load = (db: Queries, asked: RowsAsked) => Promise<BookRow[]>;

const loads: Readonly<Record<WorkbookKind, Load>> = {
  aging: owingRows,
  'open-items': (db, asked) => openItemRows(db, asked, 'debts'),
  worklist: accountRows,
  promises: promiseRows,
  disputes: disputeRows,
  contacts: contactRows,
  unapplied: (db, asked) => openItemRows(db, asked, 'credits'),
  tasks: taskRows,
};

export function rowsOf(db: Queries, kind: WorkbookKind, asked: RowsAsked): Promise<BookRow[]> {
  return loads[kind](db, asked);
}

/** What each of these rows holds now; what is gone, or may not be seen, is not among them. */
export async function rowsNow(
  db: Queries,
  kind: WorkbookKind,
  keys: readonly string[],
  asked: Pick<RowsAsked, 'companies' | 'today'>,
): Promise<Map<string, BookRow>> {
  const only = chosen(keys);
  const rows = await loads[kind](db, { ...asked, only, limit: keys.length * rowsPerKey });
  const wanted = new Set(keys);
  return new Map(rows.filter(({ key }) => wanted.has(key)).map((row) => [row.key, row]));
}

/** An account that a key names may have as many rows as currencies, a contact as accounts. */
const rowsPerKey = 50;

function chosen(keys: readonly string[]): Only {
  const accounts = new Set<Id>();
  const targets = new Set<Id>();
  for (const key of keys) {
    const [first = '', second = first] = key.split(':');
    const [accountId, targetId] = [parseId(first), parseId(second)];
    if (accountId !== undefined) accounts.add(accountId);
    if (targetId !== undefined) targets.add(targetId);
  }
  return { accounts: [...accounts], targets: [...targets] };
}
