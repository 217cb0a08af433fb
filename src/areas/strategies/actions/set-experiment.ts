/** Switches the experiment of a strategy on or off; nothing is split before. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertExperimentSwitch } from '../store/switches.ts';
import { strategiesInForce } from './strategies-in-force.ts';

export async function setExperiment(
  context: Context,
  wish: { readonly strategy: string; readonly isOn: boolean },
): Promise<Outcome<{ isOn: boolean }, 'strategies.no_experiment'>> {
  const { strategies } = await strategiesInForce(context.tx, context.today);
  const found = strategies.find(({ document }) => document.key === wish.strategy);
  if (wish.isOn && !found?.document.experiment) {
    return refuse('strategies.no_experiment', { strategy: wish.strategy });
  }
  await insertExperimentSwitch(context, wish);
  const facts = { strategy: wish.strategy, on: wish.isOn ? 'on' : 'off' };
  context.did({ what: 'experiment switched', facts });
  return accept({ isOn: wish.isOn });
}
