/** The register of complaints: what goes on first, the next day to answer on top. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { complaints, type WireComplaint } from '#areas/complaints/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { StateChips } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { ListGrid } from '#web/ui/grid/ListGrid.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { wholeList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { complaintStates } from '../rules/complaint.ts';
import { classNames, stateNames } from '../words/names.ts';
import { words } from './words.ts';

const keyOf = (row: WireComplaint): string => row.complaintId;
const closed = (row: WireComplaint): boolean => row.state === 'closed';
const narrow = (row: WireComplaint) => <Narrow row={row} />;

export function ComplaintsScreen() {
  const t = useWords(words);
  const language = useLanguage();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(complaints);
  const known = useQuery({
    queryKey: ['complaints', search],
    queryFn: ({ signal }) => call(complaints, { query: search, signal }),
  });
  const columns = useColumns();
  const open = useCallback(
    ({ accountId, complaintId }: WireComplaint) =>
      void navigate({ to: paths.complaint, params: { accountId, complaintId } }),
    [navigate],
  );
  return (
    <Page title={t('complaints')}>
      <StateChips
        label={t('state_filter')}
        states={complaintStates}
        nameOf={(state) => stateNames[state][language]}
        on={search.state}
        onPick={setSearch}
      />
      <ListGrid
        label={t('complaints')}
        list={wholeList(known)}
        place={`complaints ${search.state ?? ''}`}
        columns={columns}
        rowKey={keyOf}
        onOpen={open}
        narrow={narrow}
        quiet={closed}
        empty={<Empty title={t('none')} why={t('none_why')} />}
      />
    </Page>
  );
}

function useColumns(): readonly Column<WireComplaint>[] {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  return useMemo(
    (): readonly Column<WireComplaint>[] => [
      {
        id: 'name',
        header: t('account'),
        width: 170,
        grow: 1,
        cell: (row) => <span className="block truncate font-[600]">{row.name}</span>,
      },
      {
        id: 'subject',
        header: t('subject'),
        width: 180,
        grow: 2,
        cell: (row) => <span className="block truncate">{row.subject}</span>,
      },
      {
        id: 'class',
        header: t('class'),
        width: 130,
        drop: 2,
        cell: (row) => classNames[row.class][language],
      },
      {
        id: 'state',
        header: t('state'),
        width: 140,
        cell: (row) => <Tag>{stateNames[row.state][language]}</Tag>,
      },
      {
        id: 'received',
        header: t('received'),
        width: 110,
        drop: 1,
        cell: (row) => figures.day(row.receivedOn),
      },
      {
        id: 'by',
        header: t('answer_by'),
        width: 150,
        cell: (row) => <AnswerBy row={row} />,
      },
    ],
    [t, figures, language],
  );
}

function AnswerBy({ row }: { row: WireComplaint }) {
  const t = useWords(words);
  const figures = useFigures();
  if (row.answeredOn !== null) return <>{figures.day(row.answeredOn)}</>;
  return (
    <span className="flex gap-2">
      {figures.day(row.answerBy)}
      {row.late && <Tag tone="late">{t('late')}</Tag>}
    </span>
  );
}

function Narrow({ row }: { row: WireComplaint }) {
  const language = useLanguage();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <AnswerBy row={row} />
      <span className="truncate text-sm text-ink-2">{row.subject}</span>
      <span className="text-right">
        <Tag>{stateNames[row.state][language]}</Tag>
      </span>
    </span>
  );
}
