/**
 * A whole X12 file: its envelopes, and what is made of each transaction set in it.
 *
 * A set that has no reader here is known by its envelope alone.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { decodeText } from '../csv/encoding.ts';
import { type NeutralFile } from '../neutral.ts';
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
  const envelopes = readEnvelopes(decodeText(bytes).text);
  if (!envelopes.ok) return envelopes;
  const readings: SetReading[] = [];
  for (const set of envelopes.value.transactions) {
    const reading = (sets.get(set.set) ?? byEnvelope)(set);
    if (!reading.ok) return reading;
    readings.push(reading.value);
  }
  return accept({
    summary: () => summarise(envelopes.value, readings),
    neutral: () => neutralOf(format, envelopes.value, readings),
  });
}

const byEnvelope: ReadSet = () =>
  accept({ summary: {}, remittances: [], controls: [], problems: [] });

function summarise(envelopes: Envelopes, readings: readonly SetReading[]): Summary {
  return {
    interchanges: envelopes.interchanges,
    groups: envelopes.groups,
    transactions: envelopes.transactions.map((set, at) => ({
      ...envelopeOf(set),
      ...readings[at]?.summary,
    })),
  };
}

function envelopeOf({ set, control, trailerAgrees }: TransactionSet): Summary {
  return { set, ctl: control, seOk: trailerAgrees };
}

function neutralOf(
  format: string,
  { controls }: Envelopes,
  readings: readonly SetReading[],
): NeutralFile {
  return {
    format,
    statements: [],
    remittances: readings.flatMap(({ remittances }) => remittances),
    settlements: [],
    controls: [...controls, ...readings.flatMap((reading) => reading.controls)],
    problems: readings.flatMap(({ problems }) => problems),
  };
}
