/** `dunlin report` of saved reports: at the console every row, as the reports beside them. */
import { perform } from '#platform/action.ts';
import { allPermissions } from '#platform/auth/roles.ts';
import { type CliDesk, Unfit } from '#platform/cli/command.ts';
import { readOptions } from '#platform/cli/options.ts';
import type { NamedReport, Report } from '#platform/cli/report.ts';
import { say } from '#platform/cli/say.ts';
import type { Refused } from '#kernel/outcome.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { takeReport } from '../actions/take-report.ts';
import { ask, type Reader } from '../answers/ask.ts';
import { mostRows, reportOf } from '../answers/report-file.ts';
import type { SavedReport } from '../rules/saved-report.ts';
import { savedReports } from '../store/saved-reports.ts';
import { words } from '../words.ts';

/** Every saved report that still runs. */
export async function savedReportsNamed(desk: CliDesk): Promise<NamedReport[]> {
  const all = await savedReports(desk.db, 'all');
  return all.filter(({ retiredOn }) => retiredOn === null).map(namedReport);
}

function namedReport({ name, title, owner }: SavedReport): NamedReport {
  const called = `${title} (${owner})`;
  return {
    name,
    usage: '[--company CODE] [--as-of DAY]',
    summary: { en: called, es: called },
    make: (args, desk) => makeReport(name, args, desk),
  };
}

const options = { company: { type: 'string' }, 'as-of': { type: 'string' } } as const;

async function makeReport(name: string, args: readonly string[], desk: CliDesk): Promise<Report> {
  const values = readOptions(args, options);
  const { language, actor } = desk;
  const doing = { action: 'datasets.take_report', actor, reason: 'run', input: { name } };
  const taken = await perform(desk, doing, (context) => takeReport(context, name, 'all'));
  if (!taken.ok) throw refusedAt(taken, desk);
  const { title, question } = taken.value.answer;
  const company = values.company ?? question.company;
  const companies = await companiesNamed(desk, company);
  const today = desk.clock.today();
  const reader: Reader = {
    permissions: allPermissions,
    language,
    today,
    companies: () => companies,
  };
  const wish = { ...question, company, asOf: values['as-of'] ?? question.asOf };
  const asked = await ask(desk.db, wish, reader, { limit: mostRows.json });
  if (!asked.ok) throw refusedAt(asked, desk);
  return reportOf(asked.value, { name, title, language });
}

function refusedAt({ refusal, facts }: Refused<string>, { language }: CliDesk): Unfit {
  return new Unfit(refusal, say(words, refusal, facts, language));
}
