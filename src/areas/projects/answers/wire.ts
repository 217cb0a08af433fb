/** Findings and clean-ups as the API and the command line write them. */
import { formatMoney, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireFinding, WireProject } from '../contract.ts';
import { type CleanUp, burnDown, standing } from '../store/clean-ups.ts';
import type { ListedFinding } from '../store/list.ts';

export function wireFinding({ amount, base: _, facts, ...rest }: ListedFinding): WireFinding {
  return { ...rest, amount: formatMoney(amount), currency: amount.currency, facts: { ...facts } };
}

/** A clean-up with where it stands: at its end, or now. */
export async function wireProject(db: Queries, project: CleanUp): Promise<WireProject> {
  const { target, currency, companyId: _, ownerId: __, startedAt: ___, ...rest } = project;
  const written = (amount: bigint): string => formatMoney(money(amount, currency));
  const now = project.end ?? (await standing(db, project.companyId, project.kinds));
  const days = await burnDown(db, project.projectId);
  return {
    ...rest,
    kinds: [...project.kinds],
    currency,
    targetCount: target.count,
    targetAmount: target.amount === null ? null : written(target.amount),
    dueOn: target.dueOn,
    before: { count: project.before.count, amount: written(project.before.amount) },
    now: { count: now.count, amount: written(now.amount) },
    days: days.map(({ on, count, amount }) => ({ on, count, amount: written(amount) })),
    end: project.end && { ...project.end, amount: written(project.end.amount) },
  };
}
