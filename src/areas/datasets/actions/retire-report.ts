/** Retires a report: it runs no more, and its versions stay. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { ReportRefusal } from '../rules/refusal.ts';
import { acceptKeeper, type Keeper } from '../rules/saved-report.ts';
import { type Eyes, lockReport, markRetired } from '../store/saved-reports.ts';

export async function retireReport(
  context: Context,
  name: string,
  keeper: Keeper,
  eyes: Eyes,
): Promise<Outcome<{ name: string }, ReportRefusal>> {
  const report = await lockReport(context.tx, eyes, name);
  if (!report) return refuse('datasets.no_such_report');
  const kept = acceptKeeper(report, keeper);
  if (!kept.ok) return kept;
  await markRetired(context.tx, report.reportId, context.today);
  context.did({ what: 'report retired', id: report.reportId, facts: { name } });
  return accept({ name });
}
