/**
 * Takes a line out of the day's work: a test payment of the bank, a line that another system
 * posts. It needs a reason and a second look.
 *
 *   open ──proposed──▶ waits for a second person ──agreed──▶ aside ──returned──▶ open
 *                            └──declined──▶ open
 *
 * From the proposal on nobody posts the line. Who proposed does not agree: money that vanishes
 * by one person's word is how lapping is hidden.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { LineRefusal } from '../rules/refusal.ts';
import { type HeldLine, insertAside, lockLines, proposerOf } from '../store/line-acts.ts';

type LineOf = { readonly lineId: Id; readonly companies: 'all' | readonly Id[] };

/** Proposes to set a line aside; refuses one that became something already. */
export async function setAsideLine(
  context: Context,
  wish: LineOf,
): Promise<Outcome<void, LineRefusal>> {
  const line = await heldLine(context, wish);
  if (!line) return refuse('bank_files.no_such_line');
  if (line.usedBy !== null) return refuse('bank_files.line_used', { usedBy: line.usedBy });
  if (line.aside !== null) return refuse('bank_files.already_aside');
  await insertAside(context, line.lineId, 'proposed', 'proposed');
  context.did({ what: 'line proposed to be set aside', id: line.lineId });
  return accept(undefined);
}

export type DecideAside = LineOf & { readonly decision: 'agreed' | 'declined' };

/** The second look; refused to whoever proposed. Also returns a line that was set aside. */
export async function decideAside(
  context: Context,
  { decision, ...wish }: DecideAside,
): Promise<Outcome<void, LineRefusal>> {
  const line = await heldLine(context, wish);
  if (!line) return refuse('bank_files.no_such_line');
  if (line.aside === null) return refuse('bank_files.not_aside');
  if (line.aside === 'agreed') {
    if (decision === 'agreed') return refuse('bank_files.already_aside');
    await insertAside(context, line.lineId, 'returned', null);
    context.did({ what: 'line returned to the work', id: line.lineId });
    return accept(undefined);
  }
  const isProposer = (await proposerOf(context, line.lineId)) === context.actor.ref;
  // Taking one's own proposal back needs nobody.
  if (isProposer && decision === 'agreed') return refuse('bank_files.second_person_needed');
  await insertAside(context, line.lineId, decision, decision === 'agreed' ? 'agreed' : null);
  context.did({ what: `line ${decision} to be set aside`, id: line.lineId });
  return accept(undefined);
}

async function heldLine(
  context: Context,
  { lineId, companies }: LineOf,
): Promise<HeldLine | undefined> {
  const [line] = await lockLines(context, [lineId]);
  if (!line || companies === 'all') return line;
  return companies.includes(line.companyId) ? line : undefined;
}
