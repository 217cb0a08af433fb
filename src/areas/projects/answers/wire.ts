/** Findings and clean-ups as the API and the command line write them. */
import { type Money, formatMoney, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireFinding, WireProject } from '../contract.ts';
import { type CleanUp, burnDown, standing } from '../store/clean-ups.ts';
import type { ListedFinding } from '../store/list.ts';

/** Amounts as they are written. */
export function wireAmounts(amounts: readonly Money[]): { amount: string; currency: string }[] {
  return amounts.map((each) => ({ amount: formatMoney(each), currency: each.currency }));
}

export function wireFinding(finding: ListedFinding): WireFinding {
  const { accountId, account, name, company, kind, subject, amount, state } = finding;
  const { note, until, owner, firstSeenOn, facts } = finding;
  return {
    accountId,
    account,
    name,
    company,
    kind,
    subject,
    state,
    note,
    until,
    owner,
    firstSeenOn,
    amount: formatMoney(amount),
    currency: amount.currency,
    facts: { ...facts },
  };
}

/** A clean-up with where it stands: at its end, or now. */
export async function wireProject(db: Queries, project: CleanUp): Promise<WireProject> {
  const { projectId, company, title, owner, startedOn, target, currency } = project;
  const written = (amount: bigint): string => formatMoney(money(amount, currency));
  const now = project.end ?? (await standing(db, project));
  const days = await burnDown(db, project.projectId);
  return {
    projectId,
    company,
    title,
    owner,
    startedOn,
    kinds: [...project.kinds],
    currency,
    accountOwner: project.accountOwner,
    segment: project.segment,
    leastAmount: project.least === 0n ? null : written(project.least),
    targetCount: target.count,
    targetAmount: target.amount === null ? null : written(target.amount),
    dueOn: target.dueOn,
    before: { count: project.before.count, amount: written(project.before.amount) },
    now: { count: now.count, amount: written(now.amount) },
    days: days.map(({ on, count, amount }) => ({ on, count, amount: written(amount) })),
    end: project.end && { ...project.end, amount: written(project.end.amount) },
  };
}
