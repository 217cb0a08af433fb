/** `dunlin portfolio`, `dunlin assign` and `dunlin campaigns`, which also starts and ends them. */
import { companiesNamed } from '#areas/team/index.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { accepted } from '#platform/action.ts';
import { readPortfolio } from './actions/read-portfolio.ts';
import { wireCampaign } from './answers/campaigns.ts';
import { portfolioAnswer } from './answers/portfolio.ts';
import { assignCommand } from './commands/assign.ts';
import { campaignUsage, runEnd, runStart } from './commands/campaign-acts.ts';
import { oneCompany } from './commands/company.ts';
import type { WireCampaign, WirePortfolio } from './contract.ts';
import { campaignProgress } from './store/campaigns.ts';
import { words } from './words.ts';

const options = { ...formatOptions, company: { type: 'string' } } as const;

async function runPortfolio(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const { companyId } = await oneCompany(desk, values.company);
  const moment = { today: desk.clock.today(), at: desk.clock.now() };
  const portfolio = accepted(await readPortfolio(desk.db, companyId, moment));
  const answer = await portfolioAnswer(desk.db, portfolio, moment.today);
  const shown = columns(desk, answer.currency);
  if (values.json) desk.print(JSON.stringify(answer));
  else if (values.csv) desk.print(csvTable(shown, answer.people));
  else desk.print(textTable(shown, answer.people));
  return 0;
}

function columns(desk: CliDesk, code: string): Column<WirePortfolio['people'][number]>[] {
  const nobody = text(desk, 'portfolio.nobody');
  const figure = (name: string) => ({ title: text(desk, `portfolio.${name}`), right: true });
  return [
    { title: text(desk, 'portfolio.person'), text: (row) => row.name ?? nobody },
    { ...figure('accounts'), text: (row) => String(row.accounts) },
    { ...figure('due'), text: (row) => String(row.due) },
    { ...figure('promises'), text: (row) => String(row.promisesDue) },
    { ...figure('overdue'), text: (row) => `${row.overdue} ${code}` },
    { ...figure('balance'), text: (row) => `${row.balance} ${code}` },
    { ...figure('minutes'), text: (row) => String(row.minutes) },
    { ...figure('capacity'), text: (row) => String(row.capacity ?? '') },
  ];
}

async function runCampaigns(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const [verb, ...rest] = args;
  if (verb === 'start') return runStart(rest, desk);
  if (verb === 'end') return runEnd(rest, desk);
  return listCampaigns(args, desk);
}

async function listCampaigns(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const companies = await companiesNamed(desk, values.company);
  const today = desk.clock.today();
  const rows = (await campaignProgress(desk.db, { companies })).map((each) =>
    wireCampaign(each, today),
  );
  if (values.json) desk.print(JSON.stringify({ asOf: today, rows }));
  else if (values.csv) desk.print(csvTable(campaignColumns(desk), rows));
  else if (rows.length === 0) desk.print(text(desk, 'campaigns.none'));
  else desk.print(textTable(campaignColumns(desk), rows));
  return 0;
}

function campaignColumns(desk: CliDesk): Column<WireCampaign>[] {
  const figure = (name: string) => ({ title: text(desk, `campaigns.${name}`), right: true });
  return [
    { title: text(desk, 'campaigns.name'), text: (row) => row.name },
    {
      title: text(desk, 'campaigns.days'),
      text: (row) => `${row.startedOn} – ${row.endedOn ?? row.endsOn}`,
    },
    { ...figure('accounts'), text: (row) => String(row.accounts) },
    { ...figure('done'), text: (row) => String(row.done) },
    { ...figure('promised'), text: (row) => String(row.promised) },
    { ...figure('collected'), text: (row) => `${row.collected} ${row.currency}` },
    { ...figure('goal'), text: (row) => row.goal ?? '' },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const portfolioCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'portfolio',
    usage: '[--company CODE] [--json | --csv]',
    summary: words['command.portfolio'],
    run: runPortfolio,
  },
  assignCommand,
  {
    on: 'desk',
    name: 'campaigns',
    usage: `[--company CODE] [--json | --csv] ${campaignUsage}`,
    summary: words['command.campaigns'],
    run: runCampaigns,
  },
];
