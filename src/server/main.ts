/**
 * `npm start`: reads the settings, starts the server, says where it is, and stops it when it
 * is told to. The exit code is 0 after a stop that was asked for, 1 when it could not start.
 */
import { ConfigError, type Config, readConfig } from '#platform/config/config.ts';
import { makeLog, say } from '#platform/log.ts';
import { UnfitDatabase } from '#platform/postgres/migrate.ts';
import { whenAskedToStop } from '#platform/process/parent.ts';
import { DataFolderInUse } from '#platform/process/single.ts';
import { addressOf, type Running, startServer } from './start.ts';

/** A stop that takes longer is cut short; every transaction is whole all the same. */
const patienceMs = 25_000;
const leastNode = 26;

await main().catch(giveUp);

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < leastNode) {
    throw new ConfigError([`Node ${process.versions.node} is too old; run npm start, or Node 26`]);
  }
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel);
  let stopping = false;
  const end = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    const running = await starting.catch(() => undefined);
    await running?.stop();
    process.exit(code);
  };
  const starting = startServer({
    config,
    log,
    say,
    seed: async () => undefined,
    onLost: (reason) => {
      complain(reason.message);
      void end(1).catch(giveUp);
    },
  });
  whenAskedToStop(() => void end(0).catch(giveUp));
  greet(config, await starting);
}

function greet(config: Config, { address }: Running): void {
  const port = Number(new URL(address).port);
  const open = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  say(`Dunlin is ready: ${addressOf({ host: open, port })}`);
}

/** Says what stands in the way, without a stack where the message says it all. */
function giveUp(error: unknown): void {
  complain(messageOf(error));
  process.exit(1);
}

function messageOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DataFolderInUse) return error.message;
  if (error instanceof UnfitDatabase) return `Dunlin cannot use this database: ${error.message}.`;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `${error.message}. Another program uses this port; choose one: PORT=4001 npm start`;
  }
  if (code === '42501') {
    return `${error.message}. DATABASE_URL must name the owner, who may create roles.`;
  }
  if (typeof code === 'string') return `Dunlin cannot start: ${error.message}`;
  return `Dunlin cannot start: ${error.stack ?? error.message}`;
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
