/** Open invoices that go into customers' own portals, and where each stands there. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PaperTabs } from '#areas/correspondence/screens/index.ts';
import { portalRegister, type WirePortalInvoice } from '#areas/statements/contract/portal.ts';
import { call } from '#web/api.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { portalStates } from '../../rules/portal.ts';
import { PortalNote } from './PortalNote.tsx';
import { PortalNarrow, usePortalColumns } from './portal-columns.tsx';
import { words } from './words.ts';

const keyOf = (row: WirePortalInvoice): string => row.documentId;
const narrow = (row: WirePortalInvoice) => <PortalNarrow row={row} />;
const mostRows = 500;

export function PortalScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [{ company, state }, setSearch] = useSearchState(portalRegister);
  const read = useQuery({
    queryKey: ['portal-register', company, state],
    queryFn: ({ signal }) =>
      call(portalRegister, { query: { company, state, limit: mostRows }, signal }),
  });
  const rows = read.data?.rows ?? [];
  const [at, moveTo] = usePlace(`portals ${company ?? ''} ${state ?? ''}`);
  const here = rows.find((row) => row.documentId === at) ?? rows[0];
  const [open, setOpen] = useState<WirePortalInvoice | null>(null);
  const columns = usePortalColumns();
  const more = read.data?.more === true ? 'yes' : 'no';
  return (
    <Page
      title={t('portals')}
      sub={read.data && t('portals_sub', { count: rows.length, more })}
      actions={
        <Picker
          label={t('show')}
          on={state ?? 'all'}
          choices={(['all', ...portalStates] as const).map((value) => ({
            value,
            name: t(`state_${value}`),
          }))}
          onPick={(value) => setSearch({ state: value === 'all' ? undefined : value })}
        />
      }
    >
      <PaperTabs />
      {read.isPending && <GridBones rows={8} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {read.data !== undefined && (
        <Grid
          label={t('portals')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here?.documentId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          narrow={narrow}
          active={open === null}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {open !== null && <PortalNote row={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
