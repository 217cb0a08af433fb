/** Finds again what is doubtful in the book; doing it twice changes nothing the second time. */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordDays } from '../store/clean-ups.ts';
import { lockFindings, refreshFindings, reopenPassed, zones } from '../store/findings.ts';
import type { Scope } from '../store/found.ts';

export type Found = { readonly seen: number; readonly gone: number };

/** Of a zone's companies or of some accounts; running clean-ups note where they stand. */
export async function findDoubtful(context: Context, scope: Scope): Promise<Outcome<Found, never>> {
  await lockFindings(context.tx);
  await reopenPassed(context);
  const found = await refreshFindings(context, scope);
  await recordDays(context);
  return accept(found);
}

/** Of every company: a whole book came in or went, or somebody asked. */
export async function findEverywhere(context: Context): Promise<Outcome<Found, never>> {
  let [seen, gone] = [0, 0];
  for (const zone of await zones(context.tx)) {
    const found = await findDoubtful(context, { zone });
    if (!found.ok) return found;
    seen += found.value.seen;
    gone += found.value.gone;
  }
  return accept({ seen, gone });
}
