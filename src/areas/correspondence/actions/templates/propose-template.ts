/**
 * Proposes a version of a template; what is wrong with it is refused with its place.
 *
 * Nothing is used before a second person has approved it.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Template, TemplateRefusal } from '../../rules/templates/template.ts';
import { insertVersion, nextVersion } from '../../store/templates.ts';
import { checkTemplate } from './check-template.ts';

export type Proposal = Template & {
  readonly ownerId: Id | null;
  readonly expiresOn: Day | null;
};

export async function proposeTemplate(
  context: Context,
  proposal: Proposal,
): Promise<Outcome<{ key: string; version: number }, TemplateRefusal>> {
  const [first] = checkTemplate(proposal);
  if (first) {
    const { code, language, part, line, column, what, why } = first;
    return refuse(code, { language, part, line, column, what, words: what, why });
  }
  const version = await nextVersion(context.tx, proposal.key);
  await insertVersion(context, { ...proposal, version });
  context.did({ what: 'template proposed', facts: { template: proposal.key, version } });
  return accept({ key: proposal.key, version });
}
