/** `dunlin verify-book` and `dunlin projects`. */
import { companiesNamed } from '#areas/team/index.ts';
import { accepted, perform } from '#platform/action.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { choiceOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { findEverywhere } from './actions/find-doubtful.ts';
import { wireFinding, wireProject } from './answers/wire.ts';
import { type WireFinding, type WireProject, findingKinds } from './contract.ts';
import { cleanUps } from './store/clean-ups.ts';
import { listFindings } from './store/list.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  kind: { type: 'string' },
} as const;

async function runVerify(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const kind = choiceOption('kind', values.kind, findingKinds);
  const companies = await companiesNamed(desk, values.company);
  const doing = {
    action: 'projects.find_doubtful',
    actor: desk.actor,
    reason: 'asked for on the command line',
    input: null,
  };
  accepted(await perform(desk, doing, findEverywhere));
  const kinds = kind === undefined ? undefined : [kind];
  const filter = { kinds, states: ['open', 'in_work'], companies } as const;
  const rows = await listFindings(desk.db, filter, { limit: null });
  const shown = rows.map(wireFinding);
  if (values.json) desk.print(JSON.stringify({ asOf: desk.clock.today(), rows: shown }));
  else if (values.csv) desk.print(csvTable(columns(desk), shown));
  else desk.print(shown.length === 0 ? text(desk, 'verify.none') : textTable(columns(desk), shown));
  return 0;
}

function columns(desk: CliDesk): Column<WireFinding>[] {
  const title = (name: string): string => text(desk, `verify.${name}`);
  return [
    { title: title('kind'), text: (row) => text(desk, `finding.${row.kind}`) },
    { title: title('account'), text: (row) => row.account },
    { title: title('name'), text: (row) => row.name },
    { title: title('document'), text: (row) => String(row.facts['document'] ?? '') },
    { title: title('amount'), right: true, text: (row) => row.amount },
    { title: title('currency'), text: (row) => row.currency },
    { title: title('owner'), text: (row) => row.owner ?? '' },
    { title: title('since'), text: (row) => row.firstSeenOn },
  ];
}

const listOptions = { ...formatOptions, company: { type: 'string' } } as const;

async function runProjects(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, listOptions);
  const all = await cleanUps(desk.db, await companiesNamed(desk, values.company));
  const rows = await Promise.all(all.map((each) => wireProject(desk.db, each)));
  if (values.json) desk.print(JSON.stringify({ rows }));
  else if (values.csv) desk.print(csvTable(projectColumns(desk), rows));
  else {
    const none = text(desk, 'projects.none');
    desk.print(rows.length === 0 ? none : textTable(projectColumns(desk), rows));
  }
  return 0;
}

function projectColumns(desk: CliDesk): Column<WireProject>[] {
  const title = (name: string): string => text(desk, `projects.${name}`);
  const standing = (each: { count: number; amount: string }): string =>
    `${each.count} (${each.amount})`;
  return [
    { title: title('title'), text: (row) => row.title },
    { title: title('before'), right: true, text: (row) => standing(row.before) },
    { title: title('now'), right: true, text: (row) => standing(row.now) },
    { title: title('target'), right: true, text: (row) => String(row.targetCount) },
    { title: title('due'), text: (row) => row.dueOn },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const projectCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'verify-book',
    usage: '[--kind KIND] [--company CODE] [--json | --csv]',
    summary: words['command.verify-book'],
    run: runVerify,
  },
  {
    on: 'desk',
    name: 'projects',
    usage: '[--company CODE] [--json | --csv]',
    summary: words['command.projects'],
    run: runProjects,
  },
];
