/**
 * How the values of the mapped columns are written: the order of dates, the decimal mark,
 * the currency, the tails of floats, the sign of credits. Every row is looked at.
 */
import { type Currency } from '#kernel/money.ts';
import { type Row, type Table } from '#formats/table.ts';
import { type DecimalMark } from '#formats/values/amounts.ts';
import { type ColumnChoice } from './columns.ts';
import { knownCurrency } from '#formats/values/currencies.ts';
import { columnValues, decideDateOrders, weighDates } from '#formats/values/date-order.ts';
import { type DateOrder } from '#formats/values/dates.ts';
import { decideMarks, weighMarks } from '#formats/values/decimal-mark.ts';
import { plainName, takeUnit } from '#formats/values/header-name.ts';
import { type Field, type FieldType, type Kind, typeOf } from './kinds.ts';
import { type Plan } from './plan.ts';
import { type Preset } from './presets/preset.ts';
import { type Note, type Question } from './questions.ts';
import { type Settings } from './settings.ts';
import { writesCreditsUnsigned } from './credit-sign.ts';

type Mapped = { readonly kind: Kind; readonly choices: readonly ColumnChoice[] };
type Said = {
  readonly settings: Settings;
  readonly preset: Preset | undefined;
  readonly surroundings: Surroundings;
};

/** What stands around a file and fills its gaps, each time with a note. */
export type Surroundings = {
  /** The currency of the company into which the file goes. */
  readonly companyCurrency?: string | undefined;
  /** The applications of its documents come in with it, so that closed ones are wanted. */
  readonly withApplications?: boolean | undefined;
};

export type SettledValues = {
  readonly plan: Plan;
  readonly questions: readonly Question[];
  readonly notes: readonly Note[];
};

/** The plan for a mapped table, with what is left to ask and what was decided. */
export function settleValues(table: Table, mapped: Mapped, said: Said): SettledValues {
  const { kind, choices } = mapped;
  const columnOf = new Map<Field, number>();
  for (const { field, index } of choices) if (field !== undefined) columnOf.set(field, index);
  const ofType = (...types: FieldType[]): ReadonlyMap<Field, number> =>
    new Map([...columnOf].filter(([field]) => types.some((type) => type === typeOf(kind, field))));
  const dates = settleDates(table, ofType('day'), said);
  const marks = settleMarks(table, ofType('amount'), said);
  const currency = settleCurrency(columnOf, ofType('amount'), table.columns, said);
  const floatTails = new Set(fieldsWithFloatTails(table.rows, ofType('code')));
  const unsignedCredits = kind === 'items' && writesCreditsUnsigned(table.rows, columnOf);
  const plan: Plan = {
    kind,
    columnOf,
    columns: table.columns,
    dateOrders: dates.orders,
    marks: marks.marks,
    inCents: fieldsInCents(table.columns, ofType('amount'), said),
    floatTails,
    currency: currency.currency,
    company: said.settings.company,
    documentKind: said.preset?.documentKind,
    paymentKind: said.preset?.paymentKind,
    identity: (said.preset?.identity ?? []).map((name) => table.columns.indexOf(name)),
    unsignedCredits,
    withApplications: said.surroundings.withApplications ?? false,
    rounds: said.settings.rounds ?? said.preset?.rounds ?? false,
  };
  return {
    plan,
    questions: [...dates.questions, ...marks.questions, ...currency.questions],
    notes: [...currency.notes, ...notesOn(plan, said.preset === undefined ? choices : [])],
  };
}

function settleDates(
  table: Table,
  columns: ReadonlyMap<Field, number>,
  { settings, preset }: Said,
): { orders: ReadonlyMap<Field, DateOrder>; questions: Question[] } {
  const { dateOrder } = settings;
  if (dateOrder !== undefined) {
    return {
      orders: new Map([...columns.keys()].map((field) => [field, dateOrder])),
      questions: [],
    };
  }
  const evidence = new Map(
    [...columns].map(([field, index]) => [field, weighDates(columnValues(table.rows, index))]),
  );
  const { orders, undecided } = decideDateOrders(evidence, preset?.dateOrder);
  const [first] = undecided;
  if (first === undefined) return { orders, questions: [] };
  const facts = { columns: namesOf(table, columns, undecided), example: first.example };
  const choices = ['dmy', 'mdy'];
  return {
    orders,
    questions: [{ code: 'import.date_order_unknown', facts, option: 'dateOrder', choices }],
  };
}

function settleMarks(
  table: Table,
  columns: ReadonlyMap<Field, number>,
  { settings }: Said,
): { marks: ReadonlyMap<Field, DecimalMark>; questions: Question[] } {
  const { decimalMark } = settings;
  if (decimalMark !== undefined) {
    return {
      marks: new Map([...columns.keys()].map((field) => [field, decimalMark])),
      questions: [],
    };
  }
  const evidence = new Map(
    [...columns].map(([field, index]) => [field, weighMarks(columnValues(table.rows, index))]),
  );
  const { marks, undecided } = decideMarks(evidence);
  const [first] = undecided;
  if (first === undefined) return { marks, questions: [] };
  const facts = { columns: namesOf(table, columns, undecided), example: first.example };
  const choices = ['.', ','];
  return {
    marks,
    questions: [{ code: 'import.decimal_mark_unknown', facts, option: 'decimalMark', choices }],
  };
}

function namesOf(
  table: Table,
  columns: ReadonlyMap<Field, number>,
  undecided: readonly { readonly column: Field }[],
): string {
  return undecided.map(({ column }) => table.columns[columns.get(column) ?? -1] ?? '').join(', ');
}

type SettledCurrency = {
  readonly currency: Currency | undefined;
  readonly questions: readonly Question[];
  readonly notes: readonly Note[];
};

/** The currency of rows that say none: said, known, written in a header, or the company's. */
function settleCurrency(
  columnOf: ReadonlyMap<Field, number>,
  amounts: ReadonlyMap<Field, number>,
  columns: readonly string[],
  { settings, preset, surroundings }: Said,
): SettledCurrency {
  const stated = knownCurrency(settings.currency ?? preset?.currency ?? '');
  if (stated !== undefined) return { currency: stated, questions: [], notes: [] };
  const units = [...amounts.values()].map(
    (index) => takeUnit(plainName(columns[index] ?? '')).currency,
  );
  const [unit] = units;
  if (unit !== undefined && units.every((each) => each === unit)) {
    const notes: Note[] = [{ code: 'import.currency_from_header', facts: { currency: unit } }];
    return { currency: knownCurrency(unit), questions: [], notes };
  }
  const assumed = knownCurrency(surroundings.companyCurrency ?? '');
  if (columnOf.has('currency') || amounts.size === 0) {
    return { currency: assumed, questions: [], notes: [] };
  }
  if (assumed !== undefined) {
    const notes: Note[] = [{ code: 'import.currency_assumed', facts: { currency: assumed } }];
    return { currency: assumed, questions: [], notes };
  }
  const question: Question = {
    code: 'import.currency_unknown',
    facts: {},
    option: 'currency',
    choices: [],
  };
  return { currency: undefined, questions: [question], notes: [] };
}

function fieldsInCents(
  columns: readonly string[],
  amounts: ReadonlyMap<Field, number>,
  { settings, preset }: Said,
): ReadonlySet<Field> {
  const all = settings.cents ?? preset?.cents ?? false;
  const named = [...amounts].filter(
    ([, index]) => all || takeUnit(plainName(columns[index] ?? '')).cents === true,
  );
  return new Set(settings.cents === false ? [] : named.map(([field]) => field));
}

/** Codes every one of which ends in `.0`: numbers that went through a data frame. */
function fieldsWithFloatTails(rows: readonly Row[], codes: ReadonlyMap<Field, number>): Field[] {
  return [...codes].flatMap(([field, index]) => {
    let some = false;
    for (const value of columnValues(rows, index)) {
      if (value.trim() === '') continue;
      if (!/^\s*\d+\.0\s*$/u.test(value)) return [];
      some = true;
    }
    return some ? [field] : [];
  });
}

function notesOn(plan: Plan, choices: readonly ColumnChoice[]): Note[] {
  const has = (field: Field): boolean => plan.columnOf.has(field);
  const notes: Note[] = [...plan.floatTails].map((field) => ({
    code: 'import.float_tail_dropped',
    facts: { column: plan.columns[plan.columnOf.get(field) ?? -1] ?? '' },
  }));
  const add = (code: Note['code'], applies: boolean): void => {
    if (applies) notes.push({ code, facts: {} });
  };
  const ofItems = plan.kind === 'items';
  add('import.names_as_numbers', has('customerName') && !has('customerNumber'));
  add('import.open_as_original', ofItems && has('open') && !has('original') && !has('debit'));
  add('import.due_from_terms', ofItems && !has('dueOn') && has('netDays'));
  const isDated = has('issuedOn') && !has('dueOn') && !has('netDays');
  add('import.due_when_issued', ofItems && isDated);
  add('import.issued_when_due', ofItems && has('dueOn') && !has('issuedOn'));
  add('import.credits_unsigned', plan.unsignedCredits);
  add('import.amounts_rounded', plan.rounds);
  const leftOut = choices
    .filter((choice) => choice.field === undefined)
    .map(({ column }) => column);
  if (leftOut.length > 0) {
    notes.push({ code: 'import.columns_left_out', facts: { columns: leftOut.join(', ') } });
  }
  return notes;
}
