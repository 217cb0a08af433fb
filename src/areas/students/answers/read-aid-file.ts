/** Rows of a CSV of charges and aid, read before any of it is written. */
import { type Day, parseDay } from '#kernel/day.ts';
import { type Currency, type Money, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { readCsv } from '#formats/csv/read.ts';
import { type Programme, programmes } from '../rules/return-of-aid.ts';
import { type ChargeKind, chargeKinds } from '../rules/title-iv.ts';

export type AidFileRow = {
  readonly account: string;
  readonly term: string;
  readonly what:
    | { readonly of: 'charge'; readonly kind: ChargeKind; readonly authorised: boolean }
    | {
        readonly of: 'aid';
        readonly programme: Programme | 'other';
        readonly state: 'disbursed' | 'could';
      };
  readonly amount: Money;
  readonly on: Day;
  readonly document: string | null;
  readonly externalId: string | null;
};

const needed = ['account', 'term', 'kind', 'amount', 'day'] as const;

/** Columns by their names, in any order; the first line that cannot be read is named. */
export function readAidFile(bytes: Uint8Array, currency: Currency): Outcome<AidFileRow[]> {
  const { columns, rows } = readCsv(bytes);
  const names = columns.map((name) => name.trim().toLowerCase());
  if (!needed.every((name) => names.includes(name))) return refuse('students.file_unreadable');
  const read: AidFileRow[] = [];
  for (const { line, cells } of rows) {
    const of = (name: string): string => (cells[names.indexOf(name)] ?? '').trim();
    const row = readRow(of, currency, line);
    if (!row.ok) return row;
    read.push(row.value);
  }
  return accept(read);
}

function readRow(
  of: (name: string) => string,
  currency: Currency,
  line: number,
): Outcome<AidFileRow> {
  const amount = parseMoney(of('amount'), currency);
  if (!amount) return refuse('students.amount_unreadable', { amount: of('amount'), currency });
  const on = parseDay(of('day'));
  if (on === undefined) return refuse('students.day_unreadable', { line, day: of('day') });
  const what = whatOf(of);
  if (!what) return refuse('students.unknown_kind', { line, kind: of('kind') });
  const text = (name: string): string | null => (of(name) === '' ? null : of(name));
  return accept({
    account: of('account'),
    term: of('term'),
    what,
    amount,
    on,
    document: text('document'),
    externalId: text('id'),
  });
}

function whatOf(of: (name: string) => string): AidFileRow['what'] | undefined {
  const kind = chargeKinds.find((each) => each === of('kind').toLowerCase());
  // `other` alone is a charge; other aid says so in its state.
  const said = of('state').toLowerCase();
  const isAid = said === 'disbursed' || said === 'could';
  if (kind !== undefined && !isAid) {
    return { of: 'charge', kind, authorised: of('authorised').toLowerCase() === 'yes' };
  }
  const name = of('kind').toLowerCase();
  const programme = [...programmes, 'other' as const].find((each) => each.toLowerCase() === name);
  if (programme === undefined) return undefined;
  return { of: 'aid', programme, state: said === 'could' ? 'could' : 'disbursed' };
}
