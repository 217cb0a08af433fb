/**
 * Says that lines became something: receipts, a deposit that was reconciled. From then on no
 * file changes them silently.
 *
 * Whoever makes something of a line calls this in the same transaction, and `releaseLines` when
 * it is taken back; a line is used once.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { LineRefusal } from '../rules/refusal.ts';
import { lockLines, markUse } from '../store/line-acts.ts';

/** A line, and what it became in a few words with its id: `receipt 0198…`. */
export type UsedLine = { readonly lineId: Id; readonly usedBy: string };

/** Refuses lines that are not there, that move no money, set aside or used already. */
export async function claimLines(
  context: Context,
  uses: readonly UsedLine[],
): Promise<Outcome<void, LineRefusal>> {
  const held = await lockLines(
    context,
    uses.map(({ lineId }) => lineId),
  );
  if (held.length < new Set(uses.map(({ lineId }) => lineId)).size) {
    return refuse('bank_files.no_such_line');
  }
  const used = held.find(({ usedBy }) => usedBy !== null);
  if (used) return refuse('bank_files.line_used', { usedBy: used.usedBy ?? '' });
  if (held.some(({ aside }) => aside !== null)) return refuse('bank_files.line_aside');
  if (held.some(({ status }) => status === 'information')) {
    return refuse('bank_files.line_moves_nothing');
  }
  await markUse(
    context,
    uses.map(({ lineId, usedBy }) => ({ lineId, said: usedBy })),
    'used',
  );
  return accept(undefined);
}

/** Frees lines that are no longer used; those that are not used stay as they are. */
export async function releaseLines(context: Context, lineIds: readonly Id[]): Promise<void> {
  const held = await lockLines(context, lineIds);
  const used = held.flatMap(({ lineId, usedBy }) =>
    usedBy === null ? [] : [{ lineId, said: usedBy }],
  );
  await markUse(context, used, 'released');
}
