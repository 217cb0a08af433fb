/**
 * A bank's table, CSV or sheet, as statements: one for each account and currency in it.
 *
 *   columns ▸ days, marks, currency ▸ movements ▸ balances prove order and signs ▸ statements
 *
 * Either every movement is read or the file is refused by the row that stopped it. What the
 * table does not say is a question, and while one is open there are no statements.
 */
import { type Currency, currency, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Control, type FileProblem, type Statement } from '../neutral.ts';
import { type Row, type Table } from '../table.ts';
import { findColumns } from '../tables/find-columns.ts';
import { type TableMapping, type TableQuestion } from '../tables/questions.ts';
import { type TableValues, minorOf, settleValues } from '../tables/values.ts';
import { knownCurrency } from '../values/currencies.ts';
import { plainName, takeUnit } from '../values/header-name.ts';
import { type BankField, bankFields } from './fields.ts';
import { columnsByValue } from './headerless.ts';
import { type At, type Lines, readLines } from './lines.ts';
import { proofOf } from './proof.ts';
import { type Preamble, kindOfRow, readPreamble } from './surroundings.ts';
import { saidColumns, transactionOf, whoseAccount } from './transaction.ts';

export type BankMapping = TableMapping<BankField>;

export type BankTable = {
  readonly statements: readonly Statement[];
  readonly controls: readonly Control[];
  readonly problems: readonly FileProblem[];
  readonly questions: readonly TableQuestion[];
  /** What was settled, ready to be kept for the next file of this bank. */
  readonly mapping: BankMapping;
};

/** No currency is known: what is read counts in the account's, whichever that is. */
const noCurrency = currency('XXX');

/** Reads a bank's table under what is known of the bank. */
export function readBankTable(
  table: Table,
  said: BankMapping = {},
): Outcome<BankTable, 'read.bad_record'> {
  const found = findColumns(table, bankFields, said.columns ?? columnsByValue(table));
  const at = whoseAccount(table, found.at);
  const values = settleValues(table, columnsOf(at), said);
  const sorted = sortRows(table, at, values);
  const currencyOf = currencies(table, at, values, said);
  const questions = [
    ...missingColumns(at, table),
    ...found.torn.filter(({ field }) => decisive.has(field)).map(ambiguous),
    ...values.questions,
    ...(sorted.movements.some((row) => currencyOf(row) === noCurrency) ? [whichCurrency] : []),
  ];
  const mapping = settled(table, at, values, said);
  if (questions.some((question) => question.code !== 'table.currency_unknown')) {
    const problems = questions.map(({ code, facts }) => ({ record: 1, code, facts }));
    return accept({ statements: [], controls: [], problems, questions, mapping });
  }
  const bad = sorted.movements.find((row) => typeof dayOf(row, at, values) !== 'string');
  if (bad !== undefined) return refuse('read.bad_record', { record: bad.line, reason: 'a day' });
  const statements: Statement[] = [];
  const controls: Control[] = [];
  const problems: FileProblem[] = notes(sorted.notes);
  const preamble = readPreamble(table);
  const texts = saidColumns(table, at);
  const groups = groupRows(sorted.movements, at, currencyOf, said.account ?? preamble.account);
  for (const group of groups) {
    const lines = readLines(group.rows, at, values, currencyOf);
    if ('reason' in lines) return refuse('read.bad_record', { ...lines });
    const stated =
      groups.length === 1 ? statedBalances(sorted, preamble, at, { values, code: group.code }) : {};
    const proof = proofOf(lines, group.code, stated);
    controls.push(...proof.controls);
    problems.push(...proof.problems);
    statements.push(statementOf(group, lines, { at, said: texts, values, proof }));
  }
  if (groups.length === 1) controls.push(...columnTotals(sorted, at, values, groups[0]?.code));
  const open = questions.map(({ code, facts }) => ({ record: 1, code, facts }));
  return accept({ statements, controls, problems: [...problems, ...open], questions, mapping });
}

const decisive: ReadonlySet<BankField> = new Set(['bookedOn', 'amount', 'debit', 'credit']);

const whichCurrency: TableQuestion = {
  code: 'table.currency_unknown',
  facts: {},
  option: 'currency',
  choices: [],
};

function ambiguous(torn: { field: BankField; columns: readonly string[] }): TableQuestion {
  const facts = { field: torn.field, columns: torn.columns.join(', ') };
  return { code: 'table.column_ambiguous', facts, option: 'columns', choices: torn.columns };
}

function missingColumns(at: At, table: Table): TableQuestion[] {
  const hasDay = at.has('bookedOn') || at.has('valueOn');
  const hasAmount = at.has('amount') || at.has('debit') || at.has('credit');
  const missing = [...(hasDay ? [] : ['bookedOn']), ...(hasAmount ? [] : ['amount'])];
  return missing.map((field) => ({
    code: 'table.column_missing',
    facts: { field },
    option: 'columns',
    choices: table.columns,
  }));
}

function columnsOf(at: At): { days: number[]; amounts: number[] } {
  const pick = (fields: readonly BankField[]): number[] =>
    fields.flatMap((field) => at.get(field) ?? []);
  return {
    days: pick(['bookedOn', 'valueOn']),
    amounts: pick(['amount', 'debit', 'credit', 'balance']),
  };
}

function dayOf(row: Row, at: At, values: TableValues): ReturnType<TableValues['day']> | false {
  const booked = values.day(row, at.get('bookedOn'));
  const day = booked === 'blank' ? values.day(row, at.get('valueOn')) : booked;
  return day === 'blank' || day === undefined ? false : day;
}

type Sorted = Readonly<Record<'movements' | 'totals' | 'openings' | 'closings' | 'notes', Row[]>>;

function sortRows(table: Table, at: At, values: TableValues): Sorted {
  const sorted: Sorted = { movements: [], totals: [], openings: [], closings: [], notes: [] };
  const places = {
    movement: sorted.movements,
    total: sorted.totals,
    opening: sorted.openings,
    closing: sorted.closings,
    note: sorted.notes,
  };
  for (const row of table.rows) {
    const hasDay = typeof dayOf(row, at, values) === 'string';
    const filled = (['amount', 'debit', 'credit'] as const).some((field) =>
      /\d/u.test(row.cells[at.get(field) ?? -1] ?? ''),
    );
    const code = (row.cells[at.get('code') ?? -1] ?? '').trim();
    places[kindOfRow(row, hasDay, filled, code)].push(row);
  }
  return sorted;
}

function notes(rows: readonly Row[]): FileProblem[] {
  return rows.map((row) => ({
    record: row.line,
    code: 'table.row_is_no_movement',
    facts: {
      text: row.cells
        .filter((cell) => cell.trim() !== '')
        .join(' ')
        .slice(0, 200),
    },
  }));
}

/** The currency of a row: its own, the account's, the header's, the one beside its amounts. */
function currencies(
  table: Table,
  at: At,
  values: TableValues,
  said: BankMapping,
): (row: Row) => Currency {
  const index = at.get('currency');
  const amountAt = at.get('amount') ?? at.get('credit') ?? at.get('debit') ?? -1;
  const header = takeUnit(plainName(table.columns[amountAt] ?? '')).currency;
  const own = new Set(
    table.rows.flatMap((row) =>
      columnsOf(at).amounts.flatMap((each) => values.amount(row, each)?.currency ?? []),
    ),
  );
  const only = own.size === 1 ? [...own][0] : undefined;
  const usual =
    knownCurrency(said.currency ?? '') ??
    knownCurrency(header ?? '') ??
    knownCurrency(readPreamble(table).currency ?? '') ??
    only ??
    noCurrency;
  return (row) => knownCurrency(index === undefined ? '' : (row.cells[index] ?? '')) ?? usual;
}

type Group = { readonly account: string; readonly code: Currency; readonly rows: Row[] };

function groupRows(
  rows: readonly Row[],
  at: At,
  currencyOf: (row: Row) => Currency,
  account = '',
): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const own = at.has('account') ? (row.cells[at.get('account') ?? -1] ?? '').trim() : '';
    const code = currencyOf(row);
    const key = `${own || account}\n${code}`;
    const group = groups.get(key) ?? { account: own || account, code, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * Balances that stand in rows of their own, above the header or below the movements. Several
 * of one kind belong to several days, and none of them is the list's.
 */
function statedBalances(
  sorted: Sorted,
  preamble: Preamble,
  at: At,
  { values, code }: { readonly values: TableValues; readonly code: Currency },
): { opening?: bigint; closing?: bigint } {
  const figure = (rows: readonly Row[], text: string | undefined): bigint | undefined => {
    if (rows.length > 1) return undefined;
    const indexes = [at.get('balance'), at.get('amount'), at.get('credit')];
    const cells = rows.flatMap((row) => indexes.flatMap((each) => values.amount(row, each) ?? []));
    const cell = cells[0] ?? values.amount({ line: 0, cells: [text ?? ''] }, 0);
    return cell === undefined ? undefined : minorOf(cell.value, code);
  };
  const opening = figure(sorted.openings, preamble.opening);
  const closing = figure(sorted.closings, preamble.closing);
  return {
    ...(opening === undefined ? {} : { opening }),
    ...(closing === undefined ? {} : { closing }),
  };
}

/** Totals below the rows beside the sums of their columns. */
function columnTotals(
  sorted: Sorted,
  at: At,
  values: TableValues,
  code: Currency = noCurrency,
): Control[] {
  const row = sorted.totals.at(-1);
  if (row === undefined || sorted.totals.length > 1) return [];
  return (['amount', 'debit', 'credit'] as const).flatMap((field): Control[] => {
    const minor = (each: Row): bigint => {
      const cell = values.amount(each, at.get(field));
      return cell === undefined ? 0n : (minorOf(cell.value, code) ?? 0n);
    };
    if (values.amount(row, at.get(field)) === undefined) return [];
    const found = sorted.movements.reduce((sum, each) => sum + minor(each), 0n);
    return [
      {
        kind: 'amount',
        what: `total_${field}`,
        record: row.line,
        stated: formatMoney(money(minor(row), code)),
        found: formatMoney(money(found, code)),
      },
    ];
  });
}

type Known = {
  readonly at: At;
  readonly said: readonly number[];
  readonly values: TableValues;
  readonly proof: ReturnType<typeof proofOf>;
};

function statementOf(group: Group, { lines }: Lines, known: Known): Statement {
  const { at, values, proof } = known;
  const transactions = lines.flatMap(({ row, amount }) => {
    const day = dayOf(row, at, values);
    if (typeof day !== 'string' || day === 'blank') return [];
    const valueOn = values.day(row, at.get('valueOn'));
    const dated = {
      bookedOn: day,
      ...(valueOn === undefined || valueOn === 'blank' ? {} : { valueOn }),
    };
    return [transactionOf(row, known, { ...dated, amount: money(amount, group.code) })];
  });
  const days = transactions.map(({ bookedOn }) => bookedOn).toSorted();
  const [from] = days;
  const to = days.at(-1);
  return {
    account: group.account,
    currency: group.code,
    kind: 'statement',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...proof.balances,
    transactions,
  };
}

function settled(table: Table, at: At, values: TableValues, said: BankMapping): BankMapping {
  const columns: Partial<Record<BankField, string>> = {};
  for (const [field, index] of at) columns[field] = table.columns[index] ?? '';
  const { dateOrder, decimalMark } = values;
  return {
    ...said,
    columns,
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimalMark === undefined ? {} : { decimalMark }),
  };
}
