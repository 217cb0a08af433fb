/**
 * A place from which files come by themselves: a watched folder, a bank's SFTP server.
 *
 * A feed only lists and fetches; it never moves or deletes what others put there, so that a
 * second look finds what the first one found. What was fetched already, its user remembers.
 */
export type RemoteFile = {
  /** Its name within the feed. */
  readonly name: string;
  readonly bytes: number;
  /** ISO 8601 in UTC, to the second. */
  readonly modifiedAt: string;
};

/** A feed that is being looked at; closed when it goes out of scope. */
export type OpenFeed = AsyncDisposable & {
  list(): Promise<readonly RemoteFile[]>;
  /** The bytes; undefined when the file is still being written or has gone meanwhile. */
  fetch(file: RemoteFile): Promise<Uint8Array | undefined>;
};

export type Feed = {
  readonly name: string;
  /** The code of the company that its files come to. */
  readonly company: string;
  /** What its files are; undefined when they say so themselves. */
  readonly as: 'bank' | 'remittance' | 'card-settlement' | undefined;
  /** Throws with a sentence that names what could not be reached, never a secret. */
  open(): Promise<OpenFeed>;
};

/** Names that somebody still writes to, and what systems hide. */
export function isFinished(name: string): boolean {
  return !/^\.|\.(?:part|partial|filepart|tmp|temp|crdownload|swp)$|~$/iu.test(name);
}

/** `*` stands for any part of a name; whatever case. */
export function matches(pattern: string | undefined, name: string): boolean {
  if (pattern === undefined) return true;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'iu').test(name);
}

/** A moment as feeds write it; a file's time is no finer than a second on most servers. */
export function momentOf(millis: number): string {
  return new Date(Math.floor(millis / 1000) * 1000).toISOString();
}
