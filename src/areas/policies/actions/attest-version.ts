/** A member says that they have read a published version; once, and for nobody else. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type PolicyName, insertAttestation, lockVersion } from '../store/versions.ts';

export type AttestRefusal =
  | 'policies.attested_already'
  | 'policies.no_such_version'
  | 'policies.not_published'
  | 'policies.only_people_attest';

export async function attestVersion(
  context: Context,
  wish: PolicyName & { readonly version: number },
): Promise<Outcome<{ version: number }, AttestRefusal>> {
  const { key, version } = wish;
  const { memberId } = context.actor;
  if (memberId === null) return refuse('policies.only_people_attest');
  const locked = await lockVersion(context.tx, wish, version);
  if (!locked) return refuse('policies.no_such_version', { key, version });
  const isPublished = locked.acts.some(({ kind }) => kind === 'published');
  const isWithdrawn = locked.acts.some(({ kind }) => kind === 'withdrawn');
  if (!isPublished || isWithdrawn) return refuse('policies.not_published', { key, version });
  const { document } = locked;
  const known = await insertAttestation(context, { document, version, memberId });
  if (known === 'known') return refuse('policies.attested_already', { key, version });
  context.did({ what: 'policy attested', id: document, facts: { key, version } });
  return accept({ version });
}
