/**
 * The settings of feeds: a JSON file that DUNLIN_FEEDS names.
 *
 * Secrets stand beside it, in files or in the environment, never in it: the file may be shown,
 * and nothing of a secret reaches the database or a log.
 *
 *   { "feeds": [
 *     { "name": "first-bank", "company": "MAIN", "kind": "sftp", "host": "sftp.bank.example",
 *       "user": "main", "path": "/out", "match": "*.bai",
 *       "hostKey": "SHA256:…", "keyFile": "/run/secrets/first-bank" },
 *     { "name": "scans", "company": "MAIN", "kind": "folder", "path": "/srv/bank" } ] }
 */
import { z } from 'zod';

const common = {
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'small letters, digits and dashes'),
  company: z.string().min(1),
  as: z.enum(['bank', 'remittance', 'card-settlement']).optional(),
  path: z.string().min(1),
  match: z.string().min(1).optional(),
};

const folder = z.object({ kind: z.literal('folder'), ...common });
const sftp = z.object({
  kind: z.literal('sftp'),
  ...common,
  host: z.string().min(1),
  port: z.number().int().min(1).max(65_535).default(22),
  user: z.string().min(1),
  hostKey: z
    .string()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}$/u, 'the server’s key as ssh-keygen -lf prints it: SHA256:…'),
  keyFile: z.string().optional(),
  passwordFile: z.string().optional(),
  passwordEnv: z.string().optional(),
});
const feeds = z.object({ feeds: z.array(z.discriminatedUnion('kind', [folder, sftp])) });

type Stated = z.infer<typeof feeds>['feeds'][number];
export type FolderSettings = Extract<Stated, { kind: 'folder' }>;
export type SftpSettings = Omit<
  Extract<Stated, { kind: 'sftp' }>,
  'keyFile' | 'passwordFile' | 'passwordEnv'
> & { readonly privateKey?: string; readonly password?: string };
export type FeedSettings = FolderSettings | SftpSettings;

/** How secrets are looked up; `read` throws for a file that is not there. */
export type Secrets = {
  readonly read: (file: string) => string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** The feeds of a settings file; throws an Error with one line for each problem. */
export function readFeeds(text: string, secrets: Secrets): FeedSettings[] {
  const parsed = feeds.safeParse(jsonOf(text));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(lines.join('; '));
  }
  const names = parsed.data.feeds.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two feeds are called ${twice}`);
  return parsed.data.feeds.map((feed) =>
    feed.kind === 'sftp' ? withSecrets(feed, secrets) : feed,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('is no JSON');
  }
}

function withSecrets(
  { keyFile, passwordFile, passwordEnv, ...feed }: Extract<Stated, { kind: 'sftp' }>,
  { read, env }: Secrets,
): SftpSettings {
  if (keyFile !== undefined) return { ...feed, privateKey: read(keyFile) };
  if (passwordFile !== undefined) return { ...feed, password: read(passwordFile).trimEnd() };
  const password = passwordEnv === undefined ? undefined : env[passwordEnv];
  if (password !== undefined && password !== '') return { ...feed, password };
  throw new Error(`${feed.name}: name a keyFile, a passwordFile or a passwordEnv that is set`);
}
