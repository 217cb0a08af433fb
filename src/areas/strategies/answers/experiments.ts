/** The experiments of the strategies in force, each with what came of it so far. */
import { formatDecimal } from '#kernel/decimal.ts';
import type { Desk } from '#platform/action.ts';
import { strategiesInForce } from '../actions/strategies-in-force.ts';
import type { WireExperiment } from '../contract/runs.ts';
import { experimentState } from '../rules/experiment.ts';
import { outcomeOf } from '../rules/outcome.ts';
import { collectedBy } from '../store/experiments.ts';
import { experimentWords, experimentsOn } from '../store/switches.ts';

export async function experimentList(desk: Desk): Promise<WireExperiment[]> {
  const today = desk.clock.today();
  const { strategies } = await strategiesInForce(desk.db, today);
  const [on, words] = await Promise.all([experimentsOn(desk.db), experimentWords(desk.db)]);
  const rows: WireExperiment[] = [];
  for (const { document } of strategies) {
    const { experiment, key } = document;
    if (experiment === null) continue;
    const collected = await collectedBy(desk.db, key, experiment.challenger);
    const hasChallenger = strategies.some((each) => each.document.key === experiment.challenger);
    const outcome = outcomeOf(collected.champion, collected.challenger);
    rows.push({
      strategy: key,
      challenger: experiment.challenger,
      share: formatDecimal(experiment.sharePct, experiment.sharePct.scale),
      from: experiment.from,
      to: experiment.to,
      isOn: on.has(key),
      state: experimentState(experiment, { isOn: on.has(key), hasChallenger }, today),
      lastWord: words.get(key) ?? null,
      champion: outcome.champion,
      challenged: outcome.challenger,
      difference: outcome.difference,
      interval: outcome.interval,
      better: outcome.better,
    });
  }
  return rows;
}
