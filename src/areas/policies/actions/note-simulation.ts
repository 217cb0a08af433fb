/** Writes down that somebody looked at what a version would have done, and over which days. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type PolicyName, insertAct, lockVersion } from '../store/versions.ts';

export type NoteSimulation = PolicyName & {
  readonly version: number;
  /** The window and the figures that were shown. */
  readonly facts: Readonly<Record<string, unknown>>;
};

export async function noteSimulation(
  context: Context,
  wish: NoteSimulation,
): Promise<Outcome<{ version: number }, 'policies.no_such_version'>> {
  const { key, version, facts } = wish;
  const locked = await lockVersion(context.tx, wish, version);
  if (!locked) return refuse('policies.no_such_version', { key, version });
  const { document, author } = locked;
  await insertAct(context, { document, version, kind: 'simulated', author, facts });
  context.did({ what: 'policy simulated', id: document, facts: { key, version } });
  return accept({ version });
}
