/** Escalations: those to answer, those one asked oneself, all that are open, and the ended. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { escalationList, escalations, type WireEscalation } from '#areas/escalations/contract.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { EscalationSheet } from './EscalationSheet.tsx';
import { EscalationTabs } from './EscalationTabs.tsx';
import { words } from './words.ts';

const views = ['mine', 'asked', 'open', 'ended'] as const;
const keyOf = (row: WireEscalation): string => row.escalationId;
const narrow = (row: WireEscalation) => <EscalationNarrow escalation={row} />;

const tones: Record<WireEscalation['state'], Tone> = {
  open: 'warn',
  answered: 'good',
  closed: 'plain',
  withdrawn: 'plain',
};

export function EscalationsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(escalationList);
  const [open, setOpen] = useState<WireEscalation | null>(null);
  const list = useQuery({
    queryKey: ['escalations', search],
    queryFn: ({ signal }) => call(escalations, { query: search, signal }),
  });
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace(`escalations ${search.view}`);
  const here = rows.find((row) => row.escalationId === at) ?? rows[0];
  const columns = useEscalationColumns();
  const sub = list.data?.cut === true ? 'sub_cut' : 'sub';
  return (
    <Page
      title={t('escalations')}
      sub={list.data && t(sub, { count: rows.length })}
      actions={
        <Picker
          label={t('view')}
          on={search.view}
          choices={views.map((value) => ({ value, name: t(`view_${value}`) }))}
          onPick={(view) => setSearch({ view })}
        />
      }
    >
      <EscalationTabs />
      {list.isPending && <GridBones rows={6} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('escalations')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here?.escalationId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          narrow={narrow}
          active={open === null}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {open !== null && <EscalationSheet escalation={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function StateTag({ state }: Pick<WireEscalation, 'state'>) {
  const t = useWords(words);
  return <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>;
}

function useEscalationColumns(): readonly Column<WireEscalation>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    () => [
      {
        id: 'account',
        header: t('account'),
        width: 180,
        grow: 1,
        cell: (row) => <span className="block truncate font-[600]">{row.name}</span>,
      },
      {
        id: 'question',
        header: t('question'),
        width: 240,
        grow: 3,
        cell: (row) => <span className="block truncate">{row.question}</span>,
      },
      { id: 'asker', header: t('asker'), width: 130, drop: 2, cell: (row) => row.asker },
      {
        id: 'addressee',
        header: t('addressee'),
        width: 130,
        drop: 1,
        cell: (row) => row.addressee,
      },
      { id: 'due', header: t('due'), width: 110, cell: (row) => figures.day(row.dueOn) },
      {
        id: 'state',
        header: t('state'),
        width: 110,
        cell: (row) => <StateTag state={row.state} />,
      },
    ],
    [t, figures],
  );
}

function EscalationNarrow({ escalation }: { escalation: WireEscalation }) {
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{escalation.name}</span>
      <span className="text-right">{figures.day(escalation.dueOn)}</span>
      <span className="truncate text-sm text-ink-2">{escalation.question}</span>
      <span className="text-right">
        <StateTag state={escalation.state} />
      </span>
    </span>
  );
}
