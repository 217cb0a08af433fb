/** Every permit that was asked for: what was allowed, what was blocked, and why. */
import { useMemo } from 'react';
import { permitLog } from '#areas/compliance/contract/gate.ts';
import { type WirePermit, permitKinds } from '#areas/compliance/contract/shapes.ts';
import { call } from '#web/api.ts';
import { Chips } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty } from '#web/ui/states.tsx';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { AccountCell } from './AccountCell.tsx';
import { ContactTabs } from './ContactTabs.tsx';
import { LogGrid } from './LogGrid.tsx';
import { words } from './words.ts';

const tones: Record<WirePermit['kind'], Tone> = {
  allowed: 'good',
  blocked: 'stop',
  reported: 'plain',
};
const narrow = (row: WirePermit) => <PermitNarrow permit={row} />;

export function PermitLogScreen() {
  const t = useWords(words);
  const [search, setSearch] = useSearchState(permitLog);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['permits', filter],
    fetchPage: (cursor, signal) => call(permitLog, { query: { ...filter, cursor }, signal }),
  });
  const columns = usePermitColumns();
  return (
    <Page title={t('blocked_log')}>
      <ContactTabs />
      <div className="no-print mb-2.5">
        <Chips
          label={t('permit')}
          digits
          on={search.kind}
          onPick={(kind) => setSearch({ kind })}
          chips={permitKinds.map((value) => ({ value, name: t(value) }))}
        />
      </div>
      <LogGrid
        label={t('blocked_log')}
        place={`permits ${JSON.stringify(filter)}`}
        list={list}
        columns={columns}
        narrow={narrow}
        empty={<Empty title={t('no_permits')} why={t('no_permits_why')} />}
      />
    </Page>
  );
}

function usePermitColumns(): readonly Column<WirePermit>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<WirePermit>[] => [
      { id: 'at', header: t('at'), width: 130, cell: (row) => figures.moment(row.askedAt) },
      {
        id: 'account',
        header: t('account'),
        width: 180,
        grow: 1.5,
        cell: (row) => <AccountCell name={row.name} account={row.account} />,
      },
      {
        id: 'channel',
        header: t('channel'),
        width: 120,
        cell: (row) => t(`channel_${row.channel}`),
      },
      {
        id: 'permit',
        header: t('permit'),
        width: 110,
        cell: (row) => <Tag tone={tones[row.kind]}>{t(row.kind)}</Tag>,
      },
      {
        id: 'why',
        header: t('why'),
        width: 240,
        grow: 3,
        drop: 2,
        cell: (row) => (
          <span className="block truncate text-sm text-ink-2">
            {row.reasons.map(({ text }) => text).join(' ')}
          </span>
        ),
      },
    ],
    [t, figures],
  );
}

function PermitNarrow({ permit }: { permit: WirePermit }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{permit.name}</span>
      <span className="text-right">
        <Tag tone={tones[permit.kind]}>{t(permit.kind)}</Tag>
      </span>
      <span className="col-span-2 truncate text-sm text-ink-2">
        {figures.moment(permit.askedAt)} · {t(`channel_${permit.channel}`)}
        {permit.reasons[0] && ` · ${permit.reasons[0].text}`}
      </span>
    </span>
  );
}
