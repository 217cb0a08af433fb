/**
 * Files as they were dropped: opened, looked at, and turned into one book.
 *
 * Files that belong together (a folder of customers, invoices, payments and applications) are
 * one import; nothing of a book is made while any of its files still has a question open.
 */
import { createHash } from 'node:crypto';
import type { Day } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type ReadRefusal, readTable } from '#formats/registry.ts';
import type { Table } from '#formats/table.ts';
import { openXlsx } from '#platform/files/open-xlsx.ts';
import { type Conversion, convert } from '../rules/convert.ts';
import { kindOfName } from '../rules/desk-kinds.ts';
import type { DeskRow } from '../rules/desk-record.ts';
import { type Detection, detect } from '../rules/detect.ts';
import type { FoundProblem } from '../rules/found-problem.ts';
import type { Kind } from '../rules/kinds.ts';
import type { Incoming } from '../rules/incoming.ts';
import type { Settings } from '../rules/settings.ts';
import { type Unread, unreadOf, unreadTogether } from '../rules/snapshot-rows.ts';
import { type ConvertedFile, deskRowsOf, toIncoming } from '../rules/to-incoming.ts';
import type { ImportedFile } from '../store/imports.ts';

export type DroppedFile = { readonly name: string; readonly bytes: Uint8Array };

export type OpenedFile = {
  readonly file: ImportedFile;
  readonly table: Table;
};

/** The table in a file with its hash; refused when it is none, naming what it is instead. */
export async function openFile(dropped: DroppedFile): Promise<Outcome<OpenedFile, ReadRefusal>> {
  const table = await readTable(dropped.bytes, openXlsx);
  if (!table.ok) return { ...table, facts: { ...table.facts, file: dropped.name } };
  const sha256 = createHash('sha256').update(dropped.bytes).digest('hex');
  const file = { name: dropped.name, sha256, bytes: dropped.bytes.length };
  return accept({ file, table: table.value });
}

export type LookedAt = OpenedFile & { readonly detection: Detection };

/** Looks at files that come together, under what a person said about them. */
export function lookAt(
  files: readonly OpenedFile[],
  settings: Settings,
  companyCurrency: Currency | undefined,
): LookedAt[] {
  const look = (withApplications: boolean): LookedAt[] =>
    files.map((opened) => ({
      ...opened,
      detection: detect(opened.table, namedKind(opened, settings), {
        companyCurrency,
        withApplications,
      }),
    }));
  const first = look(false);
  return first.some(({ detection }) => detection.kind === 'applications') ? look(true) : first;
}

/** What nobody said is taken from the file's own name: `contacts.csv`. */
function namedKind({ file }: OpenedFile, settings: Settings): Settings {
  const kind = settings.kind ?? kindOfName(file.name);
  return kind === undefined ? settings : { ...settings, kind };
}

export type OpenBook = {
  readonly kind: Kind | 'book';
  readonly source: string;
  readonly files: readonly ImportedFile[];
  readonly incoming: Incoming;
  readonly desk: readonly DeskRow[];
  readonly rows: number;
  readonly skipped: number;
  readonly problems: readonly FoundProblem[];
  readonly warnings: readonly FoundProblem[];
  /** What could not be read, which a snapshot must not take for gone. */
  readonly unread: Unread;
};

/** The book of files in which no question is open; throws when one still is. */
export function bookOf(
  files: readonly LookedAt[],
  today: Day,
  source: string = sourceOf(files),
): OpenBook {
  const converted = files.map(({ file, table, detection }) => {
    if (!detection.plan) throw new Error(`${file.name}: a question is still open`);
    const conversion = convert(table, { ...detection.plan, today });
    const unread = unreadOf(table, detection.plan, conversion);
    return { file: file.name, conversion, unread };
  });
  const sum = (pick: (conversion: Conversion) => number): number =>
    converted.reduce((total, { conversion }) => total + pick(conversion), 0);
  const kinds = [...new Set(converted.map(({ conversion }) => conversion.kind))];
  return {
    kind: kinds.length === 1 ? (kinds[0] ?? 'book') : 'book',
    source,
    files: files.map(({ file }) => file),
    incoming: toIncoming(converted, today),
    desk: deskRowsOf(converted),
    rows: sum((conversion) => conversion.rows),
    skipped: sum((conversion) => conversion.skipped.length),
    problems: problemsOf(converted),
    warnings: converted.flatMap(({ file, conversion }) =>
      conversion.warnings.map(({ line, field, code, facts }) => ({
        file,
        line,
        field,
        code,
        facts,
      })),
    ),
    unread: unreadTogether(converted.map(({ unread }) => unread)),
  };
}

/** What was wrong with rows before the ledger was asked. */
export function problemsOf(converted: readonly ConvertedFile[]): FoundProblem[] {
  return converted.flatMap(({ file, conversion }) =>
    conversion.problems.map((problem) => ({ file, ...problem })),
  );
}

/**
 * Outside ids are unique within their source: the family of the preset (`neutral`,
 * `quickbooks`), or `file` for whatever was mapped by hand.
 */
export function sourceOf(files: readonly LookedAt[]): string {
  const families = files.map(({ detection }) => detection.preset?.split('-')[0] ?? 'file');
  return families[0] ?? 'file';
}
