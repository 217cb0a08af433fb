/**
 * What an OFX file holds: statements of bank accounts, cards and investments with their
 * transactions, as tag and value.
 *
 *   STMTRS │ CCSTMTRS │ INVSTMTRS ──▶ …ACCTFROM, STMTTRN*, LEDGERBAL
 *
 * A transaction ends where its tag closes, or where the next thing begins.
 */
import { marksOf } from './marks.ts';

export type OfxTransaction = {
  /** Counted over the file from 1. */
  readonly record: number;
  readonly pending: boolean;
  /** Values by tag; those of a part inside it as `PAYEE/NAME`. */
  readonly values: Map<string, string>;
};

export type OfxStatement = {
  readonly kind: string;
  readonly values: Map<string, string>;
  readonly transactions: OfxTransaction[];
};

export type OfxContent = {
  readonly version: string | null;
  readonly statements: readonly OfxStatement[];
  /** Answers of the bank's server that are no success: code, severity, message. */
  readonly refusals: readonly ReadonlyMap<string, string>[];
  /** The tag that began the file is closed; banks forget to close others, never this one. */
  readonly isClosed: boolean;
  /** A transaction that belongs to no statement: its number. */
  readonly stray: number | undefined;
};

const statementTags = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS']);
const transactionTags = new Set(['STMTTRN', 'STMTTRNP']);
/** Parts whose values mean something else than the same tags around them. */
const parts: Readonly<Record<string, string>> = {
  BANKACCTFROM: 'ACCOUNT',
  CCACCTFROM: 'ACCOUNT',
  INVACCTFROM: 'ACCOUNT',
  BANKACCTTO: 'TO',
  CCACCTTO: 'TO',
  LEDGERBAL: 'LEDGER',
  AVAILBAL: 'AVAILABLE',
  BAL: 'OTHER',
  PAYEE: 'PAYEE',
  CURRENCY: 'CURRENCY',
  ORIGCURRENCY: 'ORIGINAL',
  STATUS: 'STATUS',
};
/** Where one of these begins, a transaction that was left open is over. */
const after = new Set(['LEDGERBAL', 'AVAILBAL', 'BANKTRANLIST', 'BANKTRANLISTP', 'INVTRANLIST']);

type State = {
  statement: OfxStatement | undefined;
  transaction: OfxTransaction | undefined;
  part: string;
  leaf: string;
  status: Map<string, string>;
};

/** Reads the whole text; nothing in it stops the reading. */
export function contentOf(text: string): OfxContent {
  const statements: OfxStatement[] = [];
  const refusals: Map<string, string>[] = [];
  const start = text.search(/<OFX>/iu);
  const state: State = emptyState();
  let records = 0;
  let stray: number | undefined;
  let isClosed = false;
  for (const mark of marksOf(start < 0 ? text : text.slice(start))) {
    if (mark.kind === 'text') {
      keep(state, mark.text);
    } else if (mark.kind === 'close') {
      if (mark.name === 'STATUS' && isRefusal(state.status)) refusals.push(state.status);
      if (mark.name === 'OFX') isClosed = true;
      close(state, mark.name);
    } else if (statementTags.has(mark.name)) {
      state.statement = { kind: mark.name, values: new Map(), transactions: [] };
      state.transaction = undefined;
      state.part = '';
      statements.push(state.statement);
    } else if (transactionTags.has(mark.name)) {
      records += 1;
      if (state.statement === undefined) stray ??= records;
      beginTransaction(state, mark.name, records);
    } else {
      open(state, mark.name);
    }
  }
  return { version: versionOf(text), statements, refusals, isClosed, stray };
}

function emptyState(): State {
  return {
    statement: undefined,
    transaction: undefined,
    part: '',
    leaf: '',
    status: new Map(),
  };
}

/** Of the header, whose lines some banks run together. */
function versionOf(text: string): string | null {
  const end = text.search(/<OFX>/iu);
  const head = text.slice(0, Math.min(end < 0 ? longestHead : end, longestHead));
  const found = /VERSION\s*:\s*(\d+)/u.exec(head) ?? /<\?OFX\b[^>]*\bVERSION=["'](\d+)/u.exec(head);
  return found?.[1] ?? null;
}

const longestHead = 2000;

function beginTransaction(state: State, tag: string, record: number): void {
  state.transaction = { record, pending: tag === 'STMTTRNP', values: new Map() };
  state.part = '';
  state.leaf = '';
  state.statement?.transactions.push(state.transaction);
}

function open(state: State, name: string): void {
  if (after.has(name)) state.transaction = undefined;
  const part = parts[name];
  if (part !== undefined) state.part = part;
  if (part === 'STATUS') state.status = new Map();
  state.leaf = part === undefined ? name : '';
  // A balance without a figure is a balance that was left empty.
  if (part === 'LEDGER') state.statement?.values.set('LEDGER', '');
  if (name === 'BALAMT') keep(state, '');
}

function close(state: State, name: string): void {
  state.leaf = '';
  if (parts[name] !== undefined) state.part = '';
  if (transactionTags.has(name)) state.transaction = undefined;
  if (statementTags.has(name)) state.statement = undefined;
}

/** Keeps a value under its tag; the first figure of a balance, the first word of a name. */
function keep(state: State, text: string): void {
  const { part, leaf, status, transaction, statement } = state;
  if (leaf === '') return;
  if (part === 'STATUS') {
    status.set(leaf, text);
    return;
  }
  const values = (transaction ?? statement)?.values;
  const key = part === '' ? leaf : `${part}/${leaf}`;
  if (values && !values.get(key)) values.set(key, text.trim());
}

function isRefusal(status: ReadonlyMap<string, string>): boolean {
  return (
    status.get('SEVERITY')?.toUpperCase() === 'ERROR' || /[1-9]/u.test(status.get('CODE') ?? '')
  );
}
