/** `dunlin variances`: misapplied cash and residuals by cause, with what proves each. */
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { WrongUsage } from '#platform/cli/command.ts';
import { readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { oneCompany } from '#areas/team/index.ts';
import { readVariances } from '../answers/variances/variances.ts';
import type { WireVariance } from '../contract/variances.ts';
import { causes } from '../rules/variances/variance.ts';
import { words } from '../words.ts';

const options = {
  company: { type: 'string' },
  cause: { type: 'string' },
  json: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const cause = causes.find((each) => each === values.cause);
  if (values.cause !== undefined && !cause) {
    throw new WrongUsage({
      en: `--cause takes one of ${causes.join(', ')}`,
      es: `--cause lleva una de ${causes.join(', ')}`,
    });
  }
  const { companyId, code } = await oneCompany(desk, values.company);
  const { language } = desk;
  const asked = { companyId, cause, language, today: desk.clock.today() };
  const found = await readVariances(desk.db, asked);
  if (values.json) desk.print(JSON.stringify({ company: code, ...found }));
  else if (values.csv) desk.print(csvTable(columns(desk), found.rows));
  else if (found.rows.length > 0) desk.print(textTable(columns(desk), found.rows));
  else desk.print(say(words, 'variance.none', {}, language));
  return 0;
}

function columns(desk: CliDesk): Column<WireVariance>[] {
  const title = (name: keyof typeof words): string => say(words, name, {}, desk.language);
  return [
    { title: title('variance.cause'), text: (row) => row.cause },
    { title: title('cash.received'), text: (row) => row.on },
    { title: title('variance.account'), text: (row) => row.account?.number ?? '' },
    { title: title('cash.payer'), text: (row) => row.payer },
    { title: title('cash.amount'), right: true, text: (row) => row.amount },
    { title: title('cash.currency'), text: (row) => row.currency },
    { title: title('variance.fix'), text: (row) => row.fix?.kind ?? '' },
    { title: title('variance.why'), text: (row) => row.why },
  ];
}

export const variancesCommand: Command = {
  name: 'variances',
  usage: '[--company C] [--cause CAUSE] [--json | --csv]',
  summary: {
    en: 'finds misapplied cash and lists what did not come out, by cause, with the fix',
    es: 'busca cobros mal aplicados y lista lo que no cuadró, por causa, con su arreglo',
  },
  on: 'desk',
  run,
};
