/** A workbook as it is asked for: its rows gathered, written, signed and noted as handed out. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { findAccount } from '#areas/customers/index.ts';
import { type ListRow, listWork } from '#areas/worklist/index.ts';
import type { Desk } from '#platform/action.ts';
import { say } from '#platform/cli/say.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { newId } from '#platform/ids.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { Issued } from '../store/workbooks.ts';
import type { BookRow } from '../rules/column.ts';
import type { WorkbookKind } from '../rules/kinds.ts';
import { rowsOf } from '../store/rows.ts';
import type { RowsAsked } from '../store/rows/asked.ts';
import { openItemRows } from '../store/rows/open.ts';
import { whyWords } from '../words.ts';
import { peopleOf } from './names.ts';
import { writeBook } from './write-book.ts';

/** More than anybody edits, and what a spreadsheet still adds up at once. */
export const mostRows = 20_000;

export type BookAsked = {
  readonly kind: WorkbookKind;
  readonly language: Language;
  readonly companies: CompanyScope;
  /** The code that narrows it, for the title. */
  readonly company?: string | undefined;
  readonly owner?: { readonly memberId: Id | null; readonly name: string } | undefined;
  readonly accountId?: Id | undefined;
};

export type MadeBook = {
  readonly issued: Issued;
  readonly name: string;
  readonly bytes: Uint8Array;
};

type MakeRefusal = 'workbooks.no_secret' | 'workbooks.too_many_rows' | 'workbooks.no_such_account';

export async function makeBook(
  desk: Desk,
  asked: BookAsked,
): Promise<Outcome<MadeBook, MakeRefusal>> {
  const { db, seal, clock } = desk;
  const { kind, language, accountId } = asked;
  if (!seal) return refuse('workbooks.no_secret');
  const account = accountId && (await findAccount(db, accountId));
  const sees = asked.companies;
  if (accountId && !(account && (sees === 'all' || sees.includes(account.companyId)))) {
    return refuse('workbooks.no_such_account');
  }
  const asOf = clock.today();
  const knownAt = clock.now();
  const wanted: RowsAsked = {
    companies: asked.companies,
    ownerId: asked.owner?.memberId,
    accountId,
    today: asOf,
    limit: mostRows + 1,
  };
  const [rows, items, people] = await Promise.all([
    kind === 'worklist' ? workRows(desk, asked, asOf) : rowsOf(db, kind, wanted),
    kind === 'aging' ? openItemRows(db, wanted, 'both') : [],
    peopleOf(db),
  ]);
  if (rows.length > mostRows || items.length > mostRows) {
    return refuse('workbooks.too_many_rows', { most: mostRows });
  }
  const { bytes, head } = await writeBook({
    head: { workbookId: newId(), kind, language, asOf, knownAt },
    of: [asked.company, asked.owner?.name, account?.number].filter(Boolean).join(', '),
    rows,
    items,
    people,
    seal,
  });
  const narrowed = { company: asked.company, owner: asked.owner?.memberId, account: accountId };
  const filters = Object.entries(narrowed).filter(
    (entry): entry is [string, Id] => typeof entry[1] === 'string',
  );
  const issued = {
    head,
    asked: Object.fromEntries(filters),
    rows: rows.length,
    sha256: fingerprint(bytes),
  };
  return accept({ issued, bytes, name: `dunlin-${kind}-${asOf}.xlsx` });
}

/** The day's list in its own order, with why each account is on it. */
async function workRows(
  { db, clock }: Desk,
  { companies, owner, accountId, language }: BookAsked,
  today: Day,
): Promise<BookRow[]> {
  const at = clock.now();
  const whose =
    owner === undefined ? 'all' : owner.memberId === null ? 'nobody' : { memberId: owner.memberId };
  const { rows } = await listWork(
    db,
    { owner: whose, companies, state: 'due', now: at },
    { sort: 'rank', limit: mostRows + 1, reader: { memberId: null, at } },
  );
  const listed = accountId ? rows.filter((row) => row.accountId === accountId) : rows;
  const known = await rowsOf(db, 'worklist', {
    companies,
    today,
    only: { accounts: listed.map((row) => row.accountId), targets: [] },
    limit: listed.length,
  });
  const settable = new Map(known.map((row) => [row.key, row.values]));
  return listed.flatMap((row) => {
    const values = settable.get(row.accountId);
    return values ? [workRow(row, values, language)] : [];
  });
}

function workRow(row: ListRow, values: BookRow['values'], language: Language): BookRow {
  const text = (minor: bigint): string => formatMoney(money(minor, row.currency));
  const [first] = row.reasons;
  return {
    key: row.accountId,
    accountId: row.accountId,
    targetId: row.accountId,
    values: {
      ...values,
      rank: String(row.rank),
      why: first ? say(whyWords, first.phrase, first.facts, language) : '',
      currency: row.currency,
      overdue: text(row.overdue),
      balance: text(row.balance),
      last_touch: row.lastTouch?.on ?? '',
    },
  };
}
