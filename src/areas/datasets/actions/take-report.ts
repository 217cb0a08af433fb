/** Takes a saved report to run it, and notes who did: what nobody uses can be retired. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { ReportRefusal } from '../rules/refusal.ts';
import type { SavedReport } from '../rules/saved-report.ts';
import { type Eyes, markUsed, savedReports } from '../store/saved-reports.ts';

export async function takeReport(
  { tx, today, actor, did }: Context,
  name: string,
  eyes: Eyes,
): Promise<Outcome<SavedReport, ReportRefusal>> {
  const [report] = await savedReports(tx, eyes, { name });
  if (!report) return refuse('datasets.no_such_report');
  const { reportId, retiredOn } = report;
  if (retiredOn !== null) return refuse('datasets.retired_already', { day: retiredOn });
  await markUsed(tx, reportId, today, actor.memberId);
  did({ what: 'report used', id: reportId, facts: { name } });
  return accept(report);
}
