/**
 * Rows of the feed with their parents: one question to the parent's dataset for many rows, through
 * the same door, so that a reader sees of a parent what he sees of it by itself.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Db } from '#platform/postgres/db.ts';
import { type Expanded, parent } from '../rules/odata/parent.ts';
import { type CheckedQuestion, type Question, checkQuestion } from '../rules/question.ts';
import { type Cell, type Reader, answerQuestion } from '../store/answers.ts';
import { feedRow } from './feed-row.ts';

/** So many parents are named in one question. */
const together = 1000;

/** The question, asking also whose each row is. */
export function withParent(question: Question, expanded: Expanded | undefined): Question {
  if (!expanded) return question;
  const columns = question.columns ?? [];
  return columns.includes(parent.by) ? question : { ...question, columns: [...columns, parent.by] };
}

type Rows = {
  readonly rows: readonly (readonly Cell[])[];
  readonly question: CheckedQuestion;
  /** Columns that were wanted; whose the row is may stand behind them. */
  readonly wanted: number;
  readonly expanded: Expanded | undefined;
  readonly textNumbers: boolean;
};

/** Each row as JSON; a parent out of sight is null. */
export async function rowsWithParents(
  db: Db,
  { rows, question, wanted, expanded, textNumbers }: Rows,
  reading: Reader,
): Promise<Outcome<string[]>> {
  const shown = question.shown.slice(0, wanted);
  const plain = rows.map((row) => feedRow(row, shown, textNumbers));
  if (!expanded) return accept(plain);
  const by = question.shown.findIndex(({ key }) => key === parent.by);
  const ids = rows.map((row) => row[by] ?? '');
  const parents = await parentsOf(db, { ids: [...new Set(ids)], expanded, textNumbers }, reading);
  if (!parents.ok) return parents;
  return accept(
    plain.map((row, at) => {
      const own = parents.value.get(ids[at] ?? '') ?? 'null';
      return `${row.slice(0, -1)}${wanted === 0 ? '' : ','}"${parent.name}":${own}}`;
    }),
  );
}

type Wanted = {
  readonly ids: readonly string[];
  readonly expanded: Expanded;
  readonly textNumbers: boolean;
};

async function parentsOf(
  db: Db,
  { ids, expanded: { dataset, columns }, textNumbers }: Wanted,
  reading: Reader,
): Promise<Outcome<Map<string, string>>> {
  const found = new Map<string, string>();
  for (let at = 0; at < ids.length; at += together) {
    const values = ids.slice(at, at + together);
    const filter = { column: parent.by, is: 'in', values } as const;
    const all = [...columns.filter((key) => key !== parent.by), parent.by];
    const asked = { dataset: dataset.key, columns: all, filter };
    const checked = checkQuestion(asked, dataset, reading.today);
    if (!checked.ok) return checked;
    const wanted = { limit: values.length, offset: 0 };
    const read = await answerQuestion(db, checked.value, reading, wanted);
    if (!read.ok) return read;
    const shown = columns.includes(parent.by)
      ? checked.value.shown
      : checked.value.shown.slice(0, -1);
    for (const row of read.value.rows) {
      found.set(row.at(-1) ?? '', feedRow(row, shown, textNumbers));
    }
  }
  return accept(found);
}
