/**
 * The ledger's verbs: periods, and `dunlin rate`, which enters the exchange rate of a day that
 * foreign items need before they can be booked.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { type Decimal, formatDecimal, parseDecimal } from '#kernel/decimal.ts';
import { type Currency, parseCurrency } from '#kernel/money.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { readArguments, tooMany } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { periodCommands } from './commands/periods.ts';
import { type RecordRate, recordRate } from './actions/record-rate.ts';
import { words } from './words.ts';

const options = {
  source: { type: 'string', default: 'command line' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [from, to, on, rate, ...rest] = positionals;
  if (rest[0] !== undefined) throw tooMany(rest[0]);
  const given: RecordRate = {
    from: currencyNamed(from),
    to: currencyNamed(to),
    effectiveOn: dayNamed(on),
    rate: rateNamed(rate),
    source: values.source,
  };
  const shown = { ...given, rate: formatDecimal(given.rate, given.rate.scale) };
  const doing = {
    action: 'ledger.record_rate',
    actor: desk.actor,
    reason: 'entered on the command line',
    input: shown,
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) => recordRate(context, given));
  if (!done.ok) throw new Unfit(done.refusal, say(words, done.refusal, done.facts, desk.language));
  if (values.json) desk.print(JSON.stringify({ ...shown, dryRun: values['dry-run'] }));
  else desk.print(`${shown.effectiveOn}  1 ${shown.from} = ${shown.rate} ${shown.to}`);
  return 0;
}

function currencyNamed(text = ''): Currency {
  const code = parseCurrency(text);
  if (!code) {
    throw new WrongUsage({
      en: `name two currencies such as EUR USD, not "${text}"`,
      es: `nombre dos monedas como EUR USD, no «${text}»`,
    });
  }
  return code;
}

function dayNamed(text = ''): Day {
  const day = parseDay(text);
  if (!day) {
    throw new WrongUsage({
      en: `a day is such as 2026-09-30, not "${text}"`,
      es: `un día es como 2026-09-30, no «${text}»`,
    });
  }
  return day;
}

function rateNamed(text = ''): Decimal {
  const rate = parseDecimal(text);
  if (!rate || text.length > 21) {
    throw new WrongUsage({
      en: `a rate is such as 1.0850, not "${text}"`,
      es: `un tipo de cambio es como 1.0850, no «${text}»`,
    });
  }
  return rate;
}

export const ledgerCommands: readonly Command[] = [
  ...periodCommands,
  {
    on: 'desk',
    name: 'rate',
    usage: '<from> <to> <day> <rate> [--source NAME] [--dry-run] [--json]',
    summary: {
      en: 'Enters the exchange rate of a day: so many units of <to> for one of <from>',
      es: 'Registra el tipo de cambio de un día: unidades de <to> por una de <from>',
    },
    run,
  },
];
