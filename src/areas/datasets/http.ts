/** Routes of the datasets: the catalogue, questions and their files. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { serve, serveFile, type Served } from '#platform/http/serve.ts';
import { ask, readerOf } from './answers/ask.ts';
import { mostRows, reportFile, reportOf } from './answers/report-file.ts';
import { wireAnswer, wireDataset } from './answers/wire.ts';
import * as contract from './contract.ts';
import { savedReportRoutes } from './http/saved-reports.ts';
import { datasetOf, datasetsFor } from './rules/catalogue.ts';

export const datasetRoutes: readonly Served[] = [
  serve(contract.datasets, async ({ session }) =>
    accept({ rows: datasetsFor(session.permissions).map(wireDataset) }),
  ),

  serve(contract.dataset, async ({ params, session }) => {
    const found = datasetOf(params.dataset);
    if (!found) return refuse('datasets.no_such_dataset', { dataset: params.dataset });
    const { permission } = found;
    if (!session.permissions.includes(permission)) {
      return refuse('permission.missing', { permission });
    }
    return accept(wireDataset(found));
  }),

  serve(
    contract.askDataset,
    async ({ query, body, session, desk }) => {
      const reader = readerOf(session, desk.clock.today());
      const asked = await ask(desk.db, body, reader, { limit: query.limit, counted: true });
      return asked.ok ? accept(wireAnswer(asked.value, session.language)) : asked;
    },
    { dryRun: false },
  ),

  serveFile(contract.exportDataset, async ({ query, session, desk }) => {
    const question = questionIn(query.question);
    if (!question.ok) return question;
    const reader = readerOf(session, desk.clock.today());
    const limit = mostRows[query.format];
    const asked = await ask(desk.db, question.value, reader, { limit });
    if (!asked.ok) return asked;
    const { language } = session;
    const { dataset } = asked.value.question;
    const named = { name: dataset.key, title: dataset.words[language], language };
    return accept(await reportFile(reportOf(asked.value, named), query.format, language));
  }),

  ...savedReportRoutes,
];

/** The question in an address, as JSON. */
function questionIn(text: string): Outcome<contract.WireQuestion> {
  try {
    const read = contract.wireQuestion.safeParse(JSON.parse(text));
    if (read.success) return accept(read.data);
    const field = read.error.issues[0]?.path.join('.') ?? '';
    return refuse('datasets.filter_not_understood', { field: field || 'question' });
  } catch {
    return refuse('datasets.filter_not_understood', { field: 'question' });
  }
}
