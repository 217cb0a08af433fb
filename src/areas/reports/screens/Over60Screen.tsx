/** Every item 61 or more days past due, by account. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { over60 } from '#areas/reports/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { AsOfBand, AsOfPicker } from '#web/ui/AsOf.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { AgingTabs } from './AgingTabs.tsx';
import { words } from './words.ts';

type Answer = AnswerOf<typeof over60>;
type Row = Answer['rows'][number];

const keyOf = (row: Row): string => `${row.accountId} ${row.document} ${row.dueOn} ${row.open}`;
const narrow = (row: Row) => <Over60Narrow row={row} />;

export function Over60Screen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(over60);
  const report = useQuery<Answer>({
    queryKey: ['aging', 'over60', search],
    placeholderData: (before) => before,
    queryFn: ({ signal }) => call(over60, { query: search, signal }),
  });
  const [at, moveTo] = usePlace('over60');
  useKeptScroll('over60', report.isSuccess);
  const columns = useColumns(report.data);
  const rows = report.data?.rows;
  const navigate = useNavigate();
  const open = ({ accountId }: Row): void => {
    void navigate({ to: paths.account, params: { accountId } });
  };
  return (
    <Page
      title={t('over60')}
      sub={rows && t('over60_sub', { count: rows.length })}
      actions={<AsOfPicker asOf={search.asOf} knownAt={search.knownAt} onPick={setSearch} />}
    >
      <AgingTabs />
      <AsOfBand asOf={search.asOf} knownAt={search.knownAt} onPick={setSearch} />
      {report.isError && <Failed why={why(report.error)} onRetry={() => void report.refetch()} />}
      {report.isPending && <GridBones rows={14} />}
      {rows !== undefined && (
        <Grid
          label={t('over60')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={
            rows.some((row) => keyOf(row) === at)
              ? at
              : rows[0] === undefined
                ? null
                : keyOf(rows[0])
          }
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          totals
          empty={<Empty title={t('over60_none')} />}
        />
      )}
    </Page>
  );
}

function useColumns(report: Answer | undefined): readonly Column<Row>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo((): readonly Column<Row>[] => {
    const totals = report?.totals ?? [];
    const currency = oneCurrency(totals);
    const mixed = currency === null;
    return [
      {
        id: 'name',
        header: t('account'),
        width: 180,
        grow: 2,
        total: t('total'),
        cell: (row) => (
          <span className="block truncate">
            <span className="font-[600]">{row.name}</span>{' '}
            <span className="text-sm text-ink-3">{row.account}</span>
          </span>
        ),
      },
      { id: 'document', header: t('document'), width: 130, grow: 1, cell: (row) => row.document },
      { id: 'due', header: t('due'), width: 110, drop: 2, cell: (row) => figures.day(row.dueOn) },
      {
        id: 'days',
        header: t('days_late'),
        width: 90,
        align: 'end',
        cell: (row) => figures.number(row.days),
      },
      {
        id: 'open',
        header: mixed ? t('open') : t('open_in', { currency }),
        width: 150,
        align: 'end',
        cell: (row) => <Amount value={row.open} currency={row.currency} named={mixed} strong />,
        total: totals.map((sum) => (
          <div key={sum.currency}>
            <Amount value={sum.total} currency={sum.currency} named={mixed} />
          </div>
        )),
      },
      {
        id: 'state',
        header: t('state'),
        width: 110,
        drop: 1,
        cell: (row) => row.disputed && <Tag tone="warn">{t('disputed')}</Tag>,
      },
    ];
  }, [t, figures, report]);
}

function Over60Narrow({ row }: { row: Row }) {
  const t = useWords(words);
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <span className="text-right">
        <Amount value={row.open} currency={row.currency} strong named />
      </span>
      <span className="truncate text-sm text-ink-2">
        {row.document} · {t('days', { count: row.days })}
      </span>
      <span className="text-right">{row.disputed && <Tag tone="warn">{t('disputed')}</Tag>}</span>
    </span>
  );
}
