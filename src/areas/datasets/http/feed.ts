/** One request of the feed, as the door hands it over, read for whoever asks. */
import type { Outcome } from '#kernel/outcome.ts';
import type { Session } from '#platform/auth/session.ts';
import type { Desk } from '#platform/action.ts';
import { readerOf } from '../answers/ask.ts';
import { type FeedAnswer, type FeedAsked, readFeed } from '../answers/feed.ts';

export function answerFeed(
  desk: Pick<Desk, 'db' | 'clock'>,
  session: Session,
  asked: FeedAsked,
): Promise<Outcome<FeedAnswer>> {
  return readFeed(desk.db, asked, readerOf(session, desk.clock.today()));
}
