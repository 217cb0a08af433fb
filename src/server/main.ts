/**
 * `npm start`: reads the settings, starts the server, says where it is, and stops it when it
 * is told to. The exit code is 0 after a stop that was asked for, 1 when it could not start.
 */
import { ConfigError, type Config, readConfig } from '#platform/config/config.ts';
import { makeLog, say } from '#platform/log.ts';
import { UnfitDatabase } from '#platform/postgres/migrate.ts';
import { whenAskedToStop } from '#platform/process/parent.ts';
import { DataFolderInUse } from '#platform/process/single.ts';
import type { SignIn } from '#db/seed/demo.ts';
import { hireAdministrator, inventCompany, publicSignIns } from './first-people.ts';
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
  let signIns: readonly SignIn[] = [];
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
    firstStart: async (desk) => {
      if (config.seed !== 'none') say('First start: inventing a company to look around in …');
      signIns =
        config.seed === 'none'
          ? await hireAdministrator(desk)
          : await inventCompany(desk, config.host);
    },
    onLost: (reason) => {
      complain(reason.message);
      void end(1).catch(giveUp);
    },
  });
  whenAskedToStop(() => void end(0).catch(giveUp));
  const running = await starting;
  greet(config, running);
  if (signIns.length === 0) signIns = await publicSignIns(running.desk, config.host);
  for (const line of signInLines(signIns)) say(line);
}

function greet(config: Config, { address }: Running): void {
  const port = Number(new URL(address).port);
  const open = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  say(`Dunlin is ready: ${addressOf({ host: open, port })}`);
}

function signInLines(signIns: readonly SignIn[]): string[] {
  const [first] = signIns;
  if (!first) return [];
  const width = Math.max(...signIns.map(({ email }) => email.length));
  return [
    `Sign in with the password  ${first.password}  as`,
    ...signIns.map(({ name, email, role, language }) => {
      const works = language === 'es' ? `${spoken(role)}, in Spanish` : spoken(role);
      return `  ${email.padEnd(width)}  ${name}, ${works}`;
    }),
  ];
}

/** The roles whose short name says too little to a stranger. */
function spoken(role: string): string {
  const names: Record<string, string> = {
    senior: 'senior collector',
    poster: 'cash poster',
    manager: 'AR manager',
    cfo: 'CFO',
  };
  return names[role] ?? role;
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
