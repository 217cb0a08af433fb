/** `dunlin strategies overlap`: accounts that several strategies would take, or none. */
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { dayOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { overlapOn } from '../answers/overlap.ts';
import type { OverlapRow } from '../rules/overlap.ts';
import { words } from '../words.ts';
import { text } from './saying.ts';

const options = { ...formatOptions, 'as-of': { type: 'string' } } as const;

async function runOverlap(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const asOf = dayOption('as-of', values['as-of']) ?? desk.clock.today();
  const { rows, ...counts } = await overlapOn(desk.db, asOf, 'all');
  if (values.json) desk.print(JSON.stringify({ asOf, ...counts, rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else {
    if (rows.length > 0) desk.print(textTable(columns(desk), rows));
    const { accounts, inSeveral, inNone } = counts;
    desk.print(text(desk, 'overlap_of', { accounts, several: inSeveral, none: inNone }));
  }
  return 0;
}

function columns(desk: CliDesk): Column<OverlapRow>[] {
  const title = (name: string): string => text(desk, `overlap_${name}`);
  return [
    { title: title('takes'), text: ({ takes }) => takes ?? title('nobody') },
    { title: title('also'), text: ({ also }) => also.join(', ') },
    { title: title('accounts'), right: true, text: ({ accounts }) => String(accounts) },
    { title: title('example'), text: ({ example }) => example },
  ];
}

export const overlapCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'strategies overlap',
    usage: '[--as-of DAY] [--json | --csv]',
    summary: words['command.strategies_overlap'],
    run: runOverlap,
  },
];
