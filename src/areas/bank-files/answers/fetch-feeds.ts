/**
 * Looks at every feed and takes in what is new: by the clock, or when somebody asks.
 *
 *   list ──not fetched yet──▶ fetch ──whole──▶ read ──▶ taken in, and noted as fetched
 *                               └── still being written: the next look
 *
 * A feed that fails does not keep the others from being looked at; why it failed stands beside
 * it until it works again.
 */
import { accepted, perform, type Actor, type Desk } from '#platform/action.ts';
import type { Feed, OpenFeed, RemoteFile } from '#platform/feeds/feed.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { companyByCode } from '#areas/team/index.ts';
import { keepUnreadable, noteFeed, takeInFetched } from '../actions/take-in-fetched.ts';
import type { FilesFrom } from '../actions/take-in-files.ts';
import { feedsNow, notFetched } from '../store/feeds.ts';
import { readDropped } from './read-dropped.ts';

export type FeedRun = {
  readonly feed: string;
  /** Files that were new. */
  readonly fetched: number;
  readonly added: number;
  /** Files that are kept but could not be read. */
  readonly unreadable: number;
  readonly problem: string | null;
};

type By = { readonly actor: Actor; readonly reason: string };

/** One run over the feeds of the desk. */
export async function fetchFeeds(desk: Desk, by: By): Promise<FeedRun[]> {
  const runs: FeedRun[] = [];
  for (const feed of desk.feeds ?? []) runs.push(await fetchFeed(desk, feed, by));
  return runs;
}

async function fetchFeed(desk: Desk, feed: Feed, by: By): Promise<FeedRun> {
  const seen = { fetched: 0, added: 0, unreadable: 0 };
  let problem: string | null = null;
  try {
    const company = await companyByCode(desk.db, feed.company);
    if (!company) throw new Error(`there is no company ${feed.company}`);
    const { companyId } = company;
    const from = {
      companyId,
      // A company's feed brings lines of that company's accounts only.
      companies: [companyId],
      source: feed.name,
      ...(feed.as ? { as: feed.as } : {}),
    };
    await using open = await feed.open();
    for (const file of await notFetched(desk.db, feed.name, await open.list())) {
      const came = await takeOne({ desk, feed, open, from, by }, file);
      seen.fetched += came.fetched;
      seen.added += came.added;
      seen.unreadable += came.unreadable;
    }
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  await note(desk, feed, problem, by);
  return { feed: feed.name, ...seen, problem };
}

type Fetching = {
  readonly desk: Desk;
  readonly feed: Feed;
  readonly open: OpenFeed;
  readonly from: FilesFrom;
  readonly by: By;
};

type Came = Pick<FeedRun, 'fetched' | 'added' | 'unreadable'>;

async function takeOne(
  { desk, feed, open, from, by }: Fetching,
  remote: RemoteFile,
): Promise<Came> {
  const bytes = await open.fetch(remote);
  if (bytes === undefined) return { fetched: 0, added: 0, unreadable: 0 };
  const { companyId } = from;
  const read = await readDropped([{ name: remote.name, bytes }], {
    db: desk.db,
    companyId,
    said: {},
  });
  const doing = {
    action: 'bank_files.fetch_file',
    ...by,
    input: { feed: feed.name, name: remote.name, bytes: remote.bytes },
  };
  const wish = { feed: feed.name, remote, from };
  const taken = read.ok
    ? await perform(desk, doing, (context) =>
        takeInFetched(context, { ...wish, files: read.value }),
      )
    : read;
  if (taken.ok) {
    const intakes = taken.value.answer;
    const added = intakes.reduce((sum, each) => sum + each.added, 0);
    return { fetched: intakes.length > 0 ? 1 : 0, added, unreadable: 0 };
  }
  const problem = { code: taken.refusal, facts: taken.facts };
  const sha256 = fingerprint(bytes);
  accepted(
    await perform(desk, doing, (context) =>
      keepUnreadable(context, { ...wish, bytes, sha256, problem }),
    ),
  );
  return { fetched: 1, added: 0, unreadable: 1 };
}

/** Only what has changed is written: a feed is looked at many times a day. */
async function note(desk: Desk, { name }: Feed, problem: string | null, by: By): Promise<void> {
  const before = (await feedsNow(desk.db)).find(({ feed }) => feed === name);
  if (before && before.problem === problem) return;
  const doing = { action: 'bank_files.note_feed', ...by, input: { feed: name } };
  accepted(await perform(desk, doing, (context) => noteFeed(context, { feed: name, problem })));
}
