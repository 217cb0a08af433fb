/** `dunlin report trial-balance`: the journal's accounts over a stretch of posting days. */
import { WrongUsage } from '#platform/cli/command.ts';
import { dayOption, instantOption, readOptions } from '#platform/cli/options.ts';
import type { NamedReport, Report } from '#platform/cli/report.ts';
import { say } from '#platform/cli/say.ts';
import { oneCompany } from '#areas/team/index.ts';
import { readTrialBalance } from '../answers/trial-balance.ts';
import { words } from '../words.ts';

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  'known-at': { type: 'string' },
  company: { type: 'string' },
} as const;

export const trialBalanceReport: NamedReport = {
  name: 'trial-balance',
  usage: '--from DAY --to DAY [--known-at TIME] [--company CODE]',
  summary: {
    en: 'The journal’s accounts by posting day: opening, debits, credits, closing',
    es: 'Las cuentas del diario por fecha contable: saldo inicial, debe, haber, saldo final',
  },
  async make(args, desk): Promise<Report> {
    const values = readOptions(args, options);
    const from = dayOption('from', values.from);
    const to = dayOption('to', values.to);
    if (!from || !to || to < from) {
      throw new WrongUsage({
        en: '--from and --to take the first and last day',
        es: '--from y --to llevan el primer y el último día',
      });
    }
    const company = await oneCompany(desk, values.company);
    const knownAt = instantOption('known-at', values['known-at']) ?? desk.clock.now();
    const stretch = { companyId: company.companyId, from, to, knownAt };
    const answer = await readTrialBalance(desk.db, stretch, company);
    const said = (key: string, facts = {}): string => say(words, key, facts, desk.language);
    return {
      fileName: `trial-balance-${company.code}-${from}-${to}`,
      title: [`${said('trial.title')} · ${company.code}`, said('trial.stretch', { from, to })],
      columns: [
        { header: said('trial.account'), kind: 'text' },
        { header: said('trial.number'), kind: 'text' },
        { header: said('aging.currency'), kind: 'text' },
        { header: said('trial.opening'), kind: 'amount' },
        { header: said('trial.debit'), kind: 'amount' },
        { header: said('trial.credit'), kind: 'amount' },
        { header: said('trial.closing'), kind: 'amount' },
        { header: said('trial.base', { currency: company.baseCurrency }), kind: 'amount' },
      ],
      rows: answer.rows.map((row) => [
        row.account,
        row.number ?? '',
        row.currency,
        row.opening,
        row.debit,
        row.credit,
        row.closing,
        row.closingBase,
      ]),
      totals: [],
      json: answer,
    };
  },
};
