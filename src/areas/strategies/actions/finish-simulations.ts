/**
 * Does the parts that are left of simulations, and notes the version as looked at when the last
 * is done. A killed process loses the part it was in and nothing else.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Actor, type Context, type Desk, accepted, perform } from '#platform/action.ts';
import { readPastGate } from '#areas/compliance/index.ts';
import { noteSimulation, versionAsWritten } from '#areas/policies/index.ts';
import { type Strategy, inOrder } from '../rules/choose-strategy.ts';
import { strategyOf } from '../rules/read-strategy.ts';
import { morningOf } from '../rules/history.ts';
import { simulateSides } from '../rules/simulate.ts';
import { addFigures, figuresOf } from '../rules/simulation.ts';
import { peopleOf } from '../store/carrying-out.ts';
import { endOfAccounts } from '../store/gather.ts';
import { historiesOf } from '../store/histories.ts';
import {
  type ListedSimulation,
  insertSimulationEnd,
  insertSimulationPart,
  partFigures,
  partNumbersDone,
  takeSimulationPart,
  unfinishedSimulations,
} from '../store/simulations.ts';
import { strategiesInForce } from './strategies-in-force.ts';

type By = { readonly actor: Actor; readonly reason: string };

export async function finishSimulations(desk: Desk, by: By): Promise<number> {
  const all = await unfinishedSimulations(desk.db);
  for (const simulation of all) await finish(desk, simulation, by);
  return all.length;
}

type Sides = { readonly inForce: readonly Strategy[]; readonly candidate: readonly Strategy[] };

async function finish(desk: Desk, simulation: ListedSimulation, by: By): Promise<void> {
  const { simulationId, parts } = simulation;
  const sides = await sidesOf(desk, simulation);
  const input = { simulationId };
  if (sides === null) {
    const doing = { action: 'strategies.end_simulation', ...by, input };
    await perform(desk, doing, (context) => fail(context, simulation));
    return;
  }
  const done = await partNumbersDone(desk.db, simulationId);
  for (const [index] of parts.entries()) {
    if (done.has(index + 1)) continue;
    const doing = { action: 'strategies.simulate_part', ...by, input: { simulationId, index } };
    await perform(desk, doing, (context) => simulatePart(context, simulation, sides, index + 1));
  }
  const doing = { action: 'strategies.end_simulation', ...by, input };
  accepted(await perform(desk, doing, (context) => end(context, simulation)));
}

/** Null when the candidate no longer reads, because what it inherits from has changed. */
async function sidesOf(desk: Desk, { candidate, to }: ListedSimulation): Promise<Sides | null> {
  const { strategies, others } = await strategiesInForce(desk.db, to);
  const inForce = strategies.map(({ document, version }): Strategy => ({
    key: document.key,
    version,
    document,
    experiment: false,
  }));
  const version = await versionAsWritten(desk.db, { kind: 'strategy', ...candidate });
  const read = version && strategyOf(version.judged, others);
  if (!read?.ok) return null;
  const tried: Strategy = { ...candidate, document: read.document, experiment: false };
  const rest = inForce.filter(({ key }) => key !== candidate.key);
  return { inForce, candidate: inOrder([...rest, tried]) };
}

async function simulatePart(
  context: Context,
  simulation: ListedSimulation,
  sides: Sides,
  no: number,
): Promise<Outcome<null, never>> {
  const { simulationId, parts, companyId } = simulation;
  const first = parts[no - 1];
  if (!first || !(await takeSimulationPart(context.tx, simulationId, no))) return accept(null);
  const stretch = { first, until: parts[no] ?? endOfAccounts };
  const since = { companyId, since: simulation.from };
  const histories = await historiesOf(context.tx, stretch, since);
  const accountIds = histories.map(({ accountId }) => accountId);
  const [gate, people] = await Promise.all([
    readPastGate(context.tx, accountIds, {
      from: morningOf(simulation.from),
      today: context.today,
    }),
    peopleOf(context.tx, accountIds),
  ]);
  const walks = histories.map(({ accountId, history }) => {
    const asking = { accountId, gate, people: people.get(accountId) ?? [] };
    const account = history.texts.account?.[0] ?? '';
    const { candidate, inForce } = simulateSides(sides, history, simulation, asking);
    return { candidate: figuresOf(account, candidate), inForce: figuresOf(account, inForce) };
  });
  const figures = {
    candidate: addFigures(walks.map((walk) => walk.candidate)),
    inForce: addFigures(walks.map((walk) => walk.inForce)),
  };
  await insertSimulationPart(context, simulationId, no, figures);
  return accept(null);
}

async function fail(
  context: Context,
  { simulationId }: ListedSimulation,
): Promise<Outcome<null, never>> {
  await insertSimulationEnd(context, simulationId, 'failed', 'strategies.version_unreadable');
  return accept(null);
}

/** The version was looked at: that is what its approval asks for. */
async function end(context: Context, simulation: ListedSimulation): Promise<Outcome<null, never>> {
  const { simulationId, candidate, from, to } = simulation;
  if (!(await insertSimulationEnd(context, simulationId, 'complete'))) return accept(null);
  const figures = await partFigures(context.tx, simulationId);
  const { accounts, notices, wrong } = addFigures(figures.map((each) => each.candidate));
  const before = addFigures(figures.map((each) => each.inForce)).notices;
  const facts = { simulationId, from, to, accounts, notices, wrong, before };
  await noteSimulation(context, { kind: 'strategy', ...candidate, facts });
  context.did({ what: 'simulation complete', id: simulationId, facts: { notices, wrong } });
  return accept(null);
}
