/** `dunlin forecast cash`: thirteen weeks of cash, as predicted or in a scenario. */
import { parseId } from '#kernel/ids.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, textTable } from '#platform/cli/table.ts';
import { cashCsv } from '../answers/cash-file.ts';
import { type CashAnswer, readCash } from '../answers/cash.ts';
import { words } from '../words.ts';

const options = {
  ...formatOptions,
  weeks: { type: 'string' },
  company: { type: 'string' },
  'late-days': { type: 'string' },
  promises: { type: 'string' },
  without: { type: 'string', multiple: true },
} as const;

export const cashCommand: Command = {
  name: 'forecast cash',
  usage:
    '[--weeks 13] [--company CODE] [--late-days N] [--promises PERCENT] ' +
    '[--without CUSTOMER-ID …] [--json|--csv]',
  summary: {
    en: 'the cash of the coming weeks with its band, from the chances of every open item',
    es: 'los cobros de las próximas semanas con su banda, de las probabilidades de cada partida',
  },
  on: 'desk',
  run,
};

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const answer = await readCash(desk.db, {
    weeks: wholeOption('weeks', values.weeks, { least: 1, most: 13 }) ?? 13,
    companies: await companiesNamed(desk, values.company),
    currency: null,
    lateDays: wholeOption('late-days', values['late-days'], { least: 0, most: 90 }) ?? 0,
    promisesPercent: wholeOption('promises', values.promises, { least: 0, most: 100 }) ?? null,
    withoutCustomers: (values.without ?? []).map((text) => {
      const customerId = parseId(text);
      if (!customerId) {
        throw new WrongUsage({
          en: `--without takes a customer's id, not "${text}"`,
          es: `--without lleva el id de un cliente, no «${text}»`,
        });
      }
      return customerId;
    }),
  });
  if (!answer.ok) {
    throw new Unfit(answer.refusal, say(words, answer.refusal, {}, desk.language));
  }
  if (values.json) desk.print(JSON.stringify(answer.value));
  else if (values.csv) desk.print(cashCsv(answer.value, desk.language));
  else desk.print(tableOf(answer.value, desk));
  return 0;
}

/** A whole number between two others, or undefined when it is not given. */
export function wholeOption(
  name: string,
  text: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,4}$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongUsage({
    en: `--${name} takes a whole number from ${least} to ${most}; not "${text}"`,
    es: `--${name} lleva un número entero de ${least} a ${most}; no «${text}»`,
  });
}

type Row = {
  readonly week: string;
  readonly currency: string;
  readonly expected: string;
  readonly p10: string;
  readonly p50: string;
  readonly p90: string;
};

function tableOf({ currencies }: CashAnswer, desk: CliDesk): string {
  const title = (key: keyof typeof words): string => words[key][desk.language];
  const rows = currencies.flatMap((each): Row[] => {
    const { currency, weeks, ...rest } = each;
    const told = weeks.map(({ weekStart, expected, p10, p50, p90 }) => ({
      week: weekStart,
      currency,
      expected,
      p10,
      p50,
      p90,
    }));
    const last = (['later', 'doubtful', 'disputed', 'left', 'open'] as const).map((key) => ({
      week: title(`forecast.${key}`),
      currency,
      expected: rest[key],
      p10: '',
      p50: '',
      p90: '',
    }));
    return [...told, ...last];
  });
  const columns: Column<Row>[] = [
    { title: title('forecast.week'), text: ({ week }) => week },
    { title: title('forecast.currency'), text: ({ currency }) => currency },
    ...(['expected', 'p10', 'p50', 'p90'] as const).map((key) => ({
      title: title(`forecast.${key}`),
      right: true,
      text: (row: Row) => row[key],
    })),
  ];
  return textTable(columns, rows);
}
