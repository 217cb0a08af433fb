/** The feeds of the settings, ready to be looked at. */
import type { Feed } from './feed.ts';
import { folderFeed } from './folder.ts';
import type { FeedSettings } from './settings.ts';
import { sftpFeed } from './sftp.ts';

export function makeFeeds(settings: readonly FeedSettings[]): Feed[] {
  return settings.map((each) => (each.kind === 'sftp' ? sftpFeed(each) : folderFeed(each)));
}
