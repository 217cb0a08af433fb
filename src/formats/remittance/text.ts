/**
 * A remittance advice in plain text: the body of a mail, the text of a PDF, lines that
 * somebody pasted.
 *
 * Written by people and by a hundred systems, so it is read line by line and tolerantly:
 * a line with a document and an amount is a row; below the header a line with an amount and
 * no document is kept as well; the total says whether all of it was understood.
 */
import { type Currency, currency, money } from '#kernel/money.ts';
import { type Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Remittance, type RemittanceLine } from '../neutral.ts';
import { assembleTable } from '../assemble.ts';
import { type TableMapping } from '../tables/questions.ts';
import { minorOf } from '../tables/values.ts';
import { takeSide } from '../tables/sign-words.ts';
import { type DecimalMark, bareAmount, readAmount } from '../values/amounts.ts';
import { decideDateOrders, weighDates } from '../values/date-order.ts';
import { type DateOrder, dateReadings, dayUnder } from '../values/dates.ts';
import { decideMarks, weighMarks } from '../values/decimal-mark.ts';
import { knownCurrency } from '../values/currencies.ts';
import { type AmountColumn, nameAmounts } from './amount-columns.ts';
import { creditWords, paidOnLabel, payerLabel, referenceLabel, totalWords } from './fields.ts';
import { lineOf } from './line.ts';
import { type Proved, prove } from './proof.ts';
import { readRemittanceTable } from './read-table.ts';
import { type TextHeader, type TextLine, findTextHeader, rowsBelow } from './text-tables.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/** No advice is longer; whoever sends more sends a file. */
const mostLines = 20_000;

type Parsed = TextLine & { readonly tokens: Tokens };
type Sheet = {
  readonly code: Currency;
  readonly mark: DecimalMark;
  readonly order: DateOrder;
  readonly lines: readonly Parsed[];
};

/** Reads an advice in text; refused when no line of it names a document. */
export function readRemittanceText(
  text: string,
  said: TableMapping = {},
): Outcome<Proved, 'read.unknown_format'> {
  const lines: TextLine[] = text
    .split(/\r\n|\n|\r/u, mostLines)
    .map((line, at) => ({ record: at + 1, text: line.replace(/^(?:\s*>)+ ?/u, '') }));
  const parsed = lines.map((line) => ({ ...line, tokens: tokensOf(line.text) }));
  const sheet: Sheet = { ...settle(parsed, said), lines: parsed };
  const header = findTextHeader(lines);
  const top = aboutPayment(sheet);
  const tabled = header === undefined ? undefined : fromTable(header, lines, sheet, said);
  const rows = tabled?.lines ?? fromLines(header, sheet);
  if (rows.length === 0) return refuse('read.unknown_format', { found: 'prose' });
  const total = tabled?.total ?? totalOf(rows, sheet);
  const record = rows[0]?.record ?? 1;
  return accept(prove({ record, ...top, ...(total === undefined ? {} : { total }), lines: rows }));
}

/** The currency, the decimal mark and the order of dates that the whole text decides. */
function settle(parsed: readonly Parsed[], said: TableMapping): Omit<Sheet, 'lines'> {
  const amounts = parsed.flatMap(({ tokens }) => tokens.amounts);
  const days = parsed.flatMap(({ tokens }) => tokens.days);
  const marks = decideMarks(new Map([['all', weighMarks(amounts)]]));
  const mark = said.decimalMark ?? marks.marks.get('all') ?? '.';
  const spanish = parsed.some(({ text }) => /\b(?:factura|importe|pago|fecha)\b/iu.test(text));
  const usual = said.dateOrder ?? (mark === ',' || spanish ? 'dmy' : 'mdy');
  const orders = decideDateOrders(new Map([['all', weighDates(days)]]), usual);
  const named = new Set(amounts.flatMap((amount) => bareAmount(amount)?.currency ?? []));
  const dollars = amounts.some((amount) => amount.includes('$')) ? 'USD' : undefined;
  const code = [...named][0] ?? knownCurrency(said.currency ?? '') ?? dollars ?? 'XXX';
  return { code: currency(code), mark, order: orders.orders.get('all') ?? usual };
}

function minorIn(text: string, { mark, code }: Sheet): bigint | undefined {
  const { amount, side } = takeSide(text);
  const read = readAmount(amount, mark);
  const minor = read.ok ? minorOf(read.value, code) : undefined;
  return minor !== undefined && side === 'in' && minor > 0n ? -minor : minor;
}

function dayIn(text: string, order: DateOrder): Day | undefined {
  const readings = dateReadings(text);
  return readings === undefined ? undefined : dayUnder(readings, order);
}

type Top = Pick<Remittance, 'payerName' | 'paymentReference' | 'paidOn'>;

/** What stands beside the rows: who pays, when, under which number. */
function aboutPayment({ lines, order }: Sheet): Top {
  const first = (pattern: RegExp): string | undefined => {
    for (const { text } of lines) {
      const found = pattern.exec(text)?.[1]?.trim();
      if (found !== undefined && found !== '') return found;
    }
    return undefined;
  };
  const number = lines
    .flatMap(({ text }) => [...text.matchAll(referenceLabel)].map((found) => found[1] ?? ''))
    .find((text) => /\d/u.test(text) && dateReadings(text) === undefined);
  const payer = first(payerLabel);
  const stated = first(paidOnLabel) ?? '';
  const paidOn = tokensOf(stated).days.map((text) => dayIn(text, order))[0];
  return {
    ...(payer === undefined || payer.includes('@') ? {} : { payerName: payer }),
    ...(number === undefined ? {} : { paymentReference: number }),
    ...(paidOn === undefined ? {} : { paidOn }),
  };
}

/** The rows of a table in the text, read as any table is. */
function fromTable(
  header: TextHeader,
  lines: readonly TextLine[],
  { code, mark, order }: Sheet,
  said: TableMapping,
): { readonly lines: readonly RemittanceLine[]; readonly total?: Remittance['total'] } | undefined {
  const rows = rowsBelow(header, lines);
  if (rows === undefined) return undefined;
  const at = lines[header.at]?.record ?? 1;
  const table = assembleTable([{ line: at, cells: header.cells }, ...rows], {
    format: 'csv',
    encoding: 'utf-8',
    delimiter: '\t',
    problems: [],
  });
  const known = { decimalMark: mark, dateOrder: order, currency: code, ...said };
  const read = readRemittanceTable(table, known);
  const [remittance] = read.ok ? read.value.remittances : [];
  if (remittance === undefined || remittance.lines.length === 0) return undefined;
  const { total } = remittance;
  return { lines: remittance.lines, ...(total === undefined ? {} : { total }) };
}

/** The rows of a text without cells: every line for itself. */
function fromLines(header: TextHeader | undefined, sheet: Sheet): RemittanceLine[] {
  const rows: RemittanceLine[] = [];
  const bare = sheet.lines.filter(isBareRow).length > 1;
  let below = false;
  for (const [at, line] of sheet.lines.entries()) {
    if (header !== undefined && at <= header.at) below = at === header.at;
    else if (isTotal(line)) below = false;
    else if (!isLabel(line)) rows.push(...rowsIn(line, { sheet, header, below, bare }));
  }
  return rows;
}

function isTotal({ text, tokens }: Parsed): boolean {
  return totalWords.test(text) && tokens.amounts.length > 0 && tokens.references.length === 0;
}

function isLabel({ text }: Parsed): boolean {
  return text.search(referenceLabel) >= 0 || paidOnLabel.test(text) || payerLabel.test(text);
}

type Place = {
  readonly sheet: Sheet;
  readonly header: TextHeader | undefined;
  /** Between the header and the total. */
  readonly below: boolean;
  /** Several lines hold a number and an amount and nothing else: they are a list. */
  readonly bare: boolean;
};

function isBareRow({ tokens }: Parsed): boolean {
  const { references, amounts, words } = tokens;
  return references.length === 1 && amounts.length > 0 && !/\p{L}{3}/u.test(words);
}

const documentWord =
  /\b(?:invoices?|inv|facturas?|bills?|documents?|documentos?|credit memos?)\b/iu;

function rowsIn({ record, text, tokens }: Parsed, place: Place): RemittanceLine[] {
  const { sheet, header, below } = place;
  const amounts = tokens.amounts.flatMap((amount) => minorIn(amount, sheet) ?? []);
  const [reference = '', ...others] = tokens.references;
  const named = documentWord.test(text);
  if (amounts.length === 0 || (others.length > 0 && amounts.length === 1 && !below)) {
    // A sentence that lists documents: what is paid on each is not said.
    if (!named || (others.length === 0 && !payingWord.test(text))) return [];
    return tokens.references.map((each) => lineOf({ record, reference: each }, {}, sheet.code));
  }
  if (reference === '' && !below) return [];
  const alike = place.bare && isBareRow({ record, text, tokens });
  const lettered = /[a-z]/iu.test(reference) || amounts.length > 1;
  const listed = header !== undefined || named || alike || lettered;
  if (!listed) return [];
  const columns: readonly AmountColumn[] = below ? (header?.amounts ?? []) : [];
  const [written] = tokens.days;
  const issuedOn = written === undefined ? undefined : dayIn(written, sheet.order);
  const credit = creditWords.test(tokens.words) ? 'credit memo' : '';
  const words = {
    record,
    reference,
    type: credit,
    ...(tokens.orders[0] === undefined ? {} : { order: tokens.orders[0] }),
    note: [tokens.words, ...others].filter((each) => each !== '').join(' '),
    ...(issuedOn === undefined ? {} : { issuedOn }),
  };
  return [lineOf(words, nameAmounts(amounts, columns, tokens.words), sheet.code)];
}

const payingWord = /\b(?:payment|paid|remit\w*|amount|importe|pago|pagado|transfer\w*)\b/iu;

/** The stated total: the one that the rows add up to, else the last that is called so. */
function totalOf(rows: readonly RemittanceLine[], sheet: Sheet): Remittance['total'] {
  const called: bigint[] = [];
  const bare: bigint[] = [];
  for (const line of sheet.lines) {
    const { text, tokens } = line;
    const amounts = tokens.amounts.flatMap((amount) => minorIn(amount, sheet) ?? []);
    const listing = tokens.references.length > 1 && amounts.length === 1;
    const alone = tokens.references.length === 0 || isLabel(line) || listing;
    if (alone && (totalWords.test(text) || payingWord.test(text))) called.push(...amounts);
    else if (alone && amounts.length === 1 && tokens.words === '') bare.push(...amounts);
  }
  const sum = rows.reduce((total, { paid }) => total + (paid?.minor ?? 0n), 0n);
  const total = [...called, ...bare].find((each) => each === sum) ?? called.at(-1);
  return total === undefined ? undefined : money(total, sheet.code);
}
