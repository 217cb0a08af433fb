/** Asks somebody to look at a report that did not go as it should: a task of today. */
import type { Id } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import { memberById } from '#areas/team/index.ts';
import { makeTask } from '#areas/tasks/index.ts';

export type Question = {
  readonly companyId: Id;
  readonly ownerId: Id | null;
  /** In both languages at once: whoever takes it reads either. */
  readonly title: string;
  readonly text: string;
  readonly lines?: readonly string[];
};

/** Where the owner is gone or sees other companies, it is whoever's takes it. */
export async function askOwner(context: Context, question: Question): Promise<void> {
  const { companyId, ownerId, title, text, lines = [] } = question;
  const wish = {
    title: title.slice(0, 200),
    text: text.slice(0, 4000),
    dueOn: context.today,
    dueMinutes: null,
    timeBoxMinutes: null,
    needs: [],
    lines: lines.slice(0, 50).map((line) => line.slice(0, 200)),
    every: null,
    companyId,
    accountId: null,
    assigneeId: await whoStillSees(context, ownerId, companyId),
    priority: 'normal' as const,
  };
  accepted(await makeTask(context, wish, { companies: 'all', leads: false }));
}

async function whoStillSees(
  { tx }: Context,
  ownerId: Id | null,
  companyId: Id,
): Promise<Id | null> {
  const owner = ownerId === null ? undefined : await memberById(tx, ownerId);
  if (!owner?.active) return null;
  const { companyIds, memberId } = owner;
  return companyIds === 'all' || companyIds.includes(companyId) ? memberId : null;
}
