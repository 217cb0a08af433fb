/** Early warnings, what may cost most first; each opens to its answer and its account. */
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type AlertWire, forecastAlerts } from '#areas/forecast/contract/accounts.ts';
import { warningKinds } from '#areas/forecast/rules/warnings.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { AlertAnswer } from './AlertAnswer.tsx';
import { ForecastTabs } from './ForecastTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: AlertWire): string => row.alertId;
const narrow = (row: AlertWire) => <AlertNarrow row={row} />;
const states = ['open', 'acknowledged', 'over', 'all'] as const;

export function AlertsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(forecastAlerts);
  const [answering, setAnswering] = useState<AlertWire | null>(null);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['forecast', 'alerts', filter],
    fetchPage: (cursor, signal) => call(forecastAlerts, { query: { ...filter, cursor }, signal }),
  });
  const [at, moveTo] = usePlace('alerts');
  const columns = useColumns();
  const here = list.rows.find((row) => row.alertId === at) ?? list.rows[0];
  const open = (row: AlertWire): void => {
    if (row.state === 'open') setAnswering(row);
    else void navigate({ to: paths.account, params: { accountId: row.accountId } });
  };
  const kinds = ['any', ...warningKinds] as const;
  return (
    <Page
      title={t('warnings')}
      actions={
        <>
          <Picker
            label={t('state')}
            on={search.state}
            choices={states.map((value) => ({ value, name: t(`state_${value}`) }))}
            onPick={(state) => setSearch({ state: state === 'open' ? undefined : state })}
          />
          <Picker
            label={t('kind')}
            on={search.kind ?? 'any'}
            choices={kinds.map((value) => ({ value, name: t(`kind_${value}`) }))}
            onPick={(kind) => setSearch({ kind: kind === 'any' ? undefined : kind })}
          />
        </>
      }
    >
      <ForecastTabs />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={10} rowHeight={46} narrowHeight={78} />
      ) : (
        <Grid
          label={t('warnings')}
          columns={columns}
          rowHeight={46}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.alertId ?? null}
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          narrowHeight={78}
          paging={list.paging}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {answering !== null && <AlertAnswer alert={answering} onClose={() => setAnswering(null)} />}
    </Page>
  );
}

function useColumns(): readonly Column<AlertWire>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<AlertWire>[] => [
      {
        id: 'name',
        header: t('customer'),
        width: 180,
        grow: 1,
        cell: (row) => <span className="block truncate font-[600]">{row.name}</span>,
      },
      {
        id: 'risk',
        header: t('at_risk'),
        width: 130,
        align: 'end',
        cell: ({ stake }) =>
          stake && <Amount value={stake.atRisk} currency={stake.currency} named strong />,
      },
      {
        id: 'open',
        header: t('owes'),
        width: 130,
        align: 'end',
        drop: 3,
        cell: ({ stake }) => stake && <Amount value={stake.open} currency={stake.currency} named />,
      },
      { id: 'kind', header: t('kind'), width: 160, cell: (row) => t(`kind_${row.kind}`) },
      {
        id: 'why',
        header: t('why'),
        width: 260,
        grow: 2,
        cell: (row) => (
          <span className="lines-2 text-sm text-ink-2">{t(`say_${row.kind}`, row.facts)}</span>
        ),
      },
      {
        id: 'collector',
        header: t('collector'),
        width: 130,
        drop: 2,
        cell: (row) => row.collector ?? t('nobody'),
      },
      { id: 'raised', header: t('raised'), width: 100, cell: (row) => figures.day(row.raisedOn) },
      {
        id: 'answer',
        header: t('answer'),
        width: 180,
        drop: 1,
        cell: (row) => <span className="block truncate text-sm text-ink-2">{row.reason}</span>,
      },
    ],
    [t, figures],
  );
}

function AlertNarrow({ row }: { row: AlertWire }) {
  const t = useWords(words);
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      {row.stake && <Amount value={row.stake.atRisk} currency={row.stake.currency} named strong />}
      <span className="col-span-2 lines-2 text-sm text-ink-2">
        {t(`say_${row.kind}`, row.facts)}
      </span>
    </span>
  );
}
