/** A run moved: its next papers are made, or taken out. */
import { parseId } from '#kernel/ids.ts';
import { type Context, accepted } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { deliverPapers } from './actions/deliver-papers.ts';
import { makePapers } from './actions/make-papers.ts';
import { drawPapers } from './answers/draw-papers.ts';

/** Made and taken out in one hearing each; a run is in one of the two states. */
export async function moveRun(context: Context, { payload }: HeardEvent): Promise<void> {
  const told = payload['runId'];
  const runId = typeof told === 'string' ? parseId(told) : undefined;
  if (runId === undefined) return;
  const { made } = accepted(await makePapers(context, runId, drawPapers));
  if (made > 0) return;
  accepted(await deliverPapers(context, runId));
}
