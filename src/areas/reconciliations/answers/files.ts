/** A reconciliation as a workbook or on paper: the same tables, so that they say the same. */
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { type SheetColumn, writeWorkbook } from '#platform/files/write-xlsx.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { tablesPdf } from '#platform/pdf/tables.ts';
import type { WireReconciliation } from '../contract.ts';
import { words } from '../words.ts';
import { bridgeLines } from '../rules/bridge.ts';

type Table = {
  readonly name: string;
  readonly title: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
};

export async function reconciliationFile(
  page: WireReconciliation,
  format: 'xlsx' | 'pdf',
  language: Language,
): Promise<FileAnswer> {
  const tables = tablesOf(page, language);
  const name = `reconciliation-${page.account}-${page.toOn}.${format}`;
  if (format === 'xlsx') {
    return { name, type: fileTypes.xlsx, body: await writeWorkbook(tables) };
  }
  const body = await tablesPdf(tables[0]?.title ?? [], tables, language);
  return { name, type: fileTypes.pdf, body };
}

function tablesOf(page: WireReconciliation, language: Language): Table[] {
  const t = (name: string, facts = {}): string =>
    say(words, `reconciliation.${name}`, facts, language);
  const title = titleOf(page, t);
  const { bridge, theirClosing, difference } = page;
  const lines = ['opening', ...bridgeLines, 'closing'] as const;
  return [
    {
      name: t('bridge'),
      title,
      columns: [
        { header: t('line'), kind: 'text', width: 34 },
        { header: t('amount'), kind: 'amount' },
      ],
      rows: [
        ...lines.map((line) => [t(line), bridge[line]]),
        [t('their_closing'), theirClosing ?? ''],
        [t('difference'), difference ?? ''],
      ],
    },
    {
      name: t('differences'),
      title: [title[0] ?? ''],
      columns: [
        { header: t('our_number'), kind: 'text' },
        { header: t('their_number'), kind: 'text' },
        { header: t('ours'), kind: 'amount' },
        { header: t('theirs'), kind: 'amount' },
        { header: t('difference'), kind: 'amount' },
        { header: t('what'), kind: 'text', width: 22 },
        { header: t('answer'), kind: 'text', width: 40 },
      ],
      rows: page.rows.map((row) => [
        row.ourNumber,
        row.theirNumber,
        row.ours ?? '',
        row.theirs ?? '',
        row.difference,
        t(`kind_${row.kind}`),
        row.answer ? `${t(`how_${row.answer.how}`)}: ${row.answer.note} (${row.answer.by})` : '',
      ]),
    },
  ];
}

function titleOf(page: WireReconciliation, t: (name: string, facts?: object) => string): string[] {
  const { account, name, company, fromOn, toOn, currency, preparer, reviewer } = page;
  return [
    `${name} · ${account} · ${company}`,
    t('of_time', { from: fromOn, to: toOn, currency }),
    preparer ? t('prepared_by', { ...preparer }) : t('not_prepared_yet'),
    reviewer ? t('reviewed_by', { ...reviewer }) : t('not_reviewed'),
  ];
}
