/** `dunlin strategies list|show|approve|reject|publish …`: the life of a version, by command. */
import {
  type ToldVersion,
  attestVersion,
  decideVersion,
  publishVersion,
  retireDocument,
  toldVersions,
  withdrawVersion,
} from '#areas/policies/index.ts';
import { memberByEmail } from '#areas/team/index.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import {
  dayOption,
  formatOptions,
  oneArgument,
  readArguments,
  readOptions,
} from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { words } from '../words.ts';
import { act, actOptions } from './act.ts';
import { complain, jsonOption, text, versionOption } from './saying.ts';

const kind = 'strategy';

async function runList(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, formatOptions);
  const rows = await toldVersions(desk.db, { kind }, desk.clock.today());
  if (values.json) desk.print(JSON.stringify({ rows: rows.map(wireRow) }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else if (rows.length === 0) desk.print(text(desk, 'none'));
  else desk.print(textTable(columns(desk), rows));
  return 0;
}

function wireRow({
  key,
  version,
  state,
  inForce,
  from,
  by,
  at,
  reason,
  nameEn,
  nameEs,
}: ToldVersion) {
  const name = { en: nameEn, es: nameEs };
  return { key, version, name, state, inForce, from, by, at, reason };
}

function columns(desk: CliDesk): Column<ToldVersion>[] {
  const title = (name: string): string => text(desk, name);
  return [
    { title: title('key'), text: (row) => row.key },
    { title: title('version'), right: true, text: (row) => String(row.version) },
    { title: title('state'), text: (row) => title(`state_${row.state}`) },
    { title: title('from'), text: (row) => row.from ?? '' },
    { title: title('name'), text: (row) => (desk.language === 'es' ? row.nameEs : row.nameEn) },
    { title: title('by'), text: (row) => row.by },
  ];
}

const showOptions = { ...jsonOption, version: { type: 'string' } } as const;

/** The version in force as written; without one, the newest. */
async function runShow(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, showOptions);
  const key = oneArgument(positionals, { en: 'name one strategy', es: 'nombre una estrategia' });
  const wanted = versionOption('version', values.version);
  const versions = await toldVersions(desk.db, { kind, key }, desk.clock.today());
  const found =
    wanted === undefined
      ? (versions.find(({ inForce }) => inForce) ?? versions[0])
      : versions.find(({ version }) => version === wanted);
  if (found === undefined) {
    const refusal =
      versions.length === 0 ? 'strategies.no_such_strategy' : 'strategies.no_such_version';
    const facts = { key, version: wanted ?? 0 };
    return complain(desk, values, { ok: false, refusal, facts });
  }
  if (values.json) desk.print(JSON.stringify({ ...wireRow(found), written: found.written }));
  else desk.print(found.written.trimEnd());
  return 0;
}

function named(positionals: readonly string[]): { key: string; version: number } {
  const [key, said, ...rest] = positionals;
  const version = versionOption('version', said);
  if (key === undefined || version === undefined || rest.length > 0) {
    throw new WrongUsage({
      en: 'name the strategy and its version',
      es: 'nombre la estrategia y su versión',
    });
  }
  return { key, version };
}

async function runApprove(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const options = { ...actOptions, unseen: { type: 'boolean', default: false } } as const;
  const { values, positionals } = readArguments(args, options);
  const { key, version } = named(positionals);
  const wish = { kind, key, version, act: 'approved', unseen: values.unseen } as const;
  const said = (): string => text(desk, 'approved', { key, version });
  return act(desk, { ...values }, { action: 'policies.decide_version', said }, (context) =>
    decideVersion(context, wish),
  );
}

async function runPublish(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const options = { ...actOptions, from: { type: 'string' } } as const;
  const { values, positionals } = readArguments(args, options);
  const { key, version } = named(positionals);
  const from = dayOption('from', values.from) ?? desk.clock.today();
  const said = (): string => text(desk, 'published', { key, version, from });
  return act(desk, { ...values }, { action: 'policies.publish_version', said }, (context) =>
    publishVersion(context, { kind, key, version, from }),
  );
}

async function runReject(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, actOptions);
  const { key, version } = named(positionals);
  const wish = { kind, key, version, act: 'rejected', unseen: true } as const;
  const said = (): string => text(desk, 'rejected', { key, version });
  return act(desk, { ...values }, { action: 'policies.decide_version', said }, (context) =>
    decideVersion(context, wish),
  );
}

async function runWithdraw(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, actOptions);
  const { key, version } = named(positionals);
  const said = (): string => text(desk, 'withdrawn_version', { key, version });
  return act(desk, { ...values }, { action: 'policies.withdraw_version', said }, (context) =>
    withdrawVersion(context, { kind, key, version }),
  );
}

async function runRetire(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const options = { ...actOptions, from: { type: 'string' } } as const;
  const { values, positionals } = readArguments(args, options);
  const key = oneArgument(positionals, { en: 'name one strategy', es: 'nombre una estrategia' });
  const on = dayOption('from', values.from) ?? desk.clock.today();
  const said = (): string => text(desk, 'retired', { key, on });
  return act(desk, { ...values }, { action: 'policies.retire_document', said }, (context) =>
    retireDocument(context, { kind, key, on }),
  );
}

/** A person reads; the command line says which of them did. */
async function runAttest(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const options = { ...actOptions, by: { type: 'string' } } as const;
  const { values, positionals } = readArguments(args, options);
  const { key, version } = named(positionals);
  if (values.by === undefined) {
    throw new WrongUsage({
      en: '--by names who has read it, by e-mail',
      es: '--by nombra a quien la ha leído, por su correo',
    });
  }
  const member = await memberByEmail(desk.db, values.by);
  if (!member) {
    const facts = { email: values.by };
    return complain(desk, values, { ok: false, refusal: 'strategies.no_such_reader', facts });
  }
  const { memberId, name } = member;
  const said = (): string => text(desk, 'attested', { key, version, name });
  const reader = { ...desk, actor: { ref: `member:${memberId}`, memberId } };
  return act(reader, { ...values }, { action: 'policies.attest_version', said }, (context) =>
    attestVersion(context, { kind, key, version }),
  );
}

export const lifeCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'strategies list',
    usage: '[--json | --csv]',
    summary: words['command.strategies_list'],
    run: runList,
  },
  {
    on: 'desk',
    name: 'strategies show',
    usage: '<key> [--version VERSION] [--json]',
    summary: words['command.strategies_show'],
    run: runShow,
  },
  {
    on: 'desk',
    name: 'strategies approve',
    usage: '<key> <version> --reason TEXT [--unseen] [--dry-run] [--json]',
    summary: words['command.strategies_approve'],
    run: runApprove,
  },
  {
    on: 'desk',
    name: 'strategies publish',
    usage: '<key> <version> --reason TEXT [--from DAY] [--dry-run] [--json]',
    summary: words['command.strategies_publish'],
    run: runPublish,
  },
  {
    on: 'desk',
    name: 'strategies reject',
    usage: '<key> <version> --reason TEXT [--dry-run] [--json]',
    summary: words['command.strategies_reject'],
    run: runReject,
  },
  {
    on: 'desk',
    name: 'strategies withdraw',
    usage: '<key> <version> --reason TEXT [--dry-run] [--json]',
    summary: words['command.strategies_withdraw'],
    run: runWithdraw,
  },
  {
    on: 'desk',
    name: 'strategies retire',
    usage: '<key> --reason TEXT [--from DAY] [--dry-run] [--json]',
    summary: words['command.strategies_retire'],
    run: runRetire,
  },
  {
    on: 'desk',
    name: 'strategies attest',
    usage: '<key> <version> --by EMAIL --reason TEXT [--dry-run] [--json]',
    summary: words['command.strategies_attest'],
    run: runAttest,
  },
];
