/**
 * Hears from the provider what became of a text: delivered, or given back. The same report
 * again changes nothing; one of a text that is not ours is only kept.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertReport, messageAt } from '../../store/texts/texts.ts';
import { takeBounce } from '../bounces/take-bounce.ts';

export type ReportText = {
  readonly providerId: string;
  /** The provider's own words: delivered, undelivered, failed, sent … */
  readonly state: string;
  readonly errorCode: string;
};

const ends: Readonly<Record<string, 'delivered' | 'returned'>> = {
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'returned',
  failed: 'returned',
};

export async function reportText(
  context: Context,
  report: ReportText,
): Promise<Outcome<{ taken: boolean }, string>> {
  const fresh = await insertReport(context, report);
  const what = ends[report.state];
  const ref = await messageAt(context.tx, report.providerId);
  if (!fresh || what === undefined || ref === undefined) return accept({ taken: fresh });
  const { state: detail, errorCode: status } = report;
  const taken = await takeBounce(context, { ...ref, what, status, detail });
  return taken.ok ? accept({ taken: true }) : taken;
}
