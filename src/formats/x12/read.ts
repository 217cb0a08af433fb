/**
 * A whole X12 file: its envelopes, and what is made of each transaction set in it.
 *
 * A set that has no reader here is known by its envelope alone.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { decodeText } from '../csv/encoding.ts';
import { type Control, type FileProblem, type Remittance } from '../neutral.ts';
import { type BankFileRefusal, type ReadFile, type Summary } from '../reader.ts';
import { readInvoice } from '../x12-810/read.ts';
import { readAdjustmentNote } from '../x12-812/read.ts';
import { readRemittanceAdvice } from '../x12-820/read.ts';
import { readClaimPayment } from '../x12-835/read.ts';
import { readAcknowledgement } from '../x12-997/read.ts';
import { type Envelopes, type TransactionSet, readEnvelopes } from './envelope.ts';
import { type ReadSet, type SetReading } from './set.ts';

const sets: ReadonlyMap<string, ReadSet> = new Map([
  ['810', readInvoice],
  ['812', readAdjustmentNote],
  ['820', readRemittanceAdvice],
  ['835', readClaimPayment],
  ['997', readAcknowledgement],
]);

/** Reads a file; refused by the record at which it breaks off or holds no amount. */
export function readX12(bytes: Uint8Array, format: string): Outcome<ReadFile, BankFileRefusal> {
  const { text } = decodeText(bytes);
  const figures: Summary[] = [];
  const controls: Control[] = [];
  const problems: FileProblem[] = [];
  const envelopes = eachSet(text, (set, reading) => {
    figures.push({ ...envelopeOf(set), ...reading.summary });
    controls.push(...reading.controls);
    problems.push(...reading.problems);
  });
  if (!envelopes.ok) return envelopes;
  const { interchanges, groups } = envelopes.value;
  return accept({
    summary: () => ({ interchanges, groups, transactions: figures }),
    neutral: () => ({
      format,
      statements: [],
      remittances: remittancesOf(text),
      settlements: [],
      controls: [...envelopes.value.controls, ...controls],
      problems,
    }),
  });
}

/** Read again when they are asked for: the figures of a large file need no list of its lines. */
function remittancesOf(text: string): Remittance[] {
  const remittances: Remittance[] = [];
  eachSet(text, (_, reading) => remittances.push(...reading.remittances));
  return remittances;
}

function eachSet(
  text: string,
  take: (set: TransactionSet, reading: SetReading) => void,
): Outcome<Envelopes, BankFileRefusal> {
  return readEnvelopes(text, (set) => {
    const reading = (sets.get(set.set) ?? byEnvelope)(set);
    if (!reading.ok) return reading;
    take(set, reading.value);
    return undefined;
  });
}

const byEnvelope: ReadSet = () =>
  accept({ summary: {}, remittances: [], controls: [], problems: [] });

function envelopeOf({ set, control, trailerAgrees }: TransactionSet): Summary {
  return { set, ctl: control, seOk: trailerAgrees };
}
