/** The register as it is shown and exported, and what a sweep would give up. */
import { type Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMinor, formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { csvTable } from '#platform/cli/table.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { type SheetColumn, writeWorkbook } from '#platform/files/write-xlsx.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { writeOffPolicyOf } from '#areas/ledger/index.ts';
import type { WirePlacement, WireSmallRest, WireWriteOff } from '../contract.ts';
import { lastCutOff } from '../rules/sweeping.ts';
import { companyNamed } from '../store/companies.ts';
import type { Placement } from '../store/placements.ts';
import {
  type Granted,
  type RegisterFilter,
  type RegisterRow,
  type Stretch,
  grantedFor,
  registerRows,
} from '../store/register.ts';
import { type SmallRest, smallRests } from '../store/small.ts';
import { words } from '../words.ts';

export async function readRegister(
  db: Queries,
  filter: RegisterFilter,
  stretch: Stretch,
  language: Language,
) {
  const { rows, count, totals } = await registerRows(db, filter, stretch);
  const sweepIds = [...new Set(rows.flatMap(({ sweepId }) => sweepId ?? []))];
  const entryIds = rows.map(({ entryId }) => entryId);
  const granted = await grantedFor(db, entryIds, sweepIds);
  return {
    rows: rows.map((row) => wireWriteOff(row, granted, language)),
    count,
    totals: totals.map(({ standing, recovered }) => ({
      standing: formatMoney(standing),
      recovered: formatMoney(recovered),
      currency: standing.currency,
    })),
  };
}

function wireWriteOff(
  { amount, recovered, direct, ...row }: RegisterRow,
  granted: ReadonlyMap<string, Granted>,
  language: Language,
): WireWriteOff {
  const request = granted.get(row.entryId) ?? granted.get(row.sweepId ?? '') ?? null;
  return {
    ...row,
    by: actorName(row.by, language),
    amount: formatMoney(amount),
    currency: amount.currency,
    method: direct ? 'direct' : 'allowance',
    request,
    recovered: formatMoney(recovered),
  };
}

/** The whole register as one file. */
export async function registerFile(
  db: Queries,
  filter: RegisterFilter,
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<FileAnswer> {
  const { rows } = await readRegister(db, filter, { limit: null, offset: 0 }, language);
  const columns = registerColumns(language);
  if (format === 'csv') {
    const body = `\uFEFF${csvTable(columns, rows)}\n`;
    return { name: 'write-offs.csv', type: fileTypes.csv, body };
  }
  const title = (key: keyof typeof words): string => words[key][language];
  const sheet = {
    name: title('write_offs.register'),
    title: [title('write_offs.register')],
    columns: columns.map(({ title: header, right }): SheetColumn => ({
      header,
      kind: right === true ? 'amount' : 'text',
      width: right === true ? 14 : 20,
    })),
    rows: rows.map((row) => columns.map(({ text }) => text(row))),
  };
  return { name: 'write-offs.xlsx', type: fileTypes.xlsx, body: await writeWorkbook([sheet]) };
}

/** Shared by the file and the command line. */
export function registerColumns(language: Language) {
  const title = (key: keyof typeof words): string => words[key][language];
  const none = '';
  return [
    { title: title('write_offs.on'), text: (row: WireWriteOff) => row.on },
    { title: title('write_offs.account'), text: (row: WireWriteOff) => row.account },
    { title: title('write_offs.name'), text: (row: WireWriteOff) => row.name },
    { title: title('write_offs.document'), text: (row: WireWriteOff) => row.document },
    { title: title('write_offs.amount'), right: true, text: (row: WireWriteOff) => row.amount },
    { title: title('write_offs.currency'), text: (row: WireWriteOff) => row.currency },
    { title: title('write_offs.by'), text: (row: WireWriteOff) => row.by },
    {
      title: title('write_offs.asked_by'),
      text: (row: WireWriteOff) => row.request?.askedBy ?? none,
    },
    {
      title: title('write_offs.approved_by'),
      text: (row: WireWriteOff) => row.request?.approvedBy ?? none,
    },
    { title: title('write_offs.reason'), text: (row: WireWriteOff) => row.reason },
    {
      title: title('write_offs.recovered'),
      right: true,
      text: (row: WireWriteOff) => row.recovered,
    },
    {
      title: title('write_offs.reversed_on'),
      text: (row: WireWriteOff) => row.reversed?.on ?? none,
    },
  ];
}

/** What one sweep shows at most. */
const mostShown = 5_000;

export type SmallBalances = {
  readonly cutOff: Day;
  readonly lastCutOff: Day;
  readonly most: Record<string, string>;
  readonly automatic: boolean;
  readonly count: number;
  readonly weight: string;
  readonly currency: string;
  readonly rows: WireSmallRest[];
  readonly cut: boolean;
};

export async function readSmall(
  db: Queries,
  companyId: Id,
  asked: Day | undefined,
  today: Day,
): Promise<SmallBalances> {
  const { small } = await writeOffPolicyOf(db, companyId);
  const { base } = await companyNamed(db, companyId);
  const last = lastCutOff(today, small.days);
  const cutOff = asked ?? last;
  const rows = await smallRests(db, { companyId, cutOff, most: small.most }, mostShown);
  const going = rows.filter((row) => row.leftOut === undefined);
  const weight = going.reduce((sum, row) => sum + row.openBase, 0n);
  return {
    cutOff,
    lastCutOff: last,
    most: { ...small.most },
    automatic: small.automatic,
    count: going.length,
    weight: formatMoney(money(weight, base)),
    currency: base,
    rows: rows.map(wireRest),
    cut: rows.length === mostShown,
  };
}

function wireRest({ accountId, account, name, itemId, document, dueOn, ...rest }: SmallRest) {
  return {
    accountId,
    account,
    name,
    itemId,
    document,
    dueOn,
    amount: formatMoney(rest.amount),
    open: formatMoney(rest.open),
    currency: rest.open.currency,
    leftOut: rest.leftOut ?? null,
  };
}

export function wirePlacement({ amount, feeBps, ...row }: Placement): WirePlacement {
  const feePercent = formatMinor(BigInt(feeBps), 2);
  return { ...row, amount: formatMoney(amount), currency: amount.currency, feePercent };
}
