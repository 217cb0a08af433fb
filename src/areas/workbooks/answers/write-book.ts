/**
 * A workbook as it goes out: the sheet that people work in, what its formulas and lists stand on,
 * and the hidden sheet with every row as it was, signed.
 */
import { type Day, day, daysBetween } from '#kernel/day.ts';
import { formatMoney, minus, parseCurrency, parseMoney } from '#kernel/money.ts';
import type { Seal } from '#platform/auth/sealing.ts';
import { say } from '#platform/cli/say.ts';
import {
  type Sheet,
  type SheetColumn,
  type SheetMark,
  type SheetValue,
  columnLetter,
  writeWorkbook,
} from '#platform/files/write-xlsx.ts';
import { type BookRow, type Column, type Values, valueOf } from '../rules/column.ts';
import { type WorkbookKind, columnsOf, keptColumns } from '../rules/kinds.ts';
import { type Head, headText, rowText, signaturePurpose } from '../rules/signature.ts';
import { words } from '../words.ts';
import { bucketCells, bucketColumns, itemsSheet } from './aging-sheets.ts';
import { type People, choiceLabel, headerOf, shownAs } from './names.ts';

/** Sheets that people do not see. */
export const signedSheet = '_dunlin';
const listsSheet = '_lists';

export type BookOut = {
  readonly head: Omit<Head, 'sheet' | 'headers'>;
  /** What it is of, in words: a company, a collector, an account. */
  readonly of: string;
  readonly rows: readonly BookRow[];
  /** Open items of the aging; empty for every other kind. */
  readonly items: readonly BookRow[];
  readonly people: People;
  readonly seal: Seal;
};

export async function writeBook(out: BookOut): Promise<{ bytes: Uint8Array; head: Head }> {
  const { kind, language } = out.head;
  const name = say(words, `sheet.${kind}`, {}, language);
  const plan = planOf(out);
  const headers = Object.fromEntries([
    ...columnsOf[kind].map((column) => [column.name, headerOf(kind, column.name, language)]),
    ['key', headerOf(kind, 'key', language)],
  ]);
  const head: Head = { ...out.head, sheet: name, headers };
  const items =
    kind === 'aging'
      ? [itemsSheet(out.items, { language, asOf: head.asOf, agingSheet: name })]
      : [];
  const bytes = await writeWorkbook([
    workSheet(out, head, plan),
    ...items,
    lists(out, plan),
    signed(out, head),
  ]);
  return { bytes, head };
}

type Plan = {
  readonly columns: readonly Column[];
  readonly letters: ReadonlyMap<string, string>;
  readonly sheetColumns: readonly SheetColumn[];
  /** The choices of each column with a list, in the order of their columns. */
  readonly listed: readonly { readonly column: Column; readonly labels: readonly string[] }[];
};

/** Where each column stands; the buckets of an aging are many. */
function planOf({ head: { kind, language }, people, rows }: BookOut): Plan {
  const columns = columnsOf[kind];
  const letters = new Map<string, string>();
  const sheetColumns: SheetColumn[] = [];
  const listed: { column: Column; labels: readonly string[] }[] = [];
  const totals = new Set(rows.map(({ values }) => values['currency'])).size === 1;
  for (const column of columns) {
    letters.set(column.name, columnLetter(sheetColumns.length));
    if (column.name === 'buckets') {
      const buckets = bucketColumns(language);
      sheetColumns.push(
        ...buckets.map(({ header, kind: of }) => added({ header, kind: of }, totals)),
      );
      continue;
    }
    const labels = labelsOf(column);
    if (labels) listed.push({ column, labels });
    sheetColumns.push(sheetColumn(column, labels && listOf(listed.length, labels.length)));
  }
  letters.set('key', columnLetter(sheetColumns.length));
  sheetColumns.push({ header: headerOf(kind, 'key', language), kind: 'text', width: 14 });
  return { columns, letters, sheetColumns, listed };

  function labelsOf({ name, type, act, choices = [], offered }: Column) {
    if (act === undefined) return undefined;
    if (type === 'member') return people.active;
    if (type !== 'choice') return undefined;
    return (offered ?? choices).map((code) => choiceLabel(kind, name, code, language));
  }
  function sheetColumn(column: Column, list: string | undefined): SheetColumn {
    const { name, type, act, width } = column;
    const shown: SheetColumn = {
      header: headerOf(kind, name, language),
      kind: type === 'choice' || type === 'member' ? 'text' : type,
      ...(width === undefined ? {} : { width }),
      ...(act === undefined ? {} : { editable: true }),
      ...(list === undefined ? {} : { list }),
    };
    return added(shown, totals && type === 'amount' && act === undefined);
  }
}

function added(column: SheetColumn, total: boolean): SheetColumn {
  return total ? { ...column, total: true } : column;
}

function listOf(position: number, count: number): string {
  const letter = columnLetter(position - 1);
  return `${listsSheet}!$${letter}$2:$${letter}$${Math.max(count, 1) + 1}`;
}

function workSheet(out: BookOut, head: Head, plan: Plan): Sheet {
  const { kind, language, asOf, knownAt } = head;
  const text = (key: string, facts = {}): string => say(words, key, facts, language);
  const moment = knownAt.slice(0, 16).replace('T', ' ').concat(' UTC');
  const buckets = plan.columns.findIndex(({ name }) => name === 'buckets');
  const aging =
    buckets === -1
      ? undefined
      : bucketCells({
          items: out.items,
          asOf,
          itemsName: text('sheet.items'),
          keyLetter: plan.letters.get('key') ?? '',
          firstBucket: buckets,
        });
  return {
    name: head.sheet,
    title: [[head.sheet, out.of].filter(Boolean).join(': '), text('sheet.about', { moment })],
    facts: [{ label: text('sheet.as_of'), kind: 'day', value: asOf, editable: true }],
    columns: plan.sheetColumns,
    rows: out.rows.map((row) => [
      ...plan.columns.flatMap((column): SheetValue[] => {
        if (column.name === 'buckets') return aging?.(row) ?? [];
        if (column.formula) return [formulaOf(column, row, { plan, kind, asOf })];
        const value = valueOf(row.values, column.name);
        return [shownAs(kind, column, value, { people: out.people, language })];
      }),
      row.key,
    ]),
    ...(plan.sheetColumns.some(({ total }) => total) ? { totalsLabel: text('sheet.total') } : {}),
    marks: marksOf(kind, plan),
    locked: true,
  };
}

/** From which day a kind counts: days late, days left, days since. */
const counting: Partial<Readonly<Record<WorkbookKind, Counting>>> = {
  'open-items': { from: 'due_on', way: 'late' },
  promises: { from: 'due_on', way: 'left' },
  tasks: { from: 'due_on', way: 'left' },
  disputes: { from: 'opened_on', way: 'since' },
  unapplied: { from: 'issued_on', way: 'since' },
};
type Counting = { readonly from: string; readonly way: 'late' | 'left' | 'since' };

function formulaOf(
  column: Column,
  { values }: BookRow,
  { plan, kind, asOf }: { readonly plan: Plan; readonly kind: WorkbookKind; readonly asOf: Day },
): SheetValue {
  const letter = (name: string): string => plan.letters.get(name) ?? '';
  if (column.name === 'missing') return missing(values, letter);
  const { from, way } = counting[kind] ?? { from: 'due_on', way: 'since' };
  const cell = `${letter(from)}{row}`;
  const on = valueOf(values, from);
  const since = on === '' ? undefined : daysBetween(day(on), asOf);
  const formulas = {
    // An item that is not due yet is no days overdue.
    late: `MAX(0,{fact0}-${cell})`,
    left: `${cell}-{fact0}`,
    since: `{fact0}-${cell}`,
  };
  const gives = { late: Math.max(0, since ?? 0), left: 0 - (since ?? 0), since: since ?? 0 };
  return {
    formula: `IF(${cell}="","",${formulas[way]})`,
    value: since === undefined ? '' : String(gives[way]),
  };
}

function missing(values: Values, letter: (name: string) => string): SheetValue {
  const code = parseCurrency(valueOf(values, 'currency'));
  const [amount, received] = ['amount', 'received'].map((name) =>
    code === undefined ? undefined : parseMoney(valueOf(values, name), code),
  );
  const value = amount && received ? formatMoney(minus(amount, received)) : '';
  return { formula: `ROUND(${letter('amount')}{row}-${letter('received')}{row},2)`, value };
}

/** What stands out: what is late, what is due today, what was promised and is over. */
function marksOf(kind: WorkbookKind, { columns, letters }: Plan): SheetMark[] {
  const marks: SheetMark[] = [];
  const at = columns.findIndex(({ name }) => name === 'days');
  const days = letters.get('days');
  if (at !== -1 && days !== undefined) {
    const left = counting[kind]?.way === 'left';
    const cell = `$${days}{row}`;
    const number = `ISNUMBER(${cell})`;
    const bad = left ? `AND(${number},${cell}<0)` : `AND(${number},${cell}>60)`;
    const warn = left ? `AND(${number},${cell}=0)` : `AND(${number},${cell}>30)`;
    marks.push(
      { formula: bad, tone: 'bad', column: at },
      { formula: warn, tone: 'warn', column: at },
    );
  }
  const disputed = columns.findIndex(({ name }) => name === 'disputed');
  if (disputed !== -1) {
    const formula = `N($${letters.get('disputed')}{row})>0`;
    marks.push({ formula, tone: 'warn', column: disputed });
  }
  return marks;
}

/** The lists from which cells choose, a column each. */
function lists({ head: { language } }: BookOut, { listed }: Plan): Sheet {
  const longest = Math.max(1, ...listed.map(({ labels }) => labels.length));
  return {
    name: listsSheet,
    title: [],
    columns:
      listed.length === 0
        ? [{ header: language, kind: 'text' }]
        : listed.map(({ column }) => ({ header: column.name, kind: 'text' })),
    rows: Array.from({ length: longest }, (_, at) =>
      listed.length === 0 ? [''] : listed.map(({ labels }) => labels[at] ?? ''),
    ),
    hidden: true,
  };
}

/** Every row as it goes out, with the mark by which it is known again. */
function signed({ rows, seal }: BookOut, head: Head): Sheet {
  const mark = (text: string): string => seal.mark(text, signaturePurpose);
  const kept = keptColumns(head.kind);
  return {
    name: signedSheet,
    title: [],
    columns: ['key', 'known_at', 'values', 'mark'].map((header) => ({ header, kind: 'text' })),
    rows: [
      ['', head.knownAt, JSON.stringify(head), mark(headText(head))],
      ...rows.map(({ key, values }) => {
        const out = Object.fromEntries(kept.map(({ name }) => [name, valueOf(values, name)]));
        return [key, head.knownAt, JSON.stringify(out), mark(rowText(head, key, out))];
      }),
    ],
    hidden: true,
  };
}
