/** `dunlin report aging`: the aging, as a workbook with live formulas as well. */
import { readOptions } from '#platform/cli/options.ts';
import type { NamedReport, Report } from '#platform/cli/report.ts';
import type { Language } from '#kernel/words.ts';
import { type AgingAnswer } from '../answers/aging.ts';
import { agingFile, bucketTitle } from '../answers/aging-file.ts';
import { words } from '../words.ts';
import { agingOptions, agingUsage, askAging } from './aging-arguments.ts';

export const agingReport: NamedReport = {
  name: 'aging',
  usage: agingUsage,
  summary: { en: 'The aging', es: 'La antigüedad de saldos' },
  async make(args, desk): Promise<Report> {
    return reportOf(await askAging(readOptions(args, agingOptions), desk), desk.language);
  },
};

function reportOf(answer: AgingAnswer, language: Language): Report {
  const title = (key: keyof typeof words): string => words[key][language];
  const basis = answer.basis === 'due' ? 'aging.basis_due' : 'aging.basis_invoice';
  return {
    fileName: `aging-${answer.asOf}`,
    title: [
      title('aging.title'),
      [
        title('aging.as_of').replace('{day}', answer.asOf),
        title(basis),
        title('aging.known_at').replace('{moment}', answer.knownAt),
      ].join(' · '),
    ],
    columns: [
      { header: title('aging.account'), kind: 'text' },
      { header: title('aging.name'), kind: 'text' },
      { header: title('aging.currency'), kind: 'text' },
      ...answer.buckets.map((label) => ({
        header: bucketTitle(label, language),
        kind: 'amount' as const,
      })),
      { header: title('aging.unapplied'), kind: 'amount' },
      { header: title('aging.balance'), kind: 'amount' },
    ],
    rows: answer.rows.map((row) => [
      row.account ?? row.customer ?? row.key,
      row.name,
      row.currency,
      ...row.buckets,
      row.unapplied,
      row.balance,
    ]),
    totals: answer.totals.map(({ currency, buckets, unapplied, balance }) => [
      title('aging.total'),
      '',
      currency,
      ...buckets,
      unapplied,
      balance,
    ]),
    json: answer,
    own: { xlsx: async () => bytes((await agingFile(answer, 'xlsx', language)).body) },
  };
}

/** The bytes of a file that is a workbook. */
export function bytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  throw new Error('a workbook is bytes');
}
