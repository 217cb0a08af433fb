/**
 * Waits at every box for the server to say that mail came, and looks at that box then.
 *
 * Boxes that were registered or closed meanwhile are noticed within minutes. Several processes
 * may wait at one box: each mail is taken in once whoever looks first.
 */
import type { Id } from '#kernel/ids.ts';
import type { Desk } from '#platform/action.ts';
import { watchBox, type Watch } from '#platform/imap/watch.ts';
import { startWorker } from '#platform/process/worker.ts';
import { type BoxSource, boxSources } from './box-sources.ts';
import { fetchMails } from './fetch-mails.ts';

const boxesEveryMs = 2 * 60_000;
const by = {
  actor: { ref: 'job:correspondence.watch_mailboxes', memberId: null },
  reason: 'the mail server said so',
};

type OnError = (error: unknown, facts?: object) => void;

export function watchMailboxes(desk: Desk, onError: OnError): Watch {
  const watches = new Map<Id, Watch>();
  const told = new Set<Id>();
  const looking = startWorker({
    everyMs: boxesEveryMs,
    onError,
    work: async () => {
      const sources = await boxSources(desk, by);
      await noLonger(watches, sources);
      for (const source of sources) {
        const { mailboxId } = source.box;
        if (watches.has(mailboxId)) continue;
        const watch = await watchOne(source, () => {
          told.add(mailboxId);
          fetching.wake();
        });
        if (watch !== undefined) watches.set(mailboxId, watch);
      }
      return false;
    },
  });
  const fetching = startWorker({
    everyMs: boxesEveryMs,
    onError,
    work: async () => {
      const [only] = told;
      if (only === undefined) return false;
      told.delete(only);
      await fetchMails(desk, by, { only });
      return told.size > 0;
    },
  });
  return {
    async stop() {
      await looking.stop();
      await Promise.all([...watches.values()].map((watch) => watch.stop()));
      await fetching.stop();
    },
  };
}

/** Undefined where the box has no secret that opens; the fetch by the clock says so beside it. */
async function watchOne(source: BoxSource, onNews: () => void): Promise<Watch | undefined> {
  try {
    const server = await source.server();
    // What fails here fails at the fetch too, which writes it down with its remedy.
    return watchBox({ server, onNews, onError: () => undefined, renewed: source.renewed });
  } catch {
    return undefined;
  }
}

async function noLonger(watches: Map<Id, Watch>, sources: readonly BoxSource[]): Promise<void> {
  const standing = new Set(sources.map(({ box }) => box.mailboxId));
  for (const [mailboxId, watch] of watches) {
    if (standing.has(mailboxId)) continue;
    watches.delete(mailboxId);
    await watch.stop();
  }
}
