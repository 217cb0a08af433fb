/**
 * camt.052, camt.053 and camt.054: reports, statements and notices of ISO 20022, every
 * version, by the names of the elements whatever the namespace.
 *
 * Entries are read one by one and forgotten, so that a month of a large bank fits. A large file
 * is walked through twice: to prove it, and to tell its lines.
 */
import { type Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { exactText, negated } from '../exact.ts';
import {
  type BankTransaction,
  type FileProblem,
  type NeutralFile,
  type ToldFile,
} from '../neutral.ts';
import { type BankFileRefusal, type BankReader, type ReadFile, type Summary } from '../reader.ts';
import { type XmlNode } from '../xml/node.ts';
import { type XmlRefusal, type XmlVisitor, stepsThroughXml, walkXml } from '../xml/walk.ts';
import { dayAt } from './entry.ts';
import {
  type CamtKind,
  type CamtStatement,
  beginStatement,
  closingOf,
  controlsOf,
  headOf,
  neutralStatement,
  openingOf,
  takePiece,
  withOwnIds,
} from './statement.ts';

const messages = /^BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)(?:V\d+)?$/u;
const kinds = new Set<string>(['Stmt', 'Rpt', 'Ntfctn']);

export const camt: BankReader = {
  format: 'camt',
  recognises: ({ start }) =>
    start.startsWith('<') &&
    /<(?:[\w.-]+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)(?:V\d+)?[\s/>]/u.test(start),
  read,
};

type Reading = {
  namespace: string;
  statements: CamtStatement[];
  writtenOn: Day | undefined;
  entries: number;
  records: number;
  readonly problems: FileProblem[];
  readonly keeps: 'lines' | 'figures';
  found: boolean;
};

/**
 * The lines of a larger file are let go while it is proved, and read again when somebody
 * asks for them: a day's file of a large bank would hold three times its size otherwise.
 */
const largestKept = 8_000_000;

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const walked = walk(bytes, bytes.length > largestKept ? 'figures' : 'lines');
  if (!walked.ok) return walked;
  const reading = walked.value;
  return accept({
    summary: () => summaryOf(reading),
    neutral: () => neutralOf(reading.keeps === 'lines' ? reading : withLines(bytes)),
    told: () => (reading.keeps === 'lines' ? neutralOf(reading) : toldOf(bytes, reading)),
  });
}

function withLines(bytes: Uint8Array): Reading {
  const again = walk(bytes, 'lines');
  if (!again.ok) throw new Error('a camt file that was read once is no longer one');
  return again.value;
}

function walk(bytes: Uint8Array, keeps: Reading['keeps']): Outcome<Reading, BankFileRefusal> {
  const reading = unread(keeps);
  const walked = walkXml(bytes, visitorOf(reading));
  if (!walked.ok) return walked;
  if (!reading.found) return refuse('read.bad_record', { record: 1, reason: 'a camt message' });
  return accept(reading);
}

function unread(keeps: Reading['keeps']): Reading {
  return {
    namespace: '',
    statements: [],
    writtenOn: undefined,
    entries: 0,
    records: 0,
    problems: [],
    keeps,
    found: false,
  };
}

function visitorOf(reading: Reading): XmlVisitor {
  return {
    open: (name, path, attributes) => openElement(reading, name, path, attributes),
    piece: (node, path) => takeElement(reading, node, path),
  };
}

/**
 * A file that was proved, walked through again and told as it is walked: its statements are
 * known but for their lines, and what is odd about those was found the first time.
 */
function toldOf(bytes: Uint8Array, proved: Reading): ToldFile {
  return {
    format: 'camt',
    statements: { [Symbol.iterator]: () => statementsOf(bytes, proved) },
    remittances: [],
    settlements: [],
    controls: proved.statements.flatMap(controlsOf),
    problems: proved.problems,
  };
}

function* statementsOf(
  bytes: Uint8Array,
  proved: Reading,
): Generator<ToldFile['statements'] extends Iterable<infer One> ? One : never> {
  const again = unread('lines');
  const steps = stepsThroughXml(bytes, visitorOf(again));
  for (const [at, statement] of proved.statements.entries()) {
    const lines = linesOf(again, steps, at);
    yield { ...headOf(statement), transactions: withOwnIds(lines, statement) };
    // Whatever the listener left over, so that no line of it stays in memory.
    while (lines.next().done !== true);
  }
}

/** The lines of one statement, each let go once it is handed on. */
function* linesOf(
  again: Reading,
  steps: Iterator<unknown>,
  at: number,
): Generator<BankTransaction, undefined> {
  let walking = true;
  while (walking) {
    yield* again.statements[at]?.transactions.splice(0) ?? [];
    walking = again.statements.length <= at + 1 && steps.next().done !== true;
  }
  yield* again.statements[at]?.transactions.splice(0) ?? [];
}

function openElement(
  reading: Reading,
  name: string,
  path: readonly string[],
  attributes: Readonly<Record<string, string>>,
): 'collect' | 'walk' {
  if (path.length === 0) reading.namespace = namespaceOf(attributes);
  if (messages.test(name)) reading.found = true;
  const parent = path.at(-1) ?? '';
  if (messages.test(parent)) {
    if (kinds.has(name)) {
      // The set above holds exactly the names of the type.
      reading.statements.push(beginStatement(name as CamtKind, reading.records + 1));
      return 'walk';
    }
    return 'collect';
  }
  return kinds.has(parent) && messages.test(path.at(-2) ?? '') ? 'collect' : 'walk';
}

function takeElement(
  reading: Reading,
  node: XmlNode,
  path: readonly string[],
): XmlRefusal | undefined {
  const statement = reading.statements.at(-1);
  if (!kinds.has(path.at(-1) ?? '') || statement === undefined) {
    if (node.name === 'GrpHdr') reading.writtenOn = dayAt(node, 'CreDtTm');
    return undefined;
  }
  const taken = takePiece(statement, node, reading, reading.writtenOn);
  return taken.ok ? undefined : taken;
}

/** `camt.053.001.08` of the root's namespace; empty where the root has none. */
function namespaceOf(attributes: Readonly<Record<string, string>>): string {
  const declared = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/u.test(name));
  const [, found = ''] =
    declared.find(([, value]) => value.includes(':camt.')) ??
    declared.find(([name]) => name === 'xmlns') ??
    [];
  return found.replace(/^.*:/u, '');
}

function summaryOf({ namespace, statements }: Reading): Summary {
  return {
    ns: namespace,
    statements: statements.map((statement) => {
      const opening = openingOf(statement);
      const closing = closingOf(statement);
      return {
        kind: statement.kind,
        entries: statement.entries,
        txDtls: statement.details,
        credits: exactText(statement.credits.sum),
        debits: exactText(negated(statement.debits.sum)),
        opening: opening ? exactText(opening.amount) : null,
        closing: closing ? exactText(closing.amount) : null,
      };
    }),
  };
}

function neutralOf({ statements, problems }: Reading): NeutralFile {
  return {
    format: 'camt',
    statements: statements.map(neutralStatement),
    remittances: [],
    settlements: [],
    controls: statements.flatMap(controlsOf),
    problems,
  };
}
