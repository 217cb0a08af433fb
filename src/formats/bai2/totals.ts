/**
 * A BAI2 file in figures: what was counted beside what each trailer says.
 *
 * An account's trailer is the algebraic sum of every amount in its 03 and 16 records, a
 * group's of its accounts' trailers, the file's of its groups'; amounts of availability do
 * not count (BAI2 specification, records 49, 98, 99).
 */
import { type Control, holds } from '../neutral.ts';
import {
  type AccountPart,
  type Bai2Part,
  type DetailPart,
  type EndPart,
  bai2Parts,
} from './parts.ts';
import { directionOf } from './type-codes.ts';

export type Bai2Totals = {
  groups: number;
  accounts: number;
  transactions: number;
  credits: bigint;
  debits: bigint;
  creditCount: number;
  debitCount: number;
  /** What the file's own trailer says; of several files in one their sum. */
  fileTotal: bigint;
  /** By what a control is of: how many agree, of how many. */
  readonly agreeing: Map<string, { matching: number; all: number }>;
};

/** Hears every figure that the file states about itself. */
export type HearControl = (control: Control) => void;

type Level = { amount: bigint; parts: number; records: number };

/** Reads the whole file once; throws BadRecord at what cannot be understood. */
export function bai2Totals(bytes: Uint8Array, hear: HearControl = () => undefined): Bai2Totals {
  const totals: Bai2Totals = {
    groups: 0,
    accounts: 0,
    transactions: 0,
    credits: 0n,
    debits: 0n,
    creditCount: 0,
    debitCount: 0,
    fileTotal: 0n,
    agreeing: new Map(),
  };
  const levels = { account: empty(), group: empty(), file: empty() };
  for (const part of bai2Parts(bytes)) {
    for (const level of Object.values(levels)) level.records += part.physical;
    count(totals, levels, part, hear);
  }
  return totals;
}

function empty(): Level {
  return { amount: 0n, parts: 0, records: 0 };
}

type Levels = { account: Level; group: Level; file: Level };

function count(totals: Bai2Totals, levels: Levels, part: Bai2Part, hear: HearControl): void {
  switch (part.kind) {
    case 'file':
      levels.file = { ...empty(), records: part.physical };
      return;
    case 'group':
      totals.groups += 1;
      levels.group = { ...empty(), records: part.physical };
      return;
    case 'account':
      totals.accounts += 1;
      levels.account = { ...empty(), records: part.physical };
      levels.account.amount = part.summaries.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
      return;
    case 'detail':
      levels.account.amount += part.amount;
      countDetail(totals, part);
      return;
    case 'account_end':
    case 'group_end':
    case 'file_end':
      end(totals, levels, part, hear);
  }
}

function countDetail(totals: Bai2Totals, { code, amount }: DetailPart): void {
  totals.transactions += 1;
  const direction = directionOf(code);
  if (direction === 'credit') {
    totals.credits += amount;
    totals.creditCount += 1;
  } else if (direction === 'debit') {
    totals.debits += amount;
    totals.debitCount += 1;
  }
}

const names = {
  account_end: ['account', 'group'],
  group_end: ['group', 'file'],
  file_end: ['file', undefined],
} as const;

function end(totals: Bai2Totals, levels: Levels, part: EndPart, hear: HearControl): void {
  const [name, above] = names[part.kind];
  const { amount, parts, records } = levels[name];
  type Figure = bigint | number;
  const state = (kind: Control['kind'], what: string, stated?: Figure, found?: Figure): void => {
    if (stated === undefined) return;
    const figures = { stated: String(stated), found: String(found) };
    const control: Control = { kind, what: `${name}_${what}`, record: part.line, ...figures };
    tally(totals, control);
    hear(control);
  };
  state('amount', 'total', part.total, amount);
  state('count', 'parts', part.parts, parts);
  state('count', 'records', part.records, records);
  if (part.kind === 'file_end') totals.fileTotal += part.total;
  if (above === undefined) return;
  levels[above].amount += part.total;
  levels[above].parts += 1;
}

function tally({ agreeing }: Bai2Totals, control: Control): void {
  const known = agreeing.get(control.what) ?? { matching: 0, all: 0 };
  known.all += 1;
  if (holds(control)) known.matching += 1;
  agreeing.set(control.what, known);
}

/** Does opening plus movements make closing, where the bank states all of them? */
export function provedGap(account: AccountPart): { stated: bigint; found: bigint } | undefined {
  const of = (code: string): bigint | undefined =>
    account.summaries.find((summary) => summary.code === code)?.amount;
  const opening = of('010');
  const stated = of('015');
  const credits = of('100');
  const debits = of('400');
  if (opening === undefined || stated === undefined) return undefined;
  if (credits === undefined || debits === undefined) return undefined;
  const found = opening + credits - debits;
  return found === stated ? undefined : { stated, found };
}
