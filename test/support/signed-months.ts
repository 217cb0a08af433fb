/**
 * A month end that was signed, for tests of what comes after it; how a month is signed has its
 * own tests.
 */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { insertSignOff } from '#areas/reports/store/month-end-facts.ts';
import type { Story } from './builders.ts';

/** The controller signs the period, whatever its figures are. */
export async function signMonth(
  desk: Pick<Story, 'done' | 'companyId'>,
  period: string,
  lastOn: string,
): Promise<void> {
  await desk.done(async (context) => {
    await insertSignOff(context, {
      companyId: id(desk.companyId),
      period,
      lastOn: day(lastOn),
      knownAt: context.at,
      figures: [],
      note: '',
    });
    return accept(null);
  });
}
