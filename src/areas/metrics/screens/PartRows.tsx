/** The rows of a part, the largest first, each leading to its account. */
import { Link } from '@tanstack/react-router';
import { type WireFigure, metricRows } from '#areas/metrics/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useList } from '#web/ui/list.ts';
import { MoreRows } from '#web/ui/MoreRows.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { type WirePart, partText, useNames } from './figure-text.ts';
import type { MetricSearch } from './MetricPanel.tsx';
import { words } from './words.ts';

type Props = { figure: WireFigure; part: WirePart; search: MetricSearch };

export function PartRows({ figure, part, search }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const names = useNames();
  const { metric: key, variant, asOf, period, currency } = figure;
  const query = {
    ...search,
    asOf,
    from: period.from,
    currency,
    variant,
    part: part.name,
    limit: 100,
  };
  const list = useList({
    key: ['aging', 'metrics', 'rows', key, query],
    fetchPage: (cursor, signal) =>
      call(metricRows, { params: { key }, query: { ...query, cursor }, signal }),
  });
  const { count } = list.paging;
  const written = (value: string) => partText(figures, { kind: part.kind, value }, currency);
  return (
    <section aria-label={names.part(part.name)}>
      <h3 className="font-[600]">{names.part(part.name)}</h3>
      {list.first && (
        <p className="pb-2 text-sm text-ink-2">
          {t('rows', { count, total: written(list.first.total) })}
        </p>
      )}
      {list.error !== null && <Failed why={why(list.error)} onRetry={list.retry} />}
      {list.loading && <GridBones rows={8} />}
      {list.first !== undefined && list.rows.length === 0 && <Empty title={t('no_rows')} />}
      <ul className="grid">
        {list.rows.map((row) => (
          <li
            key={`${row.ref} ${row.on} ${row.value}`}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line py-1.5"
          >
            <span className="min-w-0">
              <Link
                to={paths.account}
                params={{ accountId: row.accountId }}
                className="link font-[550]"
              >
                {row.name}
              </Link>{' '}
              <span className="text-sm text-ink-3">{row.account}</span>
              <span className="block text-sm text-ink-2">
                {row.label} · {figures.day(row.on)}
              </span>
            </span>
            <span className="figures text-right whitespace-nowrap">{written(row.value)}</span>
          </li>
        ))}
      </ul>
      <MoreRows paging={list.paging} />
    </section>
  );
}
