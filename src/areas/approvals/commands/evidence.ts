/** `dunlin evidence`: the papers beside a request: listed, added, saved byte for byte. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Id, id, parseId } from '#kernel/ids.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { addEvidence } from '../actions/add-evidence.ts';
import { wireRequests } from '../answers/wire.ts';
import type { WireRequest } from '../contract.ts';
import type { Paper } from '../rules/evidence.ts';
import { evidenceFile } from '../store/evidence.ts';
import { requestsOf } from '../store/requests.ts';
import { words } from '../words.ts';

const options = {
  ...formatOptions,
  reason: { type: 'string', default: 'added on the command line' },
  save: { type: 'string' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [named = '', ...files] = positionals;
  const requestId = parseId(named);
  if (!requestId) {
    throw new WrongUsage({
      en: 'name a request by its id: dunlin approvals lists them',
      es: 'nombre una solicitud por su id: dunlin approvals las lista',
    });
  }
  if (files.length > 0) await add(desk, requestId, { files, reason: values.reason });
  const rows = await papersOf(desk, requestId);
  if (values.save !== undefined) return save(desk, requestId, rows, values.save);
  if (values.json) desk.print(JSON.stringify({ requestId, rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, 'no_papers') : textTable(columns(desk), rows));
  return 0;
}

type Row = WireRequest['files'][number];
type Adding = { readonly files: readonly string[]; readonly reason: string };

async function add(desk: CliDesk, requestId: Id, { files, reason }: Adding): Promise<void> {
  const papers: Paper[] = [];
  for (const file of files) papers.push({ name: basename(file), bytes: await bytesOf(file) });
  const input = { requestId, papers: papers.map(({ bytes }) => fingerprint(bytes)) };
  const doing = { action: 'approvals.add_evidence', actor: desk.actor, reason, input };
  const done = await perform(desk, doing, (context) =>
    addEvidence(context, { requestId, papers, companies: 'all' }),
  );
  if (!done.ok) throw new Unfit(done.refusal, say(words, done.refusal, done.facts, desk.language));
  const facts = { count: done.value.answer.ids.length };
  desk.complain(say(words, 'approvals.papers_added', facts, desk.language));
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

async function papersOf(desk: CliDesk, requestId: Id): Promise<Row[]> {
  const found = await requestsOf(desk.db, { requestId, companies: 'all' });
  const reader = { memberId: null, language: desk.language, today: desk.clock.today() };
  const [request] = await wireRequests(desk.db, found, reader);
  if (request) return request.files;
  throw new Unfit('approvals.no_such_request', text(desk, 'no_such_request'));
}

/** Writes every paper into a folder, each as a new file. */
async function save(
  desk: CliDesk,
  requestId: Id,
  rows: readonly Row[],
  folder: string,
): Promise<Exit> {
  for (const { evidenceId, file } of rows) {
    const found = await evidenceFile(desk.db, { requestId, evidenceId: id(evidenceId) }, 'all');
    if (!found) continue;
    const path = join(folder, basename(file));
    await writeFile(path, found.content, { flag: 'wx' });
    desk.print(path);
  }
  return 0;
}

function columns(desk: CliDesk): Column<Row>[] {
  return [
    { title: text(desk, 'file'), text: (row) => row.file },
    { title: text(desk, 'size'), right: true, text: (row) => String(row.bytes) },
    { title: text(desk, 'brought_by'), text: (row) => row.by },
    { title: text(desk, 'brought_at'), text: (row) => row.at },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, `approvals.${name}`, {}, desk.language);
}

export const evidenceCommand: Command = {
  on: 'desk',
  name: 'evidence',
  usage: '<request> [FILE… [--reason R]] [--save FOLDER] [--json | --csv]',
  summary: words['command.evidence'],
  run,
};
