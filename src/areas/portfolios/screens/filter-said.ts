/** The filter of a list in words, so that one knows what a bulk act is about. */
import { useAllMemberNames } from '#areas/team/screens/index.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export type ListFilter = {
  readonly company?: string | undefined;
  readonly collector?: string | undefined;
  readonly q?: string | undefined;
  readonly flag?: 'unapplied' | 'disputed' | 'promised' | 'credit_balance' | 'crossed' | undefined;
  readonly customer?: string | undefined;
  readonly family?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
};

export function useFilterSaid(filter: ListFilter): string[] {
  const t = useWords(words);
  const figures = useFigures();
  const nameOf = useAllMemberNames();
  const { company, collector, q, flag, customer, family, asOf, knownAt } = filter;
  const who = collector === 'none' ? t('nobody') : nameOf(collector ?? '');
  const parts = [
    company !== undefined && t('filter_company', { company }),
    collector !== undefined && t('filter_collector', { name: who }),
    q !== undefined && t('filter_q', { q }),
    flag !== undefined && t('filter_flag', { flag: t(`flag_${flag}`) }),
    customer !== undefined && t('filter_customer'),
    family !== undefined && t('filter_family'),
    asOf !== undefined && t('filter_as_of', { day: figures.day(asOf) }),
    knownAt !== undefined && t('filter_known_at', { when: figures.moment(knownAt) }),
    [collector, q, flag, customer, family].every((part) => part === undefined) && t('filter_all'),
  ];
  return parts.filter((part) => part !== false);
}
