/** What the command line may ask of the aging, for `dunlin aging` and `dunlin report aging`. */
import { parseBuckets } from '#areas/ledger/rules/aging.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { type CliDesk, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, dayOption, instantOption } from '#platform/cli/options.ts';
import { type AgingAnswer, readAging } from '../answers/aging.ts';
import { agingBy } from '../contract.ts';
import { everybody } from '../store/groups.ts';

export const agingOptions = {
  'as-of': { type: 'string' },
  'known-at': { type: 'string' },
  by: { type: 'string' },
  basis: { type: 'string' },
  buckets: { type: 'string' },
  company: { type: 'string' },
} as const;

export const agingUsage =
  `[--as-of DAY] [--known-at TIME] [--by ${agingBy.options.join('|')}] ` +
  '[--basis due|invoice] [--buckets 0,30,60,90,120] [--company CODE]';

type Values = { readonly [option in keyof typeof agingOptions]?: string | undefined };

/** The whole list. Throws WrongUsage for what does not fit. */
export async function askAging(values: Values, desk: CliDesk): Promise<AgingAnswer> {
  const edges = parseBuckets(values.buckets ?? '0,30,60,90,120');
  if (!edges.ok) {
    throw new WrongUsage({
      en: `--buckets takes rising days such as 0,30,60; not "${values.buckets}"`,
      es: `--buckets lleva días crecientes como 0,30,60; no «${values.buckets}»`,
    });
  }
  const by = choiceOption('by', values.by, agingBy.options) ?? 'account';
  const asOf = dayOption('as-of', values['as-of']) ?? desk.clock.today();
  const question = {
    asOf,
    knownAt: instantOption('known-at', values['known-at']) ?? null,
    by,
    basis: choiceOption('basis', values.basis, ['due', 'invoice'] as const) ?? 'due',
    edges: edges.value,
    ...everybody,
    companies: await companiesNamed(desk, values.company),
    ownersThen: asOf < desk.clock.today() || values['known-at'] !== undefined,
    flag: null,
  };
  const column = by === 'account' ? 'account' : 'name';
  const page = { sort: { column }, descending: false, limit: null, offset: 0 } as const;
  return readAging(desk.db, question, page, desk.clock.now());
}
