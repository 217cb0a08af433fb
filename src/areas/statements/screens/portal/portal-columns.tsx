/** The columns of the portal register, and a row of it on a phone. */
import { useMemo } from 'react';
import type { WirePortalInvoice } from '#areas/statements/contract/portal.ts';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

const tones: Record<WirePortalInvoice['state'], Tone> = {
  to_submit: 'warn',
  submitted: 'plain',
  rejected: 'late',
  approved: 'good',
  paid: 'good',
};

export function usePortalColumns(): readonly Column<WirePortalInvoice>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<WirePortalInvoice>[] => [
      {
        id: 'account',
        header: t('account'),
        width: 180,
        grow: 2,
        cell: (row) => <span className="block truncate font-[600]">{row.name}</span>,
      },
      { id: 'invoice', header: t('invoice'), width: 130, cell: (row) => row.number },
      {
        id: 'portal',
        header: t('portal'),
        width: 110,
        grow: 1,
        drop: 2,
        cell: (row) => <span className="block truncate">{row.portal}</span>,
      },
      {
        id: 'issued',
        header: t('issued'),
        width: 100,
        drop: 3,
        cell: (row) => figures.day(row.issuedOn),
      },
      {
        id: 'state',
        header: t('state'),
        width: 120,
        cell: (row) => <PortalTag state={row.state} />,
      },
      {
        id: 'since',
        header: t('since'),
        width: 100,
        drop: 1,
        cell: (row) => (row.on === null ? '' : figures.day(row.on)),
      },
      {
        id: 'said',
        header: t('said'),
        width: 160,
        grow: 3,
        drop: 1,
        cell: (row) => <span className="block truncate text-ink-2">{row.reason}</span>,
      },
    ],
    [t, figures],
  );
}

export function PortalTag({ state }: Pick<WirePortalInvoice, 'state'>) {
  const t = useWords(words);
  return <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>;
}

export function PortalNarrow({ row }: { row: WirePortalInvoice }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <span className="text-right">
        <PortalTag state={row.state} />
      </span>
      <span className="col-span-2 truncate text-sm text-ink-2">
        {[row.number, row.portal, row.reason].filter((part) => part !== '').join(' · ')}
      </span>
    </span>
  );
}
