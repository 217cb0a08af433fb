/** Every figure with its variant and value; each opens to its formula, its parts, their rows. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type WireFigure, exportMetrics, metrics } from '#areas/metrics/contract.ts';
import type { AnswerOf, QueryOf } from '#platform/contract/route.ts';
import { call, hrefOf } from '#web/api.ts';
import { AsOfBand, AsOfPicker } from '#web/ui/AsOf.tsx';
import { linkLook } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { metricKeys } from '../rules/metric.ts';
import { useFigureText, useNames } from './figure-text.ts';
import { MetricPanel, type MetricSearch } from './MetricPanel.tsx';
import { MetricTabs } from './MetricTabs.tsx';
import { MetricTile } from './MetricTile.tsx';
import { ScopePickers } from './ScopePickers.tsx';
import { words } from './words.ts';

type Answer = AnswerOf<typeof metrics>;

const headline = ['ar', 'overdue', 'over_60', 'dso', 'cei', 'cash'];
const everyVariant = metricKeys.map((key) => `${key}.*`).join(',');
const keyOf = ({ metric, variant }: WireFigure): string => `${metric}.${variant}`;
const narrow = (figure: WireFigure) => <FigureNarrow figure={figure} />;

export function MetricsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search, setSearch] = useSearchState(metrics);
  const list = useQuery<Answer>({
    queryKey: ['aging', 'metrics', search],
    placeholderData: (before) => before,
    queryFn: ({ signal }) => call(metrics, { query: search, signal }),
  });
  const [at, moveTo] = usePlace('metrics');
  const [open, setOpen] = useState<WireFigure | null>(null);
  const rows = list.data?.figures;
  const here = rows?.find((row) => keyOf(row) === at) ?? rows?.[0];
  useKeys([{ key: 'w', phrase: t('why'), run: () => setOpen(here ?? null), group: 'show' }]);
  const columns = useColumns();
  const { keys: _, ...whose } = search;
  const sub = here && {
    from: figures.day(here.period.from),
    to: figures.day(here.period.to),
    currency: here.currency,
  };
  return (
    <Page
      title={t('metrics')}
      sub={sub && t('metrics_sub', sub)}
      actions={
        <>
          <AsOfPicker asOf={search.asOf} knownAt={search.knownAt} onPick={setSearch} />
          <Exports search={search} />
        </>
      }
    >
      <MetricTabs />
      <AsOfBand asOf={search.asOf} knownAt={search.knownAt} onPick={setSearch} />
      <Pickers search={search} onSearch={setSearch} />
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.isPending && <GridBones rows={14} />}
      {rows !== undefined && (
        <>
          <Headline rows={rows} search={whose} />
          <Grid
            label={t('metrics')}
            columns={columns}
            rows={rows}
            rowKey={keyOf}
            at={here === undefined ? null : keyOf(here)}
            onMove={moveTo}
            onOpen={setOpen}
            narrow={narrow}
            empty={<Empty title={t('no_value')} />}
          />
        </>
      )}
      {open !== null && <MetricPanel figure={open} search={whose} onClose={() => setOpen(null)} />}
    </Page>
  );
}

type Search = QueryOf<typeof metrics>;

function Exports({ search }: { search: Search }) {
  const t = useWords(words);
  return (['csv', 'xlsx'] as const).map((format) => (
    <a
      key={format}
      download
      href={hrefOf(exportMetrics, { query: { ...search, format } })}
      title={t('export_title')}
      className={linkLook}
    >
      {t(`export_${format}`)}
    </a>
  ));
}

type HeadlineProps = { rows: readonly WireFigure[]; search: MetricSearch };

function Headline({ rows, search }: HeadlineProps) {
  const t = useWords(words);
  return (
    <section
      aria-label={t('headline')}
      className="mb-3 grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-6"
    >
      {headline.flatMap((key) => {
        const figure = rows.find(({ metric }) => metric === key);
        return figure ? [<MetricTile key={key} figure={figure} search={search} />] : [];
      })}
    </section>
  );
}

type PickersProps = { search: Search; onSearch: (change: Partial<Search>) => void };

function Pickers({ search, onSearch }: PickersProps) {
  const t = useWords(words);
  return (
    <div className="no-print mb-2.5 flex flex-wrap items-center gap-2">
      <ScopePickers search={search} onSearch={onSearch} />
      <Picker
        label={t('variants')}
        on={search.keys === everyVariant ? 'all' : 'usual'}
        choices={[
          { value: 'usual' as const, name: t('usual') },
          { value: 'all' as const, name: t('all_variants') },
        ]}
        onPick={(on) => onSearch({ keys: on === 'all' ? everyVariant : undefined })}
      />
    </div>
  );
}

function useColumns(): readonly Column<WireFigure>[] {
  const t = useWords(words);
  const text = useFigureText();
  const names = useNames();
  return useMemo(
    (): readonly Column<WireFigure>[] => [
      {
        id: 'metric',
        header: t('metric'),
        width: 200,
        grow: 2,
        cell: ({ metric }) => <span className="font-[600]">{names.metric(metric)}</span>,
      },
      {
        id: 'variant',
        header: t('variant'),
        width: 170,
        grow: 2,
        cell: ({ variant }) => names.variant(variant),
      },
      {
        id: 'value',
        header: t('value'),
        width: 190,
        grow: 1,
        align: 'end',
        cell: (figure) => <span className="figures whitespace-nowrap">{text(figure)}</span>,
      },
      {
        id: 'source',
        header: t('source'),
        width: 200,
        grow: 3,
        drop: 1,
        cell: (row) => row.source,
      },
    ],
    [t, text, names],
  );
}

function FigureNarrow({ figure }: { figure: WireFigure }) {
  const text = useFigureText();
  const names = useNames();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
      <span className="min-w-0">
        <span className="font-[600]">{names.metric(figure.metric)}</span>
        <span className="block truncate text-sm text-ink-3">{names.variant(figure.variant)}</span>
      </span>
      <span className="figures text-right">{text(figure)}</span>
    </span>
  );
}
