/**
 * A NACHA file in figures: what was counted beside what its controls say.
 *
 * A control holds the number of entries and addenda, the sum of the entries' routing
 * numbers without check digit (the hash, its last ten digits), debits and credits.
 */
import { type Control, holds } from '../neutral.ts';
import { addendaType, changeOf, returnOf } from './addenda.ts';
import { isCredit } from './entry-columns.ts';
import { type Entry, type NachaPart, nachaParts } from './parts.ts';
import { type NachaRecord, field } from './records.ts';

export type Figures = {
  entries: number;
  addenda: number;
  hash: bigint;
  debits: bigint;
  credits: bigint;
};

export type NachaTotals = Figures & {
  batches: number;
  batchesMatching: number;
  files: number;
  filesMatching: number;
  readonly sec: Map<string, number>;
  readonly returns: Map<string, number>;
  readonly changes: Map<string, number>;
};

/** Hears every figure that the file states about itself, and each control that is missing. */
export type HearControl = (control: Control) => void;

type Running = {
  readonly totals: NachaTotals;
  readonly hear: HearControl;
  batch: Figures;
  batchAt: NachaRecord | undefined;
  batchAdv: boolean;
  file: Figures;
  fileBatches: number;
  fileEnd: NachaRecord | undefined;
};

/** Reads the whole file once; throws BadRecord at what cannot be understood. */
export function nachaTotals(bytes: Uint8Array, hear: HearControl = () => undefined): NachaTotals {
  const totals: NachaTotals = {
    ...none(),
    batches: 0,
    batchesMatching: 0,
    files: 0,
    filesMatching: 0,
    sec: new Map(),
    returns: new Map(),
    changes: new Map(),
  };
  const running: Running = {
    totals,
    hear,
    batch: none(),
    batchAt: undefined,
    batchAdv: false,
    file: none(),
    fileBatches: 0,
    fileEnd: undefined,
  };
  for (const part of nachaParts(bytes)) take(running, part);
  closeBatch(running, undefined);
  closeFile(running);
  return totals;
}

function none(): Figures {
  return { entries: 0, addenda: 0, hash: 0n, debits: 0n, credits: 0n };
}

function take(running: Running, part: NachaPart): void {
  switch (part.kind) {
    case 'file':
      if (!running.fileEnd) return;
      closeBatch(running, undefined);
      closeFile(running);
      return;
    case 'batch':
      closeBatch(running, undefined);
      running.batch = none();
      running.batchAt = part.at;
      running.batchAdv = part.sec === 'ADV';
      running.fileBatches += 1;
      running.totals.batches += 1;
      tally(running.totals.sec, part.sec);
      return;
    case 'entry':
      for (const figures of [running.batch, running.file, running.totals]) add(figures, part);
      tallyAddenda(running.totals, part);
      return;
    case 'batch_end':
      closeBatch(running, part.at);
      return;
    case 'file_end':
      running.fileEnd = part.at;
  }
}

function tally(counts: Map<string, number>, code: string): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}

function add(figures: Figures, { amount, bank, addenda, transactionCode, sec }: Entry): void {
  figures.entries += 1;
  figures.addenda += addenda.length;
  if (/^\d{8}$/u.test(bank)) figures.hash += BigInt(bank);
  if (isCredit(transactionCode, sec)) figures.credits += amount;
  else figures.debits += amount;
}

function tallyAddenda(totals: NachaTotals, { addenda }: Entry): void {
  for (const record of addenda) {
    const type = addendaType(record);
    if (type === '99') tally(totals.returns, returnOf(record).reason);
    if (type === '98') tally(totals.changes, changeOf(record).code);
  }
}

type Column = readonly [from: number, to: number];
type ControlColumns = Readonly<Record<'count' | 'hash' | 'debits' | 'credits', Column>>;

const batchColumns: ControlColumns = {
  count: [5, 10],
  hash: [11, 20],
  debits: [21, 32],
  credits: [33, 44],
};
const advBatchColumns: ControlColumns = { ...batchColumns, debits: [21, 40], credits: [41, 60] };
const fileColumns: ControlColumns = {
  count: [14, 21],
  hash: [22, 31],
  debits: [32, 43],
  credits: [44, 55],
};
const advFileColumns: ControlColumns = { ...fileColumns, debits: [32, 51], credits: [52, 71] };

/** A batch that ends without its control is one that does not match. */
function closeBatch(running: Running, control: NachaRecord | undefined): void {
  const { batchAt, batch, batchAdv, totals, hear } = running;
  running.batchAt = undefined;
  if (!batchAt) return;
  const columns = batchAdv ? advBatchColumns : batchColumns;
  const figures = stated('batch', batch, control, columns, batchAt.record);
  for (const figure of figures) hear(figure);
  if (figures.every(holds)) totals.batchesMatching += 1;
}

function closeFile(running: Running): void {
  const { file, fileBatches, fileEnd, totals, hear } = running;
  const columns = isAdvOnly(totals) ? advFileColumns : fileColumns;
  const batches: Control = {
    kind: 'count',
    what: 'file_batches',
    record: fileEnd?.record ?? 1,
    stated: fileEnd ? plain(field(fileEnd, 2, 7)) : '',
    found: String(fileBatches),
  };
  const figures = [batches, ...stated('file', file, fileEnd, columns, 1)];
  for (const figure of figures) hear(figure);
  totals.files += 1;
  if (figures.every(holds)) totals.filesMatching += 1;
  running.file = none();
  running.fileBatches = 0;
  running.fileEnd = undefined;
}

/** An ADV file holds nothing else, and its totals are twenty digits long. */
function isAdvOnly({ sec }: NachaTotals): boolean {
  return sec.size === 1 && sec.has('ADV');
}

function stated(
  level: 'batch' | 'file',
  figures: Figures,
  control: NachaRecord | undefined,
  columns: ControlColumns,
  otherwise: number,
): Control[] {
  const found = {
    count: String(figures.entries + figures.addenda),
    hash: String(figures.hash % 10_000_000_000n),
    debits: String(figures.debits),
    credits: String(figures.credits),
  };
  const record = control?.record ?? otherwise;
  const says = ([from, to]: Column): string => (control ? plain(field(control, from, to)) : '');
  return (['count', 'hash', 'debits', 'credits'] as const).map((what) => ({
    // The hash proves routing numbers: money that went elsewhere is an amount gone wrong.
    kind: what === 'count' ? 'count' : 'amount',
    what: `${level}_${what}`,
    record,
    stated: says(columns[what]),
    found: found[what],
  }));
}

/** A number as it compares: without the zeros before it; blank is nought. */
function plain(digits: string): string {
  return /^\d*$/u.test(digits) ? digits.replace(/^0+(?=\d)/u, '') || '0' : digits;
}
