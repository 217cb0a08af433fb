/** Ends a clean-up with a signature: who ends it stands beside what was left and whether it met. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { isMet } from '../rules/clean-up.ts';
import { cleanUps, insertEnd, recordDays, standing } from '../store/clean-ups.ts';
import { lockFindings } from '../store/findings.ts';

export async function endCleanUp(
  context: Context,
  { projectId, note }: { readonly projectId: Id; readonly note: string },
  companies: CompanyScope,
): Promise<
  Outcome<{ met: boolean; left: number }, 'project.no_such_project' | 'project.ended_already'>
> {
  const [project] = await cleanUps(context.tx, companies, projectId);
  if (!project) return refuse('project.no_such_project');
  if (project.end) return refuse('project.ended_already');
  await lockFindings(context.tx);
  await recordDays(context);
  const left = await standing(context.tx, project);
  const met = isMet(project.target, left);
  if (!(await insertEnd(context, projectId, { ...left, met, note }))) {
    return refuse('project.ended_already');
  }
  context.did({ what: 'clean-up ended', id: projectId, facts: { left: left.count } });
  return accept({ met, left: left.count });
}
