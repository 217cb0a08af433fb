/** Approves or rejects a version that somebody else wrote, and says why. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type LifeRefusal, mayDecide } from '../rules/life.ts';
import { type PolicyName, insertAct, lockVersion } from '../store/versions.ts';

export type DecideVersion = PolicyName & {
  readonly version: number;
  readonly act: 'approved' | 'rejected';
  /** Approved although nobody looked at its simulation; it is written down as such. */
  readonly unseen: boolean;
};

/** Refuses what the life of a version refuses, the author's own approval first of all. */
export async function decideVersion(
  context: Context,
  wish: DecideVersion,
): Promise<Outcome<{ version: number }, LifeRefusal | 'policies.no_such_version'>> {
  const { kind, key, version, act, unseen } = wish;
  const locked = await lockVersion(context.tx, wish, version);
  if (!locked) return refuse('policies.no_such_version', { key, version });
  const may = mayDecide(locked, { act, unseen, by: context.actor.ref });
  if (!may.ok) return may;
  const { document, author, acts } = locked;
  const seen = acts.some((each) => each.kind === 'simulated');
  const facts = locked.hasSimulation && act === 'approved' ? { simulationSeen: seen } : {};
  await insertAct(context, { document, version, kind: act, author, facts });
  context.did({ what: `policy ${act}`, id: document, facts: { kind, key, version } });
  await context.tell({
    name: 'policies.version_decided',
    accountId: null,
    payload: { kind, key, version, act },
  });
  return accept({ version });
}
