/** A figure opened: rows that add up to its part, each with the collector who must act. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { partNamed, rowsOf } from '#areas/metrics/index.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/postgres/db.ts';
import type { figureRows } from '../contract.ts';
import { type FigureName, isMetricName, type MetricName, periodOf } from '../rules/figures.ts';
import type { Book } from '../store/asked.ts';
import { chasedRows, countChased } from '../store/chased.ts';
import { ownersOf } from '../store/owners.ts';
import { askedFor, readMetrics } from './figures.ts';

type Answer = Omit<AnswerOf<typeof figureRows>, 'nextCursor'>;
type Page = { readonly limit: number; readonly offset: number };

export async function readRows(
  db: Db,
  book: Book,
  asked: { readonly name: FigureName; readonly part: string | undefined },
  page: Page,
): Promise<Outcome<Answer, 'dashboards.no_such_part'>> {
  const { name, part } = asked;
  if (name === 'false_chase') return accept(await chasedAnswer(db, book, page));
  if (!isMetricName(name)) return refuse('dashboards.no_such_part', { part: part ?? '' });
  return metricRows(db, book, { name, part }, page);
}

async function metricRows(
  db: Db,
  book: Book,
  asked: { readonly name: MetricName; readonly part: string | undefined },
  page: Page,
): Promise<Outcome<Answer, 'dashboards.no_such_part'>> {
  const figures = await readMetrics(db, book, [asked.name]);
  const parts = figures.get(asked.name)?.parts.filter(({ rows }) => rows) ?? [];
  const wanted = parts.find(({ name }) => asked.part === undefined || name === asked.part);
  const part = wanted && partNamed(wanted.name);
  if (!wanted || !part) return refuse('dashboards.no_such_part', { part: asked.part ?? '' });
  const found = await rowsOf(db, askedFor(asked.name, book), part, page);
  const owners = await ownersOf(
    db,
    found.rows.map(({ accountId }) => accountId),
  );
  return accept({
    part: wanted.name,
    kind: wanted.kind,
    currency: book.currency,
    total: found.total,
    count: found.count,
    rows: found.rows.map(({ accountId, account, name, company, label, on, value }) => ({
      accountId,
      account,
      name,
      company,
      label,
      on,
      value,
      owner: owners.get(accountId) ?? null,
      why: null,
    })),
  });
}

async function chasedAnswer(db: Db, book: Book, page: Page): Promise<Answer> {
  const { from } = periodOf('month', book.today);
  const [rows, count] = await Promise.all([
    chasedRows(db, book, from, page),
    countChased(db, book, from),
  ]);
  const owners = await ownersOf(
    db,
    rows.map((row) => row.account_id),
  );
  return {
    part: 'chased',
    kind: 'count',
    currency: book.currency,
    total: String(count),
    count,
    rows: rows.map((row) => ({
      accountId: row.account_id,
      account: row.account,
      name: row.name,
      company: row.company,
      label: row.label,
      on: row.on_day,
      value: '1',
      owner: owners.get(row.account_id) ?? null,
      why: row.why,
    })),
  };
}
