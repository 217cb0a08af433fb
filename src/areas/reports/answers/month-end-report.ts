/** The month-end page as a table, for paper, a workbook and the command line. */
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Report, ReportRow } from '#platform/cli/report.ts';
import { say } from '#platform/cli/say.ts';
import type { MonthEnd } from '../contract/month-end.ts';
import { words } from '../words.ts';

export function monthEndReport(answer: MonthEnd, language: Language): Report {
  const { company, companyName, period, signed } = answer;
  const said = (key: string, facts = {}): string => say(words, key, facts, language);
  const signature = signed
    ? said('month.signed', { by: signed.by, at: signed.at, knownAt: signed.knownAt })
    : said(`month.state_${answer.state}`);
  return {
    fileName: `month-end-${company}-${period.name}`,
    title: [
      `${said('month.title')} · ${period.name} · ${companyName}`,
      said('trial.stretch', { from: period.firstOn, to: period.lastOn }),
      signature,
    ],
    columns: [
      { header: said('aging.currency'), kind: 'text' },
      { header: said('month.what'), kind: 'text' },
      { header: said('month.amount'), kind: 'amount' },
      { header: said('month.by'), kind: 'text' },
      { header: said('month.note'), kind: 'text' },
    ],
    rows: [
      ...answer.lines.flatMap((line) => lineRows(line, language)),
      ...(answer.afterClose === 0
        ? []
        : [['', said('month.after_close', { count: answer.afterClose }), '', '', '']]),
      ...answer.steps.map((step) => stepRow(step, language)),
    ],
    totals: [],
    json: answer,
  };
}

function lineRows(line: MonthEnd['lines'][number], language: Language): ReportRow[] {
  const said = (key: string): string => say(words, key, {}, language);
  const code = line.inBase ? `${line.currency} ${said('month.in_base')}` : line.currency;
  const row = (key: string, amount: string, by = '', note = ''): ReportRow => [
    code,
    said(key),
    amount,
    by,
    note,
  ];
  const { entered } = line;
  return [
    row('month.aging', line.aging),
    ...line.parts.map(({ part, amount }) => row(`month.${part}`, amount)),
    ...line.explanations.map(({ amount, by, note }) =>
      row('month.explanation', amount, actorName(by, language), note),
    ),
    row('month.unexplained', line.unexplained ?? ''),
    row(
      'month.gl',
      entered?.amount ?? '',
      entered ? actorName(entered.by, language) : said('month.not_entered'),
      entered?.note,
    ),
    row('month.books', line.books),
    row('month.earlier', line.earlier),
    ...besides(line).map(([key, amount]) => row(key, amount)),
  ];
}

/** Foreign balances always show what a revaluation makes of them, wherever the GL holds it. */
function besides({ inBase, parts, revaluation, closings }: MonthEnd['lines'][number]) {
  if (!inBase) return [['month.closings', closings]] as const;
  const within = parts.some(({ part }) => part === 'revaluation');
  return within ? [] : ([['month.revaluation', revaluation]] as const);
}

function stepRow(step: MonthEnd['steps'][number], language: Language): ReportRow {
  const said = (key: string): string => say(words, key, {}, language);
  const title = step.title?.[language] ?? said(`month.step_${step.step}`);
  const by = step.byFacts ? said('month.by_facts') : (step.tick?.by ?? '');
  const mark = said(step.done ? 'month.done' : 'month.to_do');
  return ['', `${mark}: ${title}`, '', actorName(by, language), step.tick?.note ?? ''];
}
