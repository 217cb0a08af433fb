/** `dunlin sources`: where the data comes from, and how old it is. */
import { companiesNamed } from '#areas/team/index.ts';
import type { CliDesk, Exit } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { type Sources, dataSources } from '../answers/sources.ts';
import { words } from '../words.ts';

const options = { ...formatOptions, company: { type: 'string' } } as const;

export async function runSources(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const companies = await companiesNamed(desk, values.company);
  const found = await dataSources(desk.db, companies, desk.clock.today());
  if (values.json) desk.print(JSON.stringify(found));
  else if (values.csv) desk.print(csvTable(columns(desk), found.rows));
  else if (found.rows.length === 0) desk.print(text(desk, 'none'));
  else desk.print(textTable(columns(desk), found.rows));
  return 0;
}

function columns(desk: CliDesk): Column<Sources['rows'][number]>[] {
  return [
    { title: text(desk, 'company'), text: (row) => row.company },
    { title: text(desk, 'source'), text: (row) => row.source },
    { title: text(desk, 'as_of'), text: (row) => row.asOf },
    { title: text(desk, 'taken_at'), text: (row) => `${row.takenAt.slice(0, 16)}Z` },
    { title: text(desk, 'fresh'), text: (row) => text(desk, row.stale ? 'stale' : 'good') },
    { title: text(desk, 'to_confirm'), right: true, text: (row) => String(row.toConfirm) },
    { title: text(desk, 'ahead'), right: true, text: (row) => String(row.ahead) },
    { title: text(desk, 'kept'), right: true, text: (row) => String(row.kept) },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, `sources.${name}`, {}, desk.language);
}
