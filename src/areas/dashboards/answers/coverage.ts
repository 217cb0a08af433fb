/** Who lies uncovered and untouched: how many, how much, and the accounts one by one. */
import { decimalsOf, formatMinor } from '#kernel/money.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/postgres/db.ts';
import type { coverageRows as contract, teamDashboard } from '../contract.ts';
import type { CoverageKind } from '../rules/coverage.ts';
import type { Book } from '../store/asked.ts';
import { coverageRows, coverageSum } from '../store/coverage.ts';

type Coverage = AnswerOf<typeof teamDashboard>['coverage'];

export async function readCoverage(db: Db, book: Book): Promise<Coverage> {
  const [uncovered, untouched] = await Promise.all([
    sumOf(db, book, 'uncovered'),
    sumOf(db, book, 'untouched'),
  ]);
  return { uncovered, untouched };
}

async function sumOf(db: Db, book: Book, kind: CoverageKind) {
  const { count, amount } = await coverageSum(db, book, kind);
  return { count: Number(count), amount: formatMinor(amount, decimalsOf(book.currency)) };
}

export async function readCoverageRows(
  db: Db,
  book: Book,
  kind: CoverageKind,
  page: { readonly limit: number; readonly offset: number },
): Promise<Omit<AnswerOf<typeof contract>, 'nextCursor'>> {
  const [{ count, amount }, rows] = await Promise.all([
    sumOf(db, book, kind),
    coverageRows(db, book, kind, page),
  ]);
  return {
    currency: book.currency,
    total: amount,
    count,
    rows: rows.map((row) => ({
      accountId: row.account_id,
      account: row.account,
      name: row.name,
      company: row.company,
      overdue: formatMinor(row.amount, decimalsOf(book.currency)),
      oldestDueOn: row.due_on,
      touchedOn: row.touched_on,
      owner: row.owner,
    })),
  };
}
