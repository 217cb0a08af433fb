/** Lines of our bank accounts: found by how they stand, account, day, direction and words. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { bankAccounts } from '#areas/bank-files/contract/accounts.ts';
import { bankLines, lineStands, type WireBankLine } from '#areas/bank-files/contract/lines.ts';
import { call } from '#web/api.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { FilterField } from '#web/ui/FilterField.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { BankFileTabs } from './BankFileTabs.tsx';
import { LineSheet } from './LineSheet.tsx';
import { lineTones } from './tones.ts';
import { words } from './words.ts';

const keyOf = (row: WireBankLine): string => row.lineId;
const narrow = (row: WireBankLine) => <LineNarrow line={row} />;
const quiet = ({ stands, status }: WireBankLine): boolean =>
  stands === 'aside' || status !== 'booked';
const clear = {
  stands: undefined,
  bankAccountId: undefined,
  direction: undefined,
  search: undefined,
  fileId: undefined,
  status: undefined,
  from: undefined,
  to: undefined,
  amount: undefined,
};

export function BankLinesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(bankLines);
  const { cursor: _, limit: _limit, company: _company, ...asked } = search;
  const { cursor: _cursor, ...filter } = search;
  const list = useList({
    key: ['bank-lines', filter],
    fetchPage: (cursor, signal) => call(bankLines, { query: { ...filter, cursor }, signal }),
  });
  const place = `bank-lines ${JSON.stringify(filter)}`;
  const [at, moveTo] = usePlace(place);
  useKeptScroll(place, !list.loading);
  const [opened, setOpened] = useState<string | null>(null);
  const columns = useLineColumns(list.rows);
  const here = list.rows.find((row) => row.lineId === at) ?? list.rows[0];
  const filtered = Object.values(asked).some((value) => value !== undefined);
  return (
    <Page title={t('lines')} actions={<Filters search={search} onSearch={setSearch} />}>
      <BankFileTabs />
      <FilterLine>
        <Chips
          label={t('stands_filter')}
          digits
          on={search.stands}
          onPick={(stands) => setSearch({ stands })}
          chips={lineStands.map((value) => ({ value, name: t(`stands_${value}`) }))}
        />
      </FilterLine>
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={12} />
      ) : (
        <Grid
          label={t('lines')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.lineId ?? null}
          onMove={moveTo}
          onOpen={(row) => setOpened(row.lineId)}
          narrow={narrow}
          quiet={quiet}
          paging={list.paging}
          active={opened === null}
          empty={<LinesEmpty filtered={filtered} onClear={() => setSearch(clear)} />}
        />
      )}
      {opened !== null && <LineSheet lineId={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}

type Search = ReturnType<typeof useSearchState<NonNullable<typeof bankLines.query>>>;

function Filters({ search, onSearch }: { search: Search[0]; onSearch: Search[1] }) {
  const t = useWords(words);
  return (
    <>
      <FilterField
        label={t('search')}
        value={search.search ?? ''}
        onFilter={(text) => onSearch({ search: text })}
      />
      <AccountPicker
        on={search.bankAccountId ?? ''}
        onPick={(id) => onSearch({ bankAccountId: id === '' ? undefined : id })}
      />
      <Picker
        label={t('direction')}
        on={search.direction ?? 'both'}
        choices={(['both', 'in', 'out'] as const).map((value) => ({
          value,
          name: t(`direction_${value}`),
        }))}
        onPick={(value) => onSearch({ direction: value === 'both' ? undefined : value })}
      />
    </>
  );
}

function AccountPicker({ on, onPick }: { on: string; onPick: (id: string) => void }) {
  const t = useWords(words);
  const accounts = useQuery({
    queryKey: ['bank-accounts'],
    queryFn: ({ signal }) => call(bankAccounts, { query: {}, signal }),
  });
  const choices = (accounts.data?.rows ?? []).map(({ bankAccountId, name }) => ({
    value: bankAccountId,
    name,
  }));
  return (
    <Picker
      label={t('account')}
      on={on}
      choices={[{ value: '', name: t('any_account') }, ...choices]}
      onPick={onPick}
    />
  );
}

function LinesEmpty({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useWords(words);
  if (!filtered) return <Empty title={t('no_lines')} why={t('no_lines_why')} />;
  return (
    <Empty title={t('none_fit')}>
      <Button onClick={onClear}>{t('show_all')}</Button>
    </Empty>
  );
}

function useLineColumns(rows: readonly WireBankLine[]): readonly Column<WireBankLine>[] {
  const t = useWords(words);
  const figures = useFigures();
  const mixed = oneCurrency(rows) === null;
  return useMemo(
    (): readonly Column<WireBankLine>[] => [
      { id: 'booked', header: t('booked'), width: 100, cell: (row) => figures.day(row.bookedOn) },
      {
        id: 'amount',
        header: t('amount'),
        width: 136,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} named={mixed} strong />,
      },
      {
        id: 'payer',
        header: t('payer'),
        width: 150,
        grow: 1,
        cell: (row) => <span className="block truncate">{row.payerName ?? ''}</span>,
      },
      {
        id: 'text',
        header: t('text'),
        width: 200,
        grow: 2,
        drop: 1,
        cell: (row) => <span className="block truncate text-sm text-ink-2">{row.text}</span>,
      },
      {
        id: 'account',
        header: t('account'),
        width: 130,
        drop: 2,
        cell: (row) => <span className="block truncate">{row.bankAccount}</span>,
      },
      {
        id: 'state',
        header: t('state'),
        width: 150,
        cell: (row) => (
          <span className="flex gap-1">
            <Tag tone={lineTones[row.stands]}>{t(`stands_${row.stands}`)}</Tag>
            {row.status !== 'booked' && <Tag tone="warn">{t(`status_${row.status}`)}</Tag>}
          </span>
        ),
      },
    ],
    [t, figures, mixed],
  );
}

function LineNarrow({ line }: { line: WireBankLine }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{line.payerName ?? line.text}</span>
      <span className="text-right">
        <Amount value={line.amount} currency={line.currency} strong named />
      </span>
      <span className="truncate text-sm text-ink-2">
        {figures.day(line.bookedOn)} · {line.bankAccount}
      </span>
      <span className="text-right">
        <Tag tone={lineTones[line.stands]}>{t(`stands_${line.stands}`)}</Tag>
      </span>
    </span>
  );
}
