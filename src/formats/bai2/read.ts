/**
 * BAI2 and BTR3: the balance reports of American banks.
 *
 * A file that does not begin with an 01 record is refused, for whatever stood before it is
 * missing: a bank's message is read whole or not at all.
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
import { bai2Told } from './told.ts';
import { bai2Statements } from './statements.ts';
import { type Bai2Totals, bai2Totals } from './totals.ts';

export const bai2: BankReader = { format: 'bai2', recognises, read };

const header = /^\d\d,(?:[^,\n]*,){6,7}\s*[123]\s*\/[^\n]{0,400}?(?:\r?\n|$|\s{2})/u;
const inside = /^(?:0[23],|16,\d{3},|49,[-+]?\d+,|98,[-+]?\d+,|99,[-+]?\d+,)/gmu;

/** By its header, also one with a wrong code; else by several of its records. */
function recognises({ start }: Sample): boolean {
  if (header.test(start)) return true;
  if (/^01,[^,\n]*,[^,\n]*,\d{6,8},/u.test(start)) return true;
  const records = [...start.slice(0, 8000).matchAll(inside)].map(([found]) => found.slice(0, 2));
  return new Set(records).size >= 2 && start.includes('/');
}

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const large = tooLarge(bytes);
  if (large) return large;
  const totals = wholeOrRefused(() => bai2Totals(bytes));
  if (!totals.ok) return totals;
  return accept({
    summary: () => summaryOf(totals.value),
    neutral: () => ({ format: 'bai2', ...bai2Statements(bytes), ...restOf(bytes) }),
    told: () => ({ format: 'bai2', ...bai2Told(bytes), ...restOf(bytes) }),
  });
}

function restOf(bytes: Uint8Array) {
  const controls: Control[] = [];
  bai2Totals(bytes, (control) => void controls.push(control));
  return { remittances: [], settlements: [], controls };
}

function summaryOf(totals: Bai2Totals): Summary {
  const { agreeing, ...figures } = totals;
  const matching = (what: string): string => {
    const { matching: some = 0, all = 0 } = agreeing.get(what) ?? {};
    return `${some}/${all}`;
  };
  const file = agreeing.get('file_total');
  return {
    ...figures,
    accountTrailersMatch: matching('account_total'),
    groupTrailersMatch: matching('group_total'),
    fileTotalMatch: file !== undefined && file.matching === file.all,
  };
}
