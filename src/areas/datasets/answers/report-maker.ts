/** A saved report as a pack: it sends itself with what its reader may see. */
import type { Queries } from '#platform/postgres/db.ts';
import type { PackAsked, PackMaker, PackTable } from '#platform/packs/maker.ts';
import { say } from '#platform/cli/say.ts';
import { understand } from '../rules/understand.ts';
import { answerWithin } from '../store/answers.ts';
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
  asks: async (db) => [
    {
      setting: 'report',
      label: words['datasets.pack_which'],
      choices: (await sendable(db)).map(({ name, title }) => ({ value: name, label: title })),
    },
  ],
  make,
};

async function sendable(db: Queries) {
  const all = await savedReports(db, 'all');
  return all.filter(({ shared, retiredOn }) => shared !== 'private' && retiredOn === null);
}

async function make(db: Queries, { company, asOf, language, reader, settings }: PackAsked) {
  const chosen = settings['report'] ?? '';
  const report = (await sendable(db)).find(({ name }) => name === chosen);
  if (!report) throw new Error(`no shared report "${chosen}" to send`);
  const today = asOf;
  const question = understand(report.question, { permissions: reader.permissions, today });
  if (!question.ok) {
    throw new Error(say(words, question.refusal, question.facts, language));
  }
  const seen = { companies: [company.companyId], today };
  const found = await answerWithin(db, question.value, seen, { limit: most });
  const asked = { ...found, question: question.value };
  const { title, columns, rows, totals } = reportOf(asked, { ...report, language });
  const table: PackTable = {
    kind: 'table',
    name: report.title,
    columns: columns.map(({ header, kind }) => ({ header, kind })),
    rows: [...rows, ...totals],
    shown: 40,
  };
  return { title: report.title, summary: title.slice(1), blocks: [table] };
}
