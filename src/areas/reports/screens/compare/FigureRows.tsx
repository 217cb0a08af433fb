/** A figure opened: the documents, payments and items behind it, each leading to its account. */
import { Link } from '@tanstack/react-router';
import { type ComparedItem, compareRows } from '#areas/reports/contract/compare.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useBucketName } from '#web/ui/buckets.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useList } from '#web/ui/list.ts';
import { MoreRows } from '#web/ui/MoreRows.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { OpenFigure, whoseOf } from './figures.ts';
import { words } from './words.ts';

type Props = {
  whose: ReturnType<typeof whoseOf>;
  who?: string;
  open: OpenFigure;
  onClose: () => void;
};

export function FigureRows({ whose, who, open, onClose }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const bucketName = useBucketName();
  const query = { ...whose, by: 'account' as const, ...open, limit: 100 };
  const list = useList({
    key: ['aging', 'compare', 'rows', query],
    fetchPage: (cursor, signal) => call(compareRows, { query: { ...query, cursor }, signal }),
  });
  const bucket = open.bucket === 'unapplied' ? t('unapplied') : bucketName(open.bucket ?? '');
  const title = [who, t(open.figure), bucket].filter((part) => part).join(' · ');
  const sum = list.first?.sums[0];
  const { count } = list.paging;
  return (
    <Dialog
      title={title}
      shape="wide"
      onClose={onClose}
      sub={
        list.first && (
          <>
            {sum && `${figures.money(sum.amount, sum.currency)} · `}
            {list.rows.length < count
              ? t('rows_cut', { shown: list.rows.length, count })
              : t('rows', { count })}
          </>
        )
      }
    >
      {list.error !== null && <Failed why={why(list.error)} onRetry={list.retry} />}
      {list.loading && <GridBones rows={8} />}
      {list.first !== undefined && list.rows.length === 0 && <Empty title={t('no_rows')} />}
      <ul className="grid">
        {list.rows.map((row) => (
          <Row key={row.itemId} row={row} />
        ))}
      </ul>
      <MoreRows paging={list.paging} />
    </Dialog>
  );
}

function Row({ row }: { row: ComparedItem }) {
  const t = useWords(words);
  const figures = useFigures();
  const bucket = useBucketName();
  const named = (label: string) => (label === 'unapplied' ? t('unapplied') : bucket(label));
  const kind = kinds.find((name) => name === `kind_${row.kind}`);
  const { recordedAt } = row;
  const recorded = recordedAt !== null && t('recorded', { moment: figures.moment(recordedAt) });
  const applied = row.applied.map(
    ({ document, amount }) => `${document} ${figures.amount(amount, row.currency)}`,
  );
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line py-1.5">
      <span className="min-w-0">
        <Link to={paths.account} params={{ accountId: row.accountId }} className="link font-[550]">
          {row.name}
        </Link>{' '}
        <span className="text-sm text-ink-3">{row.account}</span>
      </span>
      <span className="text-right">
        <Amount value={row.amount} currency={row.currency} strong named />
      </span>
      <span className="min-w-0 text-sm text-ink-2">
        {row.document} · {kind === undefined ? row.kind : t(kind)} · {figures.day(row.effectiveOn)}
        {applied.length > 0 && <> · {t('applied', { documents: applied.join(', ') })}</>}
      </span>
      <span className="text-right text-sm text-ink-2">
        {row.fromBucket !== null && row.toBucket !== null && row.fromBucket !== row.toBucket && (
          <>{t('from_to', { from: named(row.fromBucket), to: named(row.toBucket) })}</>
        )}
        {row.late && (
          <>
            {recorded} <Tag tone="warn">{t('late_mark')}</Tag>
          </>
        )}
      </span>
    </li>
  );
}

const kinds = [
  'kind_invoice',
  'kind_debit_memo',
  'kind_credit_memo',
  'kind_receipt',
  'kind_refund',
  'kind_adjustment',
  'kind_charge',
  'kind_transfer',
  'kind_reversal',
] as const;
