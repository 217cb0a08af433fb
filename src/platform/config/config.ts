/**
 * What the program is told from outside, read once at the start and checked all at once.
 *
 * Everything comes from the environment and everything has a default, so that `npm start`
 * needs nothing. The rule: only this file reads a setting, and a wrong one stops the start
 * with every problem in one list.
 */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { type FeedSettings, readFeeds } from '../feeds/settings.ts';
import { type TelephonySettings, readTelephony } from '../telephony/settings.ts';
import { type MailboxSettings, readMailboxes } from '../imap/settings.ts';
import type { MailSettings } from '../mail/mailer.ts';
import { readMail } from '../mail/settings.ts';
import { type PrinterSettings, readPrinter } from '../print/settings.ts';
import { parseDay, type Day } from '#kernel/day.ts';

export type Config = {
  /** Of the owner of a PostgreSQL 15 or newer; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Of a read replica of that database, which answers reports; undefined means there is none. */
  readonly replicaUrl: string | undefined;
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database and of files, absolute. */
  readonly dataDir: string;
  /** The business day, for demonstrations and tests; undefined means the real one. */
  readonly today: Day | undefined;
  readonly seed: Seed;
  /** The mail server and the sender; without both nothing is sent. */
  readonly mail: MailSettings | undefined;
  /** Who prints and mails letters; without it we do ourselves. */
  readonly printer: PrinterSettings | undefined;
  /** How the desk dials, and over whom it texts. */
  readonly telephony: TelephonySettings;
  readonly logLevel: LogLevel;
  /** Addresses of the proxies whose word about the caller and HTTPS is believed. */
  readonly proxies: readonly string[];
  /** Folders and servers from which files of banks are fetched, with their secrets. */
  readonly feeds: readonly FeedSettings[];
  /** Boxes on mail servers that are fetched, with their secrets. */
  readonly mailboxes: readonly MailboxSettings[];
  /** Seals secrets that the database keeps; undefined means a key beside the data. */
  readonly secretKey: string | undefined;
  /** Hosts of this house that webhooks may reach, and without TLS. */
  readonly insideHosts: readonly string[];
};

const seeds = ['demo', 'none'] as const;
export type Seed = (typeof seeds)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The settings cannot be used; the message has a line for each problem. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The settings cannot be used:', ...problems.map((line) => `  ${line}`)].join('\n'));
    this.problems = problems;
  }
}

const checkout = path.join(import.meta.dirname, '../../..');

/** Reads the settings; an empty variable counts as not set. Throws ConfigError. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];

  function setting<T>(name: string, fallback: T, read: (text: string) => T | Problem): T {
    const text = env[name]?.trim();
    if (!text) return fallback;
    const value = read(text);
    if (!(value instanceof Problem)) return value;
    problems.push(`${name}: ${value.text}`);
    return fallback;
  }

  const mail = readMail(env);
  problems.push(...mail.problems);
  const printer = readPrinter(env);
  problems.push(...printer.problems);
  const telephony = readTelephony(env);
  problems.push(...telephony.problems);
  const config: Config = {
    telephony: telephony.settings,
    mail: mail.settings,
    printer: printer.settings,
    databaseUrl: setting<string | undefined>('DATABASE_URL', undefined, readDatabaseUrl),
    replicaUrl: setting<string | undefined>('DATABASE_REPLICA_URL', undefined, readDatabaseUrl),
    port: setting('PORT', 4000, readPort),
    host: setting('HOST', '127.0.0.1', readHost),
    dataDir: setting('DUNLIN_DATA', path.join(checkout, '.data'), (text) => path.resolve(text)),
    today: setting<Day | undefined>('DUNLIN_TODAY', undefined, readToday),
    seed: setting<Seed>('DUNLIN_SEED', 'demo', (text) => oneOf(seeds, text)),
    logLevel: setting<LogLevel>('LOG_LEVEL', 'warn', (text) => oneOf(logLevels, text)),
    proxies: setting<readonly string[]>('DUNLIN_PROXIES', [], readProxies),
    feeds: setting<readonly FeedSettings[]>('DUNLIN_FEEDS', [], (file) => readFeedsFile(file, env)),
    mailboxes: setting<readonly MailboxSettings[]>('DUNLIN_MAILBOXES', [], readBoxes),
    secretKey: setting<string | undefined>('DUNLIN_SECRET_KEY', undefined, readSecretKey),
    insideHosts: setting<readonly string[]>('DUNLIN_WEBHOOK_HOSTS', [], readHosts),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** Says what is wrong with a value and what to write instead. */
class Problem {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The text is not repeated in a problem, because it holds a password. */
function readDatabaseUrl(text: string): string | Problem {
  const example = 'write postgres://owner:password@host:5432/database';
  const url = URL.parse(text);
  if (!url) return new Problem(`is not an address; ${example}`);
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
    return new Problem(`is an address of ${url.protocol.slice(0, -1)}, not postgres; ${example}`);
  }
  return url.pathname.length > 1 ? text : new Problem(`names no database; ${example}`);
}

function readPort(text: string): number | Problem {
  const port = Number(text);
  return /^\d+$/u.test(text) && port <= 65_535
    ? port
    : new Problem(`"${text}" is not a port; write a number from 1 to 65535, or 0 for any free one`);
}

function readHost(text: string): string | Problem {
  return /^[\w.:-]+$/u.test(text)
    ? text
    : new Problem(`"${text}" is not a host; write 127.0.0.1 for this machine, 0.0.0.0 for all`);
}

/** Addresses or networks, `10.0.0.5, 10.1.0.0/16`; who else sends their headers is not heard. */
function readProxies(text: string): readonly string[] | Problem {
  const proxies = text.split(',').map((part) => part.trim());
  const wrong = proxies.find((part) => {
    const [address = '', bits = '0'] = part.split('/');
    return isIP(address) === 0 || !/^\d{1,3}$/u.test(bits);
  });
  if (wrong === undefined) return proxies;
  return new Problem(`"${wrong}" is not an address; write 10.0.0.5 or 10.1.0.0/16, with commas`);
}

/** The file that names the feeds; what is wrong in it is said without any secret. */
function readFeedsFile(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly FeedSettings[] | Problem {
  try {
    const read = (place: string): string => readFileSync(place, 'utf8');
    return readFeeds(read(file), { read, env });
  } catch (error) {
    return new Problem(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The text is not repeated, because it holds passwords. */
function readBoxes(text: string): readonly MailboxSettings[] | Problem {
  try {
    return readMailboxes(text);
  } catch (error) {
    return new Problem(error instanceof Error ? error.message : String(error));
  }
}

function readSecretKey(text: string): string | Problem {
  return text.length >= 32 ? text : new Problem('is too short; write 32 characters or more');
}

/** Hosts, `erp.local, 10.0.0.5`; what a webhook may reach inside the house. */
function readHosts(text: string): readonly string[] | Problem {
  const hosts = text.split(',').map((part) => part.trim().toLowerCase());
  const wrong = hosts.find((host) => !/^[\w.:-]+$/u.test(host));
  if (wrong === undefined) return hosts;
  return new Problem(`"${wrong}" is not a host; write erp.local or 10.0.0.5, with commas`);
}

function readToday(text: string): Day | Problem {
  return parseDay(text) ?? new Problem(`"${text}" is not a day; write YYYY-MM-DD, 2026-11-21`);
}

function oneOf<const T extends string>(choices: readonly T[], text: string): T | Problem {
  return (
    choices.find((choice) => choice === text) ??
    new Problem(`"${text}" is not known; write one of ${choices.join(', ')}`)
  );
}
