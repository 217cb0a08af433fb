/** `dunlin report month-end`: a period against the general ledger. */
import { Unfit } from '#platform/cli/command.ts';
import { readOptions } from '#platform/cli/options.ts';
import type { NamedReport, Report } from '#platform/cli/report.ts';
import { say } from '#platform/cli/say.ts';
import { oneCompany } from '#areas/team/index.ts';
import { monthEndReport as reportOf } from '../answers/month-end-report.ts';
import { readMonthEnd } from '../answers/month-end.ts';
import { words } from '../words.ts';

const options = { period: { type: 'string' }, company: { type: 'string' } } as const;

export const monthEndReport: NamedReport = {
  name: 'month-end',
  usage: '[--period 2026-10] [--company CODE]',
  summary: {
    en: 'A period against the general ledger, with what differs and why',
    es: 'Un período frente al libro mayor, con lo que difiere y por qué',
  },
  async make(args, desk): Promise<Report> {
    const values = readOptions(args, options);
    const company = await oneCompany(desk, values.company);
    const asked = { today: desk.clock.today(), period: values.period };
    const answer = await readMonthEnd(desk.db, company, asked);
    if (answer) return reportOf(answer, desk.language);
    const code = 'reports.no_such_period';
    throw new Unfit(code, say(words, code, { period: values.period ?? '' }, desk.language));
  },
};
