/** Saves the next version of a report, or gives it to another owner. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { memberById } from '#areas/team/index.ts';
import type { RawQuestion } from '../rules/question.ts';
import { acceptKeeper, acceptSharing, type Keeper, type Sharing } from '../rules/saved-report.ts';
import { understand } from '../rules/understand.ts';
import { type Eyes, insertVersion, lockReport } from '../store/saved-reports.ts';
import type { SaveRefusal } from './save-report.ts';

export type ChangeReport = {
  readonly name: string;
  /** The version that was looked at. */
  readonly seen: number;
  readonly title: string;
  readonly note: string;
  readonly question: RawQuestion;
  readonly shared: Sharing;
  readonly companyId: Id | null;
  readonly reviewOn: Day;
  readonly ownerId: Id | undefined;
};

export async function changeReport(
  context: Context,
  wish: ChangeReport,
  keeper: Keeper,
  eyes: Eyes,
): Promise<Outcome<{ name: string; version: number }, SaveRefusal>> {
  const { tx, today } = context;
  const report = await lockReport(tx, eyes, wish.name);
  if (!report) return refuse('datasets.no_such_report');
  const kept = acceptKeeper(report, keeper);
  if (!kept.ok) return kept;
  if (report.version !== wish.seen) {
    return refuse('datasets.changed_meanwhile', { now: report.version });
  }
  const shared = wish.shared === report.shared ? kept : acceptSharing(wish.shared, keeper);
  if (!shared.ok) return shared;
  const fits = understand(wish.question, { permissions: keeper.permissions, today });
  if (!fits.ok) return fits;
  const ownerId = wish.ownerId ?? report.ownerId;
  if (ownerId !== report.ownerId && !(await memberById(tx, ownerId))?.active) {
    return refuse('datasets.no_such_owner');
  }
  const version = report.version + 1;
  await insertVersion(context, { ...wish, reportId: report.reportId, version, ownerId });
  context.did({ what: 'report', id: report.reportId, facts: { name: wish.name, version } });
  return accept({ name: wish.name, version });
}
