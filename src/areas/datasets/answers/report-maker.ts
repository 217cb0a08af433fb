/**
 * A saved report as a pack: it sends itself with the rows of the pack's company.
 *
 * Only a report that whoever asks, or owns the schedule, could run themselves; one that was saved
 * for another company is not theirs to send. Rows are read as they are known when it is made.
 */
import type { Day } from '#kernel/day.ts';
import type { Db, Queries } from '#platform/postgres/db.ts';
import type {
  PackAsked,
  PackBlock,
  PackMaker,
  PackReader,
  PackTable,
} from '#platform/packs/maker.ts';
import { say } from '#platform/cli/say.ts';
import { datasetOf } from '../rules/catalogue.ts';
import { understand } from '../rules/understand.ts';
import { answerQuestion } from '../store/answers.ts';
import { savedReports } from '../store/saved-reports.ts';
import { words } from '../words.ts';
import { reportOf } from './report-file.ts';

const most = 5000;

/** Only reports that are shared: what is private to its owner is sent to nobody. */
export const savedReportMaker: PackMaker = {
  kind: 'saved-report',
  title: words['datasets.pack'],
  says: words['datasets.pack_says'],
  needs: 'datasets.read',
  of: 'day',
  asks: async (db, reader) => [
    {
      setting: 'report',
      label: words['datasets.pack_which'],
      choices: (await sendable(db, reader)).map(({ name, title }) => ({
        value: name,
        label: title,
      })),
    },
  ],
  make,
};

async function sendable(db: Queries, { memberId, companies }: PackReader) {
  const all = await savedReports(db, memberId === null ? 'all' : { memberId, companies });
  return all.filter(({ shared, retiredOn }) => shared !== 'private' && retiredOn === null);
}

async function make(db: Db, asked: PackAsked) {
  const { company, language, reader } = asked;
  const report = await reportNamed(db, asked);
  const keepsPast = datasetOf(report.question.dataset)?.asOf === true;
  const today = keepsPast ? asked.asOf : asked.today;
  const question = understand(report.question, { permissions: reader.permissions, today });
  if (!question.ok) throw new Error(say(words, question.refusal, question.facts, language));
  const seen = { companies: [company.companyId], today };
  const found = await answerQuestion(db, question.value, seen, { limit: most });
  if (!found.ok) throw new Error(say(words, found.refusal, found.facts, language));
  const answer = { ...found.value, question: question.value };
  const { title, columns, rows, totals, sums } = reportOf(answer, { ...report, language });
  const table: PackTable = {
    kind: 'table',
    name: report.title,
    columns: columns.map(({ header, kind }) => ({ header, kind })),
    rows,
    totalRows: totals,
    ...(sums === undefined ? {} : { sums }),
    shown: 40,
  };
  const blocks: PackBlock[] = [...ofAnotherDay(asked, today), table];
  return { title: report.title, summary: title.slice(1), blocks };
}

async function reportNamed(db: Db, { company, reader, settings }: PackAsked) {
  const chosen = settings['report'] ?? '';
  const report = (await sendable(db, reader)).find(({ name }) => name === chosen);
  const isOfOther = report && report.companyId !== null && report.companyId !== company.companyId;
  if (!report || isOfOther) throw new Error(`no shared report "${chosen}" to send`);
  return report;
}

/** The pack is stamped with a day that its rows are not of: said where it is read. */
function ofAnotherDay({ asOf, language }: PackAsked, today: Day): PackBlock[] {
  if (today === asOf) return [];
  const text = say(words, 'datasets.pack_of_today', { day: today, asOf }, language);
  return [{ kind: 'text', tone: 'warning', text }];
}
