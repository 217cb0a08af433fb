/**
 * NACHA: the files of the American clearing house, as a bank sends them and as we write them.
 *
 * A file lists payments to or from accounts, payments that came back, and accounts to mend;
 * it is no statement, and its balances stand elsewhere.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { tooLarge, wholeOrRefused } from '../bad-record.ts';
import { type Control } from '../neutral.ts';
import {
  type BankFileRefusal,
  type BankReader,
  type ReadFile,
  type Sample,
  type Summary,
} from '../reader.ts';
import { nachaNotices } from './notices.ts';
import { nachaTold } from './told.ts';
import { type NachaTotals, nachaTotals } from './totals.ts';

export const nacha: BankReader = { format: 'ach', recognises, read };

/** By the record size in its header, else by a batch header at its beginning. */
function recognises({ start }: Sample): boolean {
  return /^1\d\d.{31}094/u.test(start) || /^5(?:200|220|225|280).{46}[A-Z]{3}/u.test(start);
}

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const large = tooLarge(bytes);
  if (large) return large;
  const totals = wholeOrRefused(() => nachaTotals(bytes));
  if (!totals.ok) return totals;
  return accept({
    summary: () => summaryOf(totals.value),
    neutral: () => ({ format: 'ach', ...nachaNotices(bytes), ...restOf(bytes) }),
    told: () => ({ format: 'ach', ...nachaTold(bytes, totals.value.entries), ...restOf(bytes) }),
  });
}

function restOf(bytes: Uint8Array) {
  const controls: Control[] = [];
  nachaTotals(bytes, (control) => void controls.push(control));
  return { settlements: [], remittances: [], controls };
}

function summaryOf(totals: NachaTotals): Summary {
  const { batches, entries, addenda, debits, credits, hash } = totals;
  return {
    batches,
    entries,
    addenda,
    sec: Object.fromEntries(totals.sec),
    debitTotal: debits,
    creditTotal: credits,
    entryHash: hash % 10_000_000_000n,
    batchControlsMatch: `${totals.batchesMatching}/${batches}`,
    fileControlMatch: totals.filesMatching === totals.files,
    ...(totals.returns.size > 0 ? { returns: Object.fromEntries(totals.returns) } : {}),
    ...(totals.changes.size > 0 ? { nocs: Object.fromEntries(totals.changes) } : {}),
  };
}
