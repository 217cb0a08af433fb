/**
 * Takes in what was fetched from a feed, exactly once: that it was fetched is noted in the same
 * transaction as its lines, and before them, so that of two who fetch it at once one takes it.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { IntakeRefusal } from '../rules/refusal.ts';
import { type FetchedFile, insertFetched, updateFeed } from '../store/feeds.ts';
import { insertFile, insertFileAct, insertFindings, updateFileState } from '../store/files.ts';
import { type FileRead, type FilesFrom, takeInFiles } from './take-in-files.ts';
import type { Intake } from './take-in-file.ts';

export type TakeInFetched = {
  readonly feed: string;
  readonly remote: FetchedFile;
  /** An archive holds several. */
  readonly files: readonly FileRead[];
  readonly from: FilesFrom;
};

/** What each file brought; nothing when somebody else has fetched it meanwhile. */
export async function takeInFetched(
  context: Context,
  { feed, remote, files, from }: TakeInFetched,
): Promise<Outcome<Intake[], IntakeRefusal>> {
  if (!(await insertFetched(context, feed, remote, null))) return accept([]);
  const taken = await takeInFiles(context, files, from);
  if (taken.ok) await updateFeed(context, feed, { fetched: 1, problem: null });
  return taken;
}

export type KeepUnreadable = {
  readonly feed: string;
  readonly remote: FetchedFile;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly from: FilesFrom;
  /** Why it could not be taken in: a refusal by its name, and its facts. */
  readonly problem: {
    readonly code: string;
    readonly facts: Readonly<Record<string, string | number>>;
  };
};

/**
 * Keeps a fetched file that cannot be taken in, for somebody to see: nobody was there to be told
 * no, and the bank will not send it again by itself.
 */
export async function keepUnreadable(
  context: Context,
  { feed, remote, bytes, sha256, from, problem }: KeepUnreadable,
): Promise<Outcome<void, never>> {
  const { code, facts } = problem;
  if (!(await insertFetched(context, feed, remote, code))) return accept(undefined);
  const fileId = context.newId();
  const kept = await insertFile(context, {
    fileId,
    companyId: from.companyId,
    sha256,
    bytes,
    fileName: remote.name,
    container: null,
    receivedAs: from.as ?? 'bank',
    format: 'unknown',
    source: feed,
  });
  if (kept) {
    const record = typeof facts['record'] === 'number' ? facts['record'] : 0;
    await insertFindings(context, fileId, [], [{ record, code, facts }]);
    await updateFileState(context, fileId, 'unreadable');
    await insertFileAct(context, fileId, 'unreadable', { code, ...facts });
    context.did({ what: 'file unreadable', id: fileId, facts: { fileName: remote.name } });
  }
  await updateFeed(context, feed, { fetched: 1, problem: null });
  return accept(undefined);
}

export type NoteFeed = { readonly feed: string; readonly problem: string | null };

/** Notes that a feed could not be reached, or can be again. */
export async function noteFeed(
  context: Context,
  { feed, problem }: NoteFeed,
): Promise<Outcome<void, never>> {
  await updateFeed(context, feed, { fetched: 0, problem });
  context.did({ what: problem === null ? 'feed works' : 'feed fails', facts: { feed } });
  return accept(undefined);
}
