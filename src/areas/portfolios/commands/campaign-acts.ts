/**
 * `dunlin campaigns start` and `dunlin campaigns end ID`.
 *
 * With `--dry-run` a start is done and rolled back, so that it counts what would be asked.
 */
import { parseId } from '#kernel/ids.ts';
import { parseMoney } from '#kernel/money.ts';
import { refuse } from '#kernel/outcome.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { dayOption, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { endCampaign } from '../actions/end-campaign.ts';
import { startCampaign } from '../actions/start-campaign.ts';
import { words } from '../words.ts';
import { askedFilter, filterOptions, filterUsage, listOf } from './asked-filter.ts';
import { memberIdOf, oneCompany } from './company.ts';
import { complain } from './complain.ts';

const startOptions = {
  ...filterOptions,
  name: { type: 'string' },
  ends: { type: 'string' },
  text: { type: 'string', default: '' },
  goal: { type: 'string' },
  to: { type: 'string' },
  live: { type: 'boolean', default: false },
  company: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

const endOptions = {
  reason: { type: 'string', default: 'asked for on the command line' },
  json: { type: 'boolean', default: false },
} as const;

export const campaignUsage =
  `| start --name TEXT --ends DAY [--text TEXT] [--goal N] [--to EMAIL,…] [--live] ` +
  `${filterUsage} [--company CODE] [--dry-run] [--json] | end ID [--reason TEXT] [--json]`;

export async function runStart(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, startOptions);
  const { name, text, goal, live, json, 'dry-run': dryRun } = values;
  const endsOn = dayOption('ends', values.ends);
  if (name === undefined || endsOn === undefined)
    throw new WrongUsage({ en: 'give --name and --ends', es: 'dé --name y --ends' });
  const { companyId, baseCurrency: currency } = await oneCompany(desk, values.company);
  const filter = await askedFilter(desk, values, currency);
  if (!filter.ok) return complain(desk, json, filter);
  const amount = goal === undefined ? null : parseMoney(goal, currency);
  if (amount === undefined) {
    const facts = { amount: goal ?? '', currency };
    return complain(desk, json, refuse('portfolios.amount_unreadable', facts));
  }
  const memberIds = [];
  for (const email of listOf(values.to) ?? []) memberIds.push(await memberIdOf(desk, email));
  const terms = { name, text, goal: amount?.minor ?? null, endsOn };
  const reason = `campaign: ${name}`;
  const action = 'portfolios.start_campaign';
  const doing = { action, actor: desk.actor, reason, input: { ...values }, dryRun };
  const wish = { companyId, terms, filter: filter.value, live, memberIds };
  const done = await perform(desk, doing, (context) => startCampaign(context, wish));
  if (!done.ok) return complain(desk, json, done);
  const { answer } = done.value;
  if (json) desk.print(JSON.stringify({ ...answer, dryRun }));
  else {
    const said = dryRun ? 'campaigns.would_start' : 'campaigns.started';
    desk.print(say(words, said, { ...answer }, desk.language));
  }
  return 0;
}

export async function runEnd(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const [wanted = '', ...rest] = args;
  const campaignId = parseId(wanted);
  if (campaignId === undefined) {
    throw new WrongUsage({
      en: 'end takes the id of a campaign',
      es: 'end lleva el id de una campaña',
    });
  }
  const { reason, json } = readOptions(rest, endOptions);
  const action = 'portfolios.end_campaign';
  const doing = { action, actor: desk.actor, reason, input: { campaignId } };
  const done = await perform(desk, doing, (context) => endCampaign(context, campaignId));
  if (!done.ok) return complain(desk, json, done);
  const { endedOn } = done.value.answer;
  if (json) desk.print(JSON.stringify({ endedOn }));
  else desk.print(say(words, 'campaigns.ended', { endedOn }, desk.language));
  return 0;
}
