/** What `dunlin compare` and `dunlin report compare` may be asked. */
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { type CliDesk, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, dayOption, instantOption } from '#platform/cli/options.ts';
import { agingBy } from '../contract.ts';
import { compareSorts, inOrder, usualOpenings } from '../rules/compare.ts';
import type { BucketQuestion } from '../store/compare-buckets.ts';
import type { ComparePage } from '../store/compare.ts';
import { everybody } from '../store/groups.ts';

export const compareOptions = {
  from: { type: 'string' },
  'from-known': { type: 'string' },
  to: { type: 'string' },
  'to-known': { type: 'string' },
  by: { type: 'string' },
  sort: { type: 'string' },
  company: { type: 'string' },
} as const;

export const compareUsage =
  '[--from DAY] [--from-known TIME] [--to DAY] [--to-known TIME] ' +
  `[--by ${agingBy.options.join('|')}] [--sort change|name|…] [--company CODE]`;

type Values = { readonly [option in keyof typeof compareOptions]?: string | undefined };

export type CompareAsked = { readonly question: BucketQuestion; readonly page: ComparePage };

/** The whole list, since Friday unless told. Throws WrongUsage for what does not fit. */
export async function askCompare(values: Values, desk: CliDesk): Promise<CompareAsked> {
  const to = dayOption('to', values.to) ?? desk.clock.today();
  const moments = inOrder({
    from: {
      asOf: dayOption('from', values.from) ?? usualOpenings(to).friday,
      knownAt: instantOption('from-known', values['from-known']) ?? null,
    },
    to: { asOf: to, knownAt: instantOption('to-known', values['to-known']) ?? null },
  });
  if (!moments.ok) {
    throw new WrongUsage({
      en: '--from must not be later than --to, nor --from-known than --to-known',
      es: '--from no puede ser posterior a --to, ni --from-known a --to-known',
    });
  }
  const sort = choiceOption('sort', values.sort, compareSorts) ?? 'change';
  return {
    question: {
      ...everybody,
      ...moments.value,
      by: choiceOption('by', values.by, agingBy.options) ?? 'account',
      companies: await companiesNamed(desk, values.company),
      basis: 'due',
      edges: bucketSets.standard,
    },
    page: { sort, descending: sort !== 'name' && sort !== 'account', limit: null, offset: 0 },
  };
}
