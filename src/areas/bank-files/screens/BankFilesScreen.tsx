/** What banks, payers and card processors sent: dropped here, listed with where each stands. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { bankFiles, fileStates, type WireBankFile } from '#areas/bank-files/contract/files.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { BankFileTabs } from './BankFileTabs.tsx';
import { DropFiles } from './DropFiles.tsx';
import { Feeds } from './Feeds.tsx';
import { fileTones } from './tones.ts';
import { words } from './words.ts';

const keyOf = (row: WireBankFile): string => row.fileId;
const ended = ({ state }: WireBankFile): boolean => state === 'replaced' || state === 'closed';
const narrow = (row: WireBankFile) => <FileNarrow file={row} />;

export function BankFilesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const forbidden = useMay()('bank_files.take_in');
  const [search, setSearch] = useSearchState(bankFiles);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['bank-files', filter],
    fetchPage: (cursor, signal) => call(bankFiles, { query: { ...filter, cursor }, signal }),
  });
  const [at, moveTo] = usePlace(`bank-files ${JSON.stringify(filter)}`);
  const columns = useFileColumns();
  const here = list.rows.find((row) => row.fileId === at) ?? list.rows[0];
  const open = useCallback(
    ({ fileId }: WireBankFile) => void navigate({ to: paths.bankFile, params: { fileId } }),
    [navigate],
  );
  const counts = new Map(list.first?.states.map(({ state, count }) => [state, count]));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Page title={t('bank_files')}>
      <BankFileTabs />
      {forbidden === undefined && (
        <DropFiles title={t('drop')} query={{ company: search.company }} />
      )}
      <Feeds />
      <FilterLine>
        <Chips
          label={t('state_filter')}
          on={search.state}
          all={all}
          onPick={(state) => setSearch({ state })}
          chips={fileStates.map((state) => ({
            value: state,
            name: t(`state_${state}`),
            count: counts.get(state) ?? 0,
          }))}
        />
      </FilterLine>
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={6} />
      ) : (
        <Grid
          label={t('files')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.fileId ?? null}
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          quiet={ended}
          paging={list.paging}
          empty={
            search.state === undefined ? (
              <Empty title={t('none')} why={t('none_why')} />
            ) : (
              <Empty title={t('none_fit')}>
                <Button onClick={() => setSearch({ state: undefined })}>{t('show_all')}</Button>
              </Empty>
            )
          }
        />
      )}
    </Page>
  );
}

function useFileColumns(): readonly Column<WireBankFile>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<WireBankFile>[] => [
      { id: 'when', header: t('when'), width: 120, cell: (row) => figures.moment(row.recordedAt) },
      {
        id: 'file',
        header: t('file'),
        width: 180,
        grow: 2,
        cell: (row) => <span className="block truncate font-[600]">{row.fileName}</span>,
      },
      { id: 'format', header: t('format'), width: 100, drop: 2, cell: (row) => row.format },
      { id: 'company', header: t('company'), width: 100, drop: 3, cell: (row) => row.company },
      {
        id: 'state',
        header: t('state'),
        width: 160,
        cell: (row) => <Tag tone={fileTones[row.state]}>{t(`state_${row.state}`)}</Tag>,
      },
      {
        id: 'counts',
        header: t('counts'),
        width: 120,
        align: 'end',
        cell: (row) => `${figures.number(row.added)} / ${figures.number(row.found)}`,
      },
      {
        id: 'controls',
        header: t('controls'),
        width: 120,
        drop: 1,
        cell: (row) =>
          row.controlsFailed > 0 && (
            <Tag tone={row.state === 'quarantined' ? 'late' : 'warn'}>
              {row.controlsFailed} / {row.controls}
            </Tag>
          ),
      },
      { id: 'by', header: t('by'), width: 120, drop: 4, cell: (row) => row.by },
    ],
    [t, figures],
  );
}

function FileNarrow({ file }: { file: WireBankFile }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{file.fileName}</span>
      <span className="figures text-right">
        {figures.number(file.added)} / {figures.number(file.found)}
      </span>
      <span className="truncate text-sm text-ink-2">
        {figures.moment(file.recordedAt)} · {file.format}
      </span>
      <span className="text-right">
        <Tag tone={fileTones[file.state]}>{t(`state_${file.state}`)}</Tag>
      </span>
    </span>
  );
}
