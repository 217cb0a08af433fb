/**
 * Brings a server up and takes it down again, in the one order that loses nothing.
 *
 *   folder claimed ▶ database ▶ migrated ▶ seeded ▶ workers ▶ listening
 *   listening ends ▶ requests drain ▶ workers end ▶ last seals ▶ database ▶ folder released
 *
 * Whatever was started is taken down also when a later step fails.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { emailSender, findLost, sendNext } from '#areas/correspondence/index.ts';
import { watchMailboxes } from '#areas/correspondence/index.ts';
import { findLostPacks, sendNextPack } from '#areas/packs/index.ts';
import { allMembers, companies } from '#areas/team/index.ts';
import { deliverNext } from '#areas/webhooks/index.ts';
import { sealSome, startSealer } from '#platform/audit/sealer.ts';
import { type Clock, makeClock } from '#platform/clock.ts';
import { sealOf } from '#platform/auth/sealing.ts';
import { makeFeeds } from '#platform/feeds/make-feeds.ts';
import { makeTelephony } from '#platform/telephony/make-telephony.ts';
import { type Mailer, makeMailer } from '#platform/mail/mailer.ts';
import { lobPrinter } from '#platform/print/lob.ts';
import type { Config } from '#platform/config/config.ts';
import { startDispatcher } from '#platform/events/dispatcher.ts';
import { startJobs } from '#platform/jobs/runner.ts';
import { prepareJobs } from '#platform/jobs/schema.ts';
import { startWorker } from '#platform/process/worker.ts';
import type { Logger } from '#platform/log.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { keepListening, type Listening } from '#platform/postgres/listening.ts';
import { migrate, UnfitDatabase } from '#platform/postgres/migrate.ts';
import { oneAtATime } from '#platform/postgres/one-at-a-time.ts';
import { openReplica, type Replica, startHeartbeat } from '#platform/postgres/replica.ts';
import { worksRestricted } from '#platform/postgres/restricted.ts';
import { claimDataFolder } from '#platform/process/single.ts';
import { buildApp } from './app.ts';
import { makeHouse } from './house.ts';
import { routes } from './routes.ts';
import { jobs, listeners } from './wiring.ts';

export type StartParts = {
  readonly config: Config;
  /** Another clock than the machine's. */
  readonly clock?: Clock;
  readonly log: Logger;
  /** Hears why a start takes long. */
  readonly say: (line: string) => void;
  /** The database was lost for good; the program should end. */
  readonly onLost: (reason: Error) => void;
  /** Brings the first people, and what there is to see, to a desk where nobody can sign in. */
  readonly firstStart: (desk: ServerDesk) => Promise<void>;
};

export type ServerDesk = {
  readonly db: Db;
  readonly clock: Clock;
  readonly mail?: Mailer;
};

export type Running = {
  readonly address: string;
  readonly desk: ServerDesk;
  stop(): Promise<void>;
};

/** The zone of "today" where no company says otherwise. */
const defaultZone = 'America/New_York';
const mostConnections = 16;

/** Starts the server. Throws with a message for people when it cannot. */
export async function startServer(parts: StartParts): Promise<Running> {
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const { config, log } = parts;
    const url = await openDatabase(parts, undo);
    await mayListen(config);
    const db = openDb(url, { poolSize: mostConnections });
    undo.push(() => db.close());
    if (!(await worksRestricted(db))) throw new UnfitDatabase(notRestricted);

    const clock = parts.clock ?? makeClock({ today: config.today, zone: await zoneOf(db) });
    const desk = {
      db,
      clock,
      log,
      feeds: makeFeeds(config.feeds),
      telephony: makeTelephony(config.telephony),
      mailboxes: config.mailboxes,
      seal: sealOf(config),
      insideHosts: config.insideHosts,
      ...(config.mail ? { mail: makeMailer(config.mail) } : {}),
      ...(config.printer ? { printer: lobPrinter(config.printer) } : {}),
    };
    await oneAtATime(db, 'first start', async () => {
      if ((await allMembers(db)).length === 0) await parts.firstStart(desk);
    });
    const listening = keepListening(url, 'dunlin_event');
    undo.push(() => listening.stop());
    await startWorkers({ desk, url, log, listening }, undo);
    const house = makeHouse(desk, openReplicaOf(parts, db, undo));
    const { proxies } = config;
    const version = await ownVersion();
    const app = await buildApp({ house, routes, listening, log, version, proxies });
    undo.push(() => app.close());
    const address = await app.listen({ port: config.port, host: config.host });
    return { address, desk, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Throws EADDRINUSE before a first start takes its time for a port that it will not get. */
async function mayListen({ port, host }: Config): Promise<void> {
  const trial = createServer();
  trial.listen(port, host);
  await once(trial, 'listening');
  trial.close();
  await once(trial, 'close');
}

/** The owner's address of a database with this program's schema. */
async function openDatabase(
  { config, say, onLost }: StartParts,
  undo: (() => Promise<void> | void)[],
): Promise<string> {
  let url = config.databaseUrl;
  if (url === undefined) {
    const { release } = claimDataFolder(config.dataDir, addressOf(config));
    undo.push(release);
    const embedded = await startEmbedded(config.dataDir, { alone: true, say, onLost });
    undo.push(() => embedded.stop());
    ({ url } = embedded);
  }
  await migrate(url);
  await prepareJobs(url);
  return url;
}

/** The replica that answers reports, with the heartbeat that shows how far it has come. */
function openReplicaOf(
  { config, log }: StartParts,
  db: Db,
  undo: (() => Promise<void> | void)[],
): Replica | undefined {
  if (config.replicaUrl === undefined) return undefined;
  const replica = openReplica(config.replicaUrl, (error) =>
    log.warn({ err: error }, 'the read replica does not answer; the first database does'),
  );
  const heartbeat = startHeartbeat(db);
  undo.push(async () => {
    await heartbeat.stop();
    await replica.close();
  });
  return replica;
}

type WorkerParts = {
  readonly desk: ServerDesk;
  readonly url: string;
  readonly log: Logger;
  readonly listening: Listening;
};

async function startWorkers(
  { desk, url, log, listening }: WorkerParts,
  undo: (() => Promise<void> | void)[],
): Promise<void> {
  const onError = (error: unknown, facts: object = {}): void => {
    log.error({ err: error, ...facts }, 'a worker failed');
  };
  const sealer = startSealer(desk.db, onError);
  undo.push(async () => {
    await sealer.stop();
    await sealSome(desk.db).catch(onError);
  });
  const dispatcher = startDispatcher(desk, listeners, listening, onError);
  undo.push(() => dispatcher.stop());
  const zones = () => zonesOf(desk.db);
  const runner = await startJobs({ url, desk, jobs, zones, onError });
  undo.push(() => runner.stop());
  const watching = watchMailboxes(desk, onError);
  undo.push(() => watching.stop());
  startSending(desk, onError, undo);
  startTelling(desk, onError, undo);
}

/** E-mails under way at once in this process, each with a connection of its own. */
const mailLanes = 3;
const mailEveryMs = 1000;
const lostEveryMs = 60_000;

/** Sends what waits, where a mail server is set up; other processes may do the same. */
function startSending(
  desk: ServerDesk,
  onError: (error: unknown) => void,
  undo: (() => Promise<void> | void)[],
): void {
  const { mail } = desk;
  if (mail === undefined) return;
  const sender = emailSender(desk, mail);
  const work = () => sendNext(desk, sender);
  const lanes = Array.from({ length: mailLanes }, () =>
    startWorker({ work, everyMs: mailEveryMs, onError }),
  );
  const packs = startWorker({
    everyMs: mailEveryMs,
    onError,
    work: () => sendNextPack(desk, mail),
  });
  const lost = startWorker({
    everyMs: lostEveryMs,
    onError,
    work: async () => (await findLost(desk, 'email')) + (await findLostPacks(desk)) > 0,
  });
  undo.push(async () => {
    await Promise.all([...lanes, packs, lost].map((worker) => worker.stop()));
  });
}

/** Webhooks under way at once in this process: one slow receiver holds up few others. */
const tellingLanes = 4;
const tellingEveryMs = 1000;

/** Tells other programs of news; other processes may do the same. */
function startTelling(
  desk: ServerDesk,
  onError: (error: unknown) => void,
  undo: (() => Promise<void> | void)[],
): void {
  const work = () => deliverNext(desk);
  const lanes = Array.from({ length: tellingLanes }, () =>
    startWorker({ work, everyMs: tellingEveryMs, onError }),
  );
  undo.push(async () => {
    await Promise.all(lanes.map((lane) => lane.stop()));
  });
}

/** The zone of "today" for whoever names no company: that of the first real one. */
async function zoneOf(db: Db): Promise<string> {
  const all = await companies(db, 'all');
  const first = all.find((company) => !company.demo) ?? all[0];
  return first?.zone ?? defaultZone;
}

async function zonesOf(db: Db): Promise<string[]> {
  return [...new Set((await companies(db, 'all')).map((company) => company.zone))];
}

export function addressOf({ host, port }: Pick<Config, 'host' | 'port'>): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

async function ownVersion(): Promise<string> {
  const file = path.join(import.meta.dirname, '../../package.json');
  const manifest: unknown = JSON.parse(await readFile(file, 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known ? String(manifest.version) : '';
}

const notRestricted =
  'the program must work as the role dunlin_app, which may not change what is booked, but the ' +
  'database does not let it; connect to PostgreSQL itself, not through a pooler that drops options';
