/**
 * What an edited workbook would change: worked out by doing it in a transaction that is rolled
 * back, so that what the owners of the facts would refuse is shown before anybody applies it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { type Actor, type Desk, accepted, perform } from '#platform/action.ts';
import { say } from '#platform/cli/say.ts';
import type { OpenXlsxRefusal } from '#platform/files/open-xlsx.ts';
import { type ApplyWorkbook, applyWorkbook } from '../actions/apply-workbook.ts';
import type { Applier } from '../actions/doing.ts';
import type { WireDiffCell, WireDiffRow, WireReview, WireUpload } from '../contract.ts';
import type { DiffCell, DiffRow } from '../rules/compare.ts';
import { columnsOf, editableColumns } from '../rules/kinds.ts';
import type { FileRefusal } from '../rules/refusal.ts';
import { type CameBack, uploadedFile, uploadsBy } from '../store/workbooks.ts';
import { problemWords } from '../words/problems.ts';
import { type People, headerOf, peopleOf, shownAs } from './names.ts';
import { type BookIn, readBook } from './read-book.ts';

/** Somebody who reviews and applies. */
export type Reviewer = Applier & { readonly actor: Actor };

export type OpenedUpload = BookIn & { readonly upload: CameBack; readonly people: People };

/** Reads the bytes of a file that came back. */
export async function openBook(
  { db, seal }: Desk,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Outcome<BookIn & { readonly people: People }, FileRefusal | OpenXlsxRefusal>> {
  if (!seal) return refuse('workbooks.no_secret');
  const people = await peopleOf(db);
  const read = await readBook(file, seal, people);
  return read.ok ? accept({ ...read.value, people }) : read;
}

/** An upload of the reviewer's own, read again. */
export async function openUpload(
  desk: Desk,
  uploadId: Id,
  { actor }: Reviewer,
): Promise<Outcome<OpenedUpload>> {
  const [[upload], file] = await Promise.all([
    uploadsBy(desk.db, actor.ref, uploadId),
    uploadedFile(desk.db, actor.ref, uploadId),
  ]);
  if (!upload || !file) return refuse('workbooks.no_such_upload');
  const opened = await openBook(desk, file);
  return opened.ok ? accept({ ...opened.value, upload }) : opened;
}

/** The differences as they would be applied now; nothing of it is kept. */
export async function reviewOf(
  desk: Desk,
  opened: OpenedUpload,
  reviewer: Reviewer,
): Promise<WireReview> {
  const { upload, head, book } = opened;
  const wish = wishOf(opened, 'theirs');
  const doing = {
    action: 'workbooks.review_workbook',
    actor: reviewer.actor,
    reason: `review of ${upload.name}`,
    input: { sha256: upload.sha256 },
    dryRun: true,
  };
  const tried = accepted(
    await perform(desk, doing, (context) => applyWorkbook(context, wish, reviewer)),
  ).answer;
  const rows = wireRows(tried.rows, opened, reviewer.language);
  return {
    upload: wireUpload(upload),
    workbookId: head.workbookId,
    sheet: book.sheet,
    knownAt: head.knownAt,
    rowsRead: book.rows.filter(({ key }) => key !== '').length,
    tally: tallyOf(rows),
    rows,
    missing: editableColumns(head.kind)
      .filter(({ name }) => book.letters[name] === undefined)
      .map(({ name }) => head.headers[name] ?? name),
  };
}

/** What applying an upload needs; conflicts without a choice are decided as said. */
export function wishOf(
  { upload, head, book }: OpenedUpload,
  otherwise: ApplyWorkbook['otherwise'],
  choices: ApplyWorkbook['choices'] = [],
): ApplyWorkbook {
  const { uploadId, name } = upload;
  return { uploadId, workbookId: head.workbookId, name, book, choices, otherwise };
}

export function wireUpload(upload: CameBack): WireUpload {
  const { uploadId, kind, name, sha256, at, applied, undone } = upload;
  return { uploadId, kind, name, sha256, at, applied, undone };
}

export function tallyOf(rows: readonly WireDiffRow[]): WireReview['tally'] {
  const tally = { clean: 0, conflict: 0, refused: 0, already: 0 };
  for (const { cells } of rows) for (const { outcome } of cells) tally[outcome] += 1;
  return tally;
}

/** Rows as people read them, in the language of the reader. */
export function wireRows(
  rows: readonly DiffRow[],
  { head, book, people }: BookIn & { readonly people: People },
  language: Language,
): WireDiffRow[] {
  const shown = (column: string, value: string): string => {
    const known = columnsOf[head.kind].find(({ name }) => name === column);
    return known ? shownAs(head.kind, known, value, { people, language }) : value;
  };
  const cell = ({ column, theirs, problem, ...rest }: DiffCell): WireDiffCell => ({
    column,
    header: headerOf(head.kind, column, language),
    cell: rest.cell,
    outcome: rest.outcome,
    old: shown(column, rest.old),
    theirs: shown(column, theirs),
    ours: shown(column, rest.ours),
    oursValue: rest.ours,
    problem: problem && {
      code: problem.refusal,
      message: say(problemWords, problem.refusal, problem.facts, language),
    },
  });
  return rows.map(({ key, line, row, cells }) => {
    const values = row?.values ?? book.exported.get(key)?.values ?? {};
    return {
      key,
      line,
      accountId: row?.accountId ?? null,
      account: values['account'] ?? '',
      name: values['name'] ?? '',
      cells: cells.map(cell),
    };
  });
}
