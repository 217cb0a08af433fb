/** The columns of the review: what crossed, from which bucket into which, and the answer. */
import { useMemo } from 'react';
import type { agingReview } from '#areas/reports/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { useBucketName } from '#web/ui/buckets.ts';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

export type Crossing = AnswerOf<typeof agingReview>['rows'][number];

export function useCrossingColumns(
  rows: readonly Crossing[],
  marked: ReadonlySet<string>,
): readonly Column<Crossing>[] {
  const t = useWords(words);
  const figures = useFigures();
  const bucket = useBucketName();
  const currency = oneCurrency(rows);
  return useMemo(
    (): readonly Column<Crossing>[] => [
      {
        id: 'name',
        header: t('account'),
        width: 180,
        grow: 2,
        cell: (row) => (
          <span className="block truncate">
            {marked.has(row.itemId) && <span className="text-accent">✓ </span>}
            <span className="font-[600]">{row.name}</span>{' '}
            <span className="text-sm text-ink-3">{row.account}</span>
          </span>
        ),
      },
      { id: 'document', header: t('document'), width: 120, grow: 1, cell: (row) => row.document },
      { id: 'due', header: t('due'), width: 96, drop: 2, cell: (row) => figures.day(row.dueOn) },
      {
        id: 'days',
        header: t('days_late'),
        width: 90,
        align: 'end',
        drop: 1,
        cell: (row) => figures.number(row.days),
      },
      {
        id: 'fromTo',
        header: t('from_to'),
        width: 150,
        grow: 1,
        cell: (row) => (
          <span className="text-ink-2">
            {bucket(row.fromBucket)} →{' '}
            <b className="font-[600] text-late">{bucket(row.toBucket)}</b>
          </span>
        ),
      },
      {
        id: 'open',
        header: currency === null ? t('open') : t('open_in', { currency }),
        width: 136,
        align: 'end',
        cell: (row) => (
          <Amount value={row.open} currency={row.currency} named={currency === null} strong />
        ),
      },
      {
        id: 'answer',
        header: t('answer'),
        width: 110,
        cell: (row) => row.answer !== null && <Tag tone="good">{t(`answer_${row.answer}`)}</Tag>,
      },
    ],
    [t, figures, bucket, currency, marked],
  );
}
