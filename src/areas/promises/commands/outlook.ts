/** `dunlin promises --outlook`: what the open promises may bring, week by week. */
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { CliDesk, Exit } from '#platform/cli/command.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { readOutlook } from '../answers/outlook.ts';
import type { WireOutlookWeek } from '../contract/outlook.ts';
import { words } from '../words.ts';

type How = { readonly json: boolean; readonly csv: boolean };
type Line = WireOutlookWeek & { readonly currency: string };

export async function runOutlook(desk: CliDesk, how: How, companies: CompanyScope): Promise<Exit> {
  const filter = { companies, ownerId: undefined };
  const answer = await readOutlook(desk.db, filter, desk.clock.today());
  const rows = answer.currencies.flatMap(({ currency, weeks }) =>
    weeks.map((week) => ({ ...week, currency })),
  );
  if (how.json) desk.print(JSON.stringify(answer));
  else if (how.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, 'none') : textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<Line>[] {
  const title = (name: string): string => text(desk, name);
  return [
    { title: title('week'), text: (row) => row.weekStart },
    { title: title('currency'), text: (row) => row.currency },
    { title: title('promises'), right: true, text: (row) => String(row.count) },
    { title: title('amount'), right: true, text: (row) => row.promised },
    { title: title('received'), right: true, text: (row) => row.received },
    { title: title('missing'), right: true, text: (row) => row.outstanding },
    { title: title('expected'), right: true, text: (row) => row.expected ?? '' },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, `promises.${name}`, {}, desk.language);
}
