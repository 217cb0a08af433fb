/**
 * Asks what a version would have done over past days, beside what was in force; the work is done
 * in the background, a stretch of accounts at a time, and can be called off.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { versionAsWritten } from '#areas/policies/index.ts';
import { stretchesOf } from '../store/gather.ts';
import {
  type Candidate,
  insertSimulation,
  insertSimulationEnd,
  simulationOf,
} from '../store/simulations.ts';

export type SimulateStrategy = {
  readonly candidate: Candidate;
  readonly companyId: Id | null;
  readonly from: Day;
  readonly to: Day;
  readonly knowledge: 'then' | 'now';
};

export type SimulateRefusal =
  | 'strategies.no_such_version'
  | 'strategies.window_too_long'
  | 'strategies.window_not_past';

/** So many accounts walk in one transaction. */
const partSize = 1000;
const mostDays = 400;

export async function simulateStrategy(
  context: Context,
  wish: SimulateStrategy,
): Promise<Outcome<{ simulationId: Id }, SimulateRefusal>> {
  const { tx, today } = context;
  const { candidate, from, to } = wish;
  if (to < from || to > today) return refuse('strategies.window_not_past', { from, to });
  if (daysBetween(from, to) >= mostDays) {
    return refuse('strategies.window_too_long', { days: mostDays });
  }
  const version = await versionAsWritten(tx, { kind: 'strategy', ...candidate });
  if (!version) return refuse('strategies.no_such_version', candidate);
  const simulationId = context.newId();
  const parts = await stretchesOf(tx, partSize);
  await insertSimulation(context, { ...wish, simulationId, parts });
  context.did({ what: 'simulation asked for', id: simulationId, facts: { ...candidate } });
  return accept({ simulationId });
}

export async function cancelSimulation(
  context: Context,
  { simulationId }: { readonly simulationId: Id },
): Promise<
  Outcome<{ state: 'cancelled' }, 'strategies.no_such_simulation' | 'strategies.simulation_ended'>
> {
  const found = await simulationOf(context.tx, simulationId);
  if (!found) return refuse('strategies.no_such_simulation');
  const ended = await insertSimulationEnd(context, simulationId, 'cancelled');
  if (!ended) return refuse('strategies.simulation_ended');
  context.did({ what: 'simulation called off', id: simulationId });
  return accept({ state: 'cancelled' });
}
