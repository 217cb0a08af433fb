/** A second person approves or rejects a version of a template; an approved one is withdrawn. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  standingOf,
  type TemplateRefusal,
  type TemplateState,
} from '../../rules/templates/template.ts';
import { insertTemplateAct, nextVersion, templateVersions } from '../../store/templates.ts';

export type Decision = {
  readonly key: string;
  readonly version: number;
  readonly act: 'approved' | 'rejected' | 'withdrawn';
};

export async function decideTemplate(
  context: Context,
  { key, version, act }: Decision,
): Promise<Outcome<{ state: TemplateState }, TemplateRefusal>> {
  // One decision at a time on a key.
  await nextVersion(context.tx, key);
  const found = (await templateVersions(context.tx, key)).find((each) => each.version === version);
  if (!found) return refuse('correspondence.template_unknown', { template: `${key} ${version}` });
  const state = standingOf(found.acts, found.expiresOn, context.today);
  const fits = act === 'withdrawn' ? state === 'approved' : state === 'proposed';
  if (!fits) return refuse('correspondence.template_settled', { state });
  if (act === 'approved' && found.author === context.actor.ref) {
    return refuse('correspondence.second_person');
  }
  await insertTemplateAct(context, found, act);
  context.did({ what: `template ${act}`, facts: { template: key, version } });
  await context.tell({
    name: 'correspondence.template_decided',
    accountId: null,
    payload: { key, version, act },
  });
  return accept({ state: standingOf([...found.acts, act], found.expiresOn, context.today) });
}
