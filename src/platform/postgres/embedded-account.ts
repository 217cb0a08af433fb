/**
 * Under which account PostgreSQL runs: it refuses to run as root.
 *
 * For root there are two ways. A user namespace makes root look like somebody else and
 * keeps its files, so it works even in a folder that only root can enter. Where the
 * machine allows no namespaces (most containers) it runs under the account that owns the
 * data, or under nobody. A folder once begun one way goes on that way: its owner tells.
 */
import { spawnSync, type SpawnOptions } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

export type Account = {
  /** Words before the command. */
  readonly prefix: readonly string[];
  /** For spawn: the user and group to become. */
  readonly identity: Pick<SpawnOptions, 'uid' | 'gid'>;
};

const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
const endWithParent = ['setpriv', '--pdeathsig', 'INT'];
const nobody = 65_534;

/**
 * The account for the cluster in `cluster` (which need not exist yet) inside `dataDir`.
 * Throws an Error that names DATABASE_URL when root can become nobody fit.
 */
export function chooseAccount(postgres: string, dataDir: string, cluster: string): Account {
  const death =
    process.platform === 'linux' && works([...endWithParent, 'true']) ? endWithParent : [];
  if (process.getuid?.() !== 0) return { prefix: death, identity: {} };

  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  const fits = ({ prefix, identity }: Account): boolean =>
    works([...prefix, 'sh', '-c', 'cd "$0" && "$1" --version', dataDir, postgres], identity);

  const disguised: Account = { prefix: [...namespace, ...death], identity: {} };
  if ((owner?.uid ?? 0) === 0 && fits(disguised)) return disguised;

  const { uid, gid } = owner ?? ownerOrNobody(dataDir);
  const other: Account = { prefix: death, identity: { uid, gid } };
  if (uid !== 0 && fits(other)) return other;

  throw new Error(
    `PostgreSQL does not run as root, and no other account can use ${dataDir} here: ` +
      'user namespaces are off and the folder is closed to others.\n' +
      'Start Dunlin as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

/** The program and its arguments as they must be spawned to run under the account. */
export function under(
  { prefix }: Account,
  program: string,
  args: readonly string[],
): [program: string, args: string[]] {
  const [first, ...rest] = prefix;
  return first === undefined ? [program, [...args]] : [first, [...rest, program, ...args]];
}

/** Root in somebody's checkout leaves files which that person can use afterwards. */
function ownerOrNobody(folder: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(folder);
  return uid === 0 ? { uid: nobody, gid: nobody } : { uid, gid };
}

function works(command: readonly string[], identity: Account['identity'] = {}): boolean {
  const [program = '', ...args] = command;
  return spawnSync(program, args, { stdio: 'ignore', ...identity }).status === 0;
}
