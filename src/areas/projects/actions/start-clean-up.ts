/** Starts a clean-up: what stands now is frozen as the proof of before. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { type CleanUpRefusal, acceptStart } from '../rules/clean-up.ts';
import { type NewCleanUp, insertCleanUp, recordDays, standing } from '../store/clean-ups.ts';
import { lockFindings } from '../store/findings.ts';

export type StartCleanUp = Omit<NewCleanUp, 'projectId' | 'companyId'> & {
  readonly companyId: Id | null;
};

export async function startCleanUp(
  context: Context,
  wish: StartCleanUp,
  companies: CompanyScope,
): Promise<Outcome<{ projectId: Id; count: number }, CleanUpRefusal | 'project.company_unknown'>> {
  const { companyId, target } = wish;
  if (companyId === null || (companies !== 'all' && !companies.includes(companyId))) {
    return refuse('project.company_unknown');
  }
  await lockFindings(context.tx);
  const now = await standing(context.tx, { ...wish, companyId });
  const started = acceptStart(target, now, context.today);
  if (!started.ok) return started;
  const projectId = context.newId();
  await insertCleanUp(context, { ...wish, companyId, projectId });
  await recordDays(context);
  context.did({ what: 'clean-up', id: projectId, facts: { title: wish.title, count: now.count } });
  return accept({ projectId, count: now.count });
}
