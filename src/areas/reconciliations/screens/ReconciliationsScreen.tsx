/** Accounts agreed with their customers, the latest first; a new one begins here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { BodyOf } from '#platform/contract/route.ts';
import { useAccountsFound } from '#areas/customers/screens/index.ts';
import {
  beginReconciliation,
  reconciliations,
  type WireCard,
} from '#areas/reconciliations/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

const keyOf = (row: WireCard): string => row.reconciliationId;
const narrow = (row: WireCard) => <CardNarrow card={row} />;

export function ReconciliationsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const may = useMay();
  const navigate = useNavigate();
  const [search] = useSearchState(reconciliations);
  const list = useQuery({
    queryKey: ['reconciliations', search],
    queryFn: ({ signal }) => call(reconciliations, { query: search, signal }),
  });
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace('reconciliations');
  const [beginning, setBeginning] = useState(false);
  const columns = useMemo(() => columnsOf(t, figures), [t, figures]);
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      actions={
        <Button tone="main" because={may('accounts.reconcile')} onClick={() => setBeginning(true)}>
          {t('begin')}
        </Button>
      }
    >
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('title')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={at ?? rows[0]?.reconciliationId ?? null}
          onMove={moveTo}
          onOpen={({ accountId, reconciliationId }) =>
            void navigate({ to: paths.reconciliation, params: { accountId, reconciliationId } })
          }
          narrow={narrow}
          active={!beginning}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {beginning && <BeginForm onClose={() => setBeginning(false)} />}
    </Page>
  );
}

function columnsOf(t: Say<typeof words>, figures: Figures): readonly Column<WireCard>[] {
  return [
    {
      id: 'account',
      header: t('account'),
      width: 180,
      grow: 2,
      cell: (row) => <span className="block truncate font-[550]">{row.name}</span>,
    },
    { id: 'from', header: t('from'), width: 110, drop: 2, cell: (row) => figures.day(row.fromOn) },
    { id: 'to', header: t('to'), width: 110, cell: (row) => figures.day(row.toOn) },
    { id: 'by', header: t('by'), width: 150, drop: 1, cell: (row) => row.by },
    { id: 'state', header: t('state'), width: 120, cell: (row) => <StateTag card={row} /> },
  ];
}

function StateTag({ card: { state } }: { card: WireCard }) {
  const t = useWords(words);
  const tone = state === 'reviewed' ? 'good' : state === 'prepared' ? 'plain' : 'warn';
  return <Tag tone={tone}>{t(`state_${state}`)}</Tag>;
}

function CardNarrow({ card }: { card: WireCard }) {
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{card.name}</span>
      <StateTag card={card} />
      <span className="truncate text-sm text-ink-2">{figures.day(card.toOn)}</span>
    </span>
  );
}

function BeginForm({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<{ accountId: string; name: string } | null>(null);
  const found = useAccountsFound(typed);
  const begin = useMutation({
    mutationFn: async (body: BodyOf<typeof beginReconciliation>) => {
      const accountId = picked?.accountId ?? found[0]?.accountId ?? '';
      const made = await call(beginReconciliation, { params: { accountId }, body });
      return { accountId, ...made };
    },
    onSuccess: (params) => {
      void queries.invalidateQueries({ queryKey: ['reconciliations'] });
      void navigate({ to: paths.reconciliation, params });
    },
  });
  const form = useForm(beginReconciliation, (body) => begin.mutate(body));
  const missing = picked === null && found.length === 0 ? t('found_none') : undefined;
  return (
    <Dialog title={t('begin')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField
          label={t('pick')}
          name="found"
          autoFocus
          autoComplete="off"
          value={picked?.name ?? typed}
          onChange={(event) => {
            setPicked(null);
            setTyped(event.target.value);
          }}
        />
        {picked === null && (
          <div className="flex flex-wrap gap-2">
            {found.slice(0, 6).map((row) => (
              <Button key={row.accountId} onClick={() => setPicked(row)}>
                {row.name} · {row.number}
              </Button>
            ))}
          </div>
        )}
        <DayField label={t('from')} name="fromOn" error={form.errors['fromOn']} />
        <DayField label={t('to')} name="toOn" error={form.errors['toOn']} />
        <CheckField label={t('family')} name="family" />
        <TextField
          label={t('reason')}
          name="reason"
          autoComplete="off"
          error={form.errors['reason']}
        />
        <RefusalNote error={begin.error} words={areaWords} />
        <Button type="submit" tone="main" because={missing} busy={begin.isPending}>
          {t('begin')}
        </Button>
      </form>
    </Dialog>
  );
}
