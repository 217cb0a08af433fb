/**
 * What a workbook's signature stands for, letter by letter.
 *
 * The head binds the workbook's own facts; each row binds its key, the moment that it was known
 * and every value to the workbook's id, so that a row of one workbook is foreign to any other.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Language } from '#kernel/words.ts';
import type { Values } from './column.ts';
import type { WorkbookKind } from './kinds.ts';

export type Head = {
  readonly workbookId: Id;
  readonly kind: WorkbookKind;
  readonly language: Language;
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly sheet: string;
  /** What each column is called in the sheet, `key` too. */
  readonly headers: Readonly<Record<string, string>>;
};

/** What the seal marks; another purpose gives another mark. */
export const signaturePurpose = 'workbook';

export function headText(head: Head): string {
  const { workbookId, kind, language, asOf, knownAt, sheet, headers } = head;
  return JSON.stringify([
    'head',
    workbookId,
    kind,
    language,
    asOf,
    knownAt,
    sheet,
    sorted(headers),
  ]);
}

export function rowText(head: Pick<Head, 'workbookId' | 'knownAt'>, key: string, values: Values) {
  return JSON.stringify(['row', head.workbookId, key, head.knownAt, sorted(values)]);
}

function sorted(record: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
