/** Routes of saved reports. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Perform, serve, serveFile, type Served } from '#platform/http/serve.ts';
import { changeReport } from '../actions/change-report.ts';
import { retireReport } from '../actions/retire-report.ts';
import { saveReport } from '../actions/save-report.ts';
import { takeReport } from '../actions/take-report.ts';
import { ask, readerOf } from '../answers/ask.ts';
import { mostRows, reportFile, reportOf } from '../answers/report-file.ts';
import { wireAnswer, wireSavedReport, wireVersion } from '../answers/wire.ts';
import * as contract from '../contract/saved-reports.ts';
import type { SavedReport } from '../rules/saved-report.ts';
import { type Eyes, savedReports, versionsOf } from '../store/saved-reports.ts';

export const savedReportRoutes: readonly Served[] = [
  serve(contract.savedReports, async ({ session, desk }) => {
    const rows = await savedReports(desk.db, eyesOf(session));
    const today = desk.clock.today();
    return accept({ rows: rows.map((row) => wireSavedReport(row, session.memberId, today)) });
  }),

  serve(contract.oneSavedReport, async ({ params, session, desk }) => {
    const [report] = await savedReports(desk.db, eyesOf(session), { name: params.name });
    if (!report) return refuse('datasets.no_such_report');
    const versions = await versionsOf(desk.db, report.reportId);
    const wire = wireSavedReport(report, session.memberId, desk.clock.today());
    return accept({ ...wire, versions: versions.map(wireVersion) });
  }),

  serve(contract.saveReport, ({ body, session, perform }) => {
    const companyId = companyOf(session, body.question.company);
    if (!companyId.ok) return Promise.resolve(companyId);
    const wish = {
      ...body,
      name: body.name,
      companyId: companyId.value,
      reviewOn: body.reviewOn === undefined ? undefined : day(body.reviewOn),
    };
    return perform('datasets.save_report', body.reason, (context) =>
      saveReport(context, wish, session),
    );
  }),

  serve(contract.changeReport, ({ params, body, session, perform }) => {
    const companyId = companyOf(session, body.question.company);
    if (!companyId.ok) return Promise.resolve(companyId);
    const wish = {
      ...body,
      name: params.name,
      seen: body.version,
      companyId: companyId.value,
      reviewOn: day(body.reviewOn),
      ownerId: body.ownerId === undefined ? undefined : id(body.ownerId),
    };
    return perform('datasets.change_report', body.reason, (context) =>
      changeReport(context, wish, session, eyesOf(session)),
    );
  }),

  serve(contract.retireReport, ({ params, body, session, perform }) =>
    perform('datasets.retire_report', body.reason, (context) =>
      retireReport(context, params.name, session, eyesOf(session)),
    ),
  ),

  serve(contract.runReport, async ({ params, query, session, desk, perform }) => {
    const taken = await take(perform, params.name, session);
    if (!taken.ok) return taken;
    const { question, title } = taken.value;
    const reader = readerOf(session, desk.clock.today());
    const asked = await ask(desk.db, question, reader, { limit: query.limit, counted: true });
    return asked.ok ? accept({ ...wireAnswer(asked.value, session.language), title }) : asked;
  }),

  serveFile(contract.exportReport, async ({ params, query, session, desk, perform }) => {
    const { format } = query;
    const taken = await take(perform, params.name, session);
    if (!taken.ok) return taken;
    const { name, title, question } = taken.value;
    const reader = readerOf(session, desk.clock.today());
    const asked = await ask(desk.db, question, reader, { limit: mostRows[format] });
    if (!asked.ok) return asked;
    const { language } = session;
    const report = reportOf(asked.value, { name, title, language });
    return accept(await reportFile(report, format, language));
  }),
];

/** Read on the first database, so that what was saved a moment ago is there. */
function take(perform: Perform, name: string, session: Session): Promise<Outcome<SavedReport>> {
  return perform('datasets.take_report', 'run', (context) =>
    takeReport(context, name, eyesOf(session)),
  );
}

function eyesOf({ memberId, companyIds }: Session): Eyes {
  return { memberId, companies: companyIds };
}

/** The company that the question is limited to, if the keeper may see it. */
function companyOf(
  session: Session,
  code: string | undefined,
): Outcome<Id | null, 'team.no_such_company'> {
  if (code === undefined) return accept(null);
  const found = session.companies.find((company) => company.code === code);
  return found ? accept(found.companyId) : refuse('team.no_such_company', { company: code });
}
