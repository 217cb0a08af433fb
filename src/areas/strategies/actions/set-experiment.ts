/** Switches the experiment of a strategy on or off; nothing is split before, or after its days. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertExperimentSwitch } from '../store/switches.ts';
import { strategiesInForce } from './strategies-in-force.ts';

export async function setExperiment(
  context: Context,
  wish: { readonly strategy: string; readonly isOn: boolean },
): Promise<Outcome<{ isOn: boolean }, 'strategies.no_experiment' | 'strategies.experiment_over'>> {
  const { strategies } = await strategiesInForce(context.tx, context.today);
  const found = strategies.find(({ document }) => document.key === wish.strategy);
  if (wish.isOn && !found?.document.experiment) {
    return refuse('strategies.no_experiment', { strategy: wish.strategy });
  }
  const last = found?.document.experiment?.to;
  if (wish.isOn && last !== undefined && last < context.today) {
    return refuse('strategies.experiment_over', { strategy: wish.strategy, to: last });
  }
  await insertExperimentSwitch(context, wish);
  const facts = { strategy: wish.strategy, on: wish.isOn ? 'on' : 'off' };
  context.did({ what: 'experiment switched', facts });
  return accept({ isOn: wish.isOn });
}
