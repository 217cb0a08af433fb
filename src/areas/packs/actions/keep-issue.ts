/**
 * Keeps an issue as it was made, with its readers, and queues their mails: all or nothing.
 *
 * Of a schedule and a period there is one issue; whoever comes second keeps nothing, so that two
 * servers, or one that was killed and came back, never send a period twice.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertDelivery } from '../store/deliveries.ts';
import { type Edition, type IssueReader, insertEdition, insertReaders } from '../store/editions.ts';
import { type Issue, insertIssue } from '../store/issues.ts';

export type KeepIssue = {
  readonly issue: Issue;
  readonly editions: readonly Edition[];
  readonly readers: readonly IssueReader[];
};

export async function keepIssue(
  context: Context,
  { issue, editions, readers }: KeepIssue,
): Promise<Outcome<{ issueId: Issue['issueId'] }, 'packs.issued_already'>> {
  const { issueId, period, kind } = issue;
  if (!(await insertIssue(context, issue))) {
    return refuse('packs.issued_already', { period: period.replace('asked/', '') });
  }
  for (const edition of editions) await insertEdition(context, issueId, edition);
  await insertReaders(context, issueId, readers);
  for (const { readerNo, editionNo } of readers) {
    if (editionNo !== null) await insertDelivery(context, { issueId, readerNo });
  }
  const facts = { kind, period, readers: readers.length };
  context.did({ what: 'pack issue', id: issueId, facts });
  return accept({ issueId });
}
