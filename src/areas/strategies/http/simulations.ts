/** Simulations over the wire: asked for, followed, called off. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { cancelSimulation, simulateStrategy } from '../actions/simulate-strategy.ts';
import * as contract from '../contract/simulations.ts';
import { type SideFigures, addFigures } from '../rules/simulation.ts';
import {
  type ListedSimulation,
  latestSimulations,
  partFigures,
  simulationOf,
} from '../store/simulations.ts';

export const strategySimulationRoutes: readonly Served[] = [
  serve(contract.simulations, async ({ desk }) =>
    accept({ rows: (await latestSimulations(desk.db)).map(wire) }),
  ),
  serve(contract.startSimulation, ({ body, perform }) => {
    const { key, version, companyId, from, to, knowledge } = body;
    return perform('strategies.simulate_strategy', `${key} ${version}`, (context) =>
      simulateStrategy(context, {
        candidate: { key, version },
        companyId: companyId === null ? null : id(companyId),
        from: day(from),
        to: day(to),
        knowledge,
      }),
    );
  }),
  serve(contract.oneSimulation, async ({ params, desk }) => {
    const simulationId = id(params.simulationId);
    const found = await simulationOf(desk.db, simulationId);
    if (!found) return refuse('strategies.no_such_simulation');
    const figures = await partFigures(desk.db, simulationId);
    return accept({
      simulation: wire(found),
      candidate: side(addFigures(figures.map((each) => each.candidate))),
      inForce: side(addFigures(figures.map((each) => each.inForce))),
    });
  }),
  serve(contract.cancelSimulation, ({ params, perform }) =>
    perform('strategies.cancel_simulation', 'no longer needed', (context) =>
      cancelSimulation(context, { simulationId: id(params.simulationId) }),
    ),
  ),
];

function wire(row: ListedSimulation): contract.WireSimulation {
  return {
    simulationId: row.simulationId,
    key: row.candidate.key,
    version: row.candidate.version,
    from: row.from,
    to: row.to,
    knowledge: row.knowledge,
    state: row.state,
    detail: row.detail,
    startedAt: row.startedAt,
    by: row.by,
    parts: row.parts.length,
    partsDone: row.partsDone,
  };
}

function side(figures: SideFigures) {
  const { byDay, byStep, byChannel, blockedBy, left, wrongs, ...rest } = figures;
  return {
    ...rest,
    byDay: [...byDay],
    byStep: [...byStep],
    byChannel: [...byChannel],
    blockedBy: [...blockedBy],
    left: [...left],
    wrongs: [...wrongs],
  };
}
