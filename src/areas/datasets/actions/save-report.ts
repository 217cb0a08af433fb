/** Saves a question as a report under a name of its own. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { RawQuestion } from '../rules/question.ts';
import type { ReportRefusal } from '../rules/refusal.ts';
import {
  acceptSharing,
  isName,
  type Keeper,
  nameFrom,
  type Sharing,
  usualReview,
} from '../rules/saved-report.ts';
import { understand, type UnderstandRefusal } from '../rules/understand.ts';
import { insertReport, insertVersion } from '../store/saved-reports.ts';

export type SaveReport = {
  /** Made of the title when nobody says it. */
  readonly name: string | undefined;
  readonly title: string;
  readonly note: string;
  readonly question: RawQuestion;
  readonly shared: Sharing;
  readonly companyId: Id | null;
  readonly reviewOn: Day | undefined;
};

export type SaveRefusal = ReportRefusal | UnderstandRefusal;

export async function saveReport(
  context: Context,
  wish: SaveReport,
  keeper: Keeper,
): Promise<Outcome<{ name: string; version: number }, SaveRefusal>> {
  const { today } = context;
  const { permissions, memberId: ownerId } = keeper;
  const name = wish.name ?? nameFrom(wish.title);
  if (!isName(name)) return refuse('datasets.name_does_not_fit');
  const shared = acceptSharing(wish.shared, keeper);
  if (!shared.ok) return shared;
  const fits = understand(wish.question, { permissions, today });
  if (!fits.ok) return fits;
  const reportId = context.newId();
  if (!(await insertReport(context, reportId, name))) {
    return refuse('datasets.name_taken', { name });
  }
  const reviewOn = wish.reviewOn ?? usualReview(today);
  await insertVersion(context, { ...wish, reportId, version: 1, ownerId, reviewOn });
  context.did({ what: 'report', id: reportId, facts: { name } });
  return accept({ name, version: 1 });
}
