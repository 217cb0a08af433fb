/** Activity beside result, by collector or account: never outcome alone, never a ranking of it. */
import { Link } from '@tanstack/react-router';
import { type WireActivity, activity } from '#areas/metrics/contract/activity.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { AsOfBand, AsOfPicker } from '#web/ui/AsOf.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useList } from '#web/ui/list.ts';
import { MoreRows } from '#web/ui/MoreRows.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { MetricTabs } from './MetricTabs.tsx';
import { words } from './words.ts';

const did = ['attempts', 'right_party', 'promises', 'hours'] as const;
const came = ['kept', 'cash_after', 'cash', 'per_hour', 'overdue'] as const;

export function ActivityScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search, setSearch] = useSearchState(activity);
  const list = useList({
    key: ['aging', 'activity', search],
    fetchPage: (cursor, signal) => call(activity, { query: { ...search, cursor }, signal }),
  });
  const { period } = list.first ?? {};
  return (
    <Page
      title={t('activity')}
      sub={
        period && t('activity_sub', { from: figures.day(period.from), to: figures.day(period.to) })
      }
      actions={<AsOfPicker asOf={search.asOf} knownAt={search.knownAt} onPick={setSearch} />}
    >
      <MetricTabs />
      <AsOfBand asOf={search.asOf} knownAt={search.knownAt} onPick={setSearch} />
      <div className="mb-2.5">
        <Picker
          label={t('by')}
          on={search.by}
          choices={(['collector', 'account'] as const).map((value) => ({
            value,
            name: t(`by_${value}`),
          }))}
          onPick={(by) => setSearch({ by })}
        />
      </div>
      {list.error !== null && <Failed why={why(list.error)} onRetry={list.retry} />}
      {list.loading && <GridBones rows={8} />}
      {list.first !== undefined && list.rows.length === 0 && <Empty title={t('activity_none')} />}
      {list.first !== undefined && list.rows.length > 0 && (
        <ActivityTable rows={list.rows} currency={list.first.currency} />
      )}
      <MoreRows paging={list.paging} />
    </Page>
  );
}

type TableProps = { rows: readonly WireActivity[]; currency: string };

function ActivityTable({ rows, currency }: TableProps) {
  const t = useWords(words);
  const cells = useCells(currency);
  return (
    <WideTable label={t('activity')} framed look="text-sm">
      <thead className="text-ink-2">
        <tr>
          <td>
            <span className="sr-only">{t('corner')}</span>
          </td>
          <th colSpan={did.length} scope="colgroup" className="px-2.5 pt-1.5 text-left">
            {t('done_group')}
          </th>
          <th
            colSpan={came.length}
            scope="colgroup"
            className="border-l border-line px-2.5 pt-1.5 text-left"
          >
            {t('result_group')}
          </th>
        </tr>
        <tr>
          <th scope="col" className="px-2.5 py-1.5 text-left">
            {t('name')}
          </th>
          {[...did, ...came].map((name) => (
            <th key={name} scope="col" className="px-2.5 py-1.5 text-right whitespace-nowrap">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-t border-line">
            <th scope="row" className="px-2.5 py-1.5 text-left font-[550]">
              <WhoseName row={row} />
            </th>
            {cells(row).map((text, index) => (
              <td
                key={[...did, ...came][index]}
                className="figures px-2.5 py-1.5 text-right whitespace-nowrap"
              >
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function WhoseName({ row }: { row: WireActivity }) {
  const t = useWords(words);
  if (row.account === null) return row.name || t('nobody');
  return (
    <>
      <Link to={paths.account} params={{ accountId: row.key }} className="link">
        {row.name}
      </Link>{' '}
      <span className="font-normal text-ink-3">{row.account}</span>
    </>
  );
}

/** In the order of the columns; a share stands beside the number it is of. */
function useCells(currency: string): (row: WireActivity) => string[] {
  const figures = useFigures();
  const share = (pct: string | null) => (pct === null ? '' : ` (${figures.amount(pct, 'USD')} %)`);
  const plain = (value: string | null) => (value === null ? '—' : figures.amount(value, currency));
  return (row) => [
    figures.number(row.attempts),
    `${figures.number(row.rightParty)}${share(row.rightPartyPct)}`,
    figures.number(row.promises),
    row.paidHours === null ? '—' : figures.amount(row.paidHours, 'USD'),
    `${figures.number(row.promisesKept)}/${figures.number(row.promisesEnded)}${share(row.keptPct)}`,
    `${plain(row.cashAfterContact)}${share(row.cashAfterContactPct)}`,
    plain(row.cash),
    plain(row.cashPerHour),
    plain(row.overdue),
  ];
}
