/**
 * Opens the book for one command and closes it after: the database that DATABASE_URL names,
 * or the embedded one, shared with a running server.
 */
import { userInfo } from 'node:os';
import { composeId } from '#kernel/ids.ts';
import { sealSome } from '#platform/audit/sealer.ts';
import type { CliDesk, DeskCommand, Terminal } from '#platform/cli/command.ts';
import { makeClock } from '#platform/clock.ts';
import { sealOf } from '#platform/auth/sealing.ts';
import { makeFeeds } from '#platform/feeds/make-feeds.ts';
import type { Config } from '#platform/config/config.ts';
import { makeMailer } from '#platform/mail/mailer.ts';
import { lobPrinter } from '#platform/print/lob.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { isMigrated } from '#platform/postgres/migrated.ts';

/** The zone in which "today" is decided until a company says otherwise. */
const zone = 'America/New_York';

/** Runs `work` on the open book; the connections are closed whatever happens. */
export async function withDesk<T>(
  config: Config,
  terminal: Terminal,
  { bringsSchema }: Pick<DeskCommand, 'bringsSchema'>,
  work: (desk: CliDesk) => Promise<T>,
): Promise<T> {
  const began = Date.now();
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded(config.dataDir, { say: (line) => terminal.complain(line) })
      : undefined;
  const ownerUrl = embedded?.url ?? config.databaseUrl ?? '';
  try {
    if (!bringsSchema) await migrate(ownerUrl);
    const db = openDb(ownerUrl);
    try {
      const result = await work({
        ...terminal,
        db,
        clock: makeClock({ today: config.today, zone }),
        feeds: makeFeeds(config.feeds),
        mailboxes: config.mailboxes,
        seal: sealOf(config),
        insideHosts: config.insideHosts,
        ...(config.mail ? { mail: makeMailer(config.mail) } : {}),
        ...(config.printer ? { printer: lobPrinter(config.printer) } : {}),
        actor: { ref: `command:${userInfo().username}`, memberId: null },
        ownerUrl,
        dataFolder: config.dataDir,
      });
      await sealWritten(db, began);
      return result;
    } finally {
      await db.close();
    }
  } finally {
    await embedded?.stop();
  }
}

/** Without a running server nobody else would link what this command wrote. */
async function sealWritten(db: Db, began: number): Promise<void> {
  if (await isMigrated(db)) await sealSome(db, composeId(began, 0, 0, 0));
}
