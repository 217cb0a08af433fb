/** Every message of the desk by where it stands: what waits, what is held, what must be settled. */
import { useState } from 'react';
import { outbox, type WireMessageLine } from '#areas/correspondence/contract/messages.ts';
import { call } from '#web/api.ts';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { messageStates } from '../../rules/messages/message.ts';
import { MessageDialog } from './MessageDialog.tsx';
import { OutboxNarrow, useOutboxColumns } from './outbox-columns.tsx';
import { OutboxTabs } from './OutboxTabs.tsx';
import { SendingBand } from './SendingBand.tsx';
import { words } from './words.ts';

const keyOf = (row: WireMessageLine): string => row.messageId;
const narrow = (row: WireMessageLine) => <OutboxNarrow row={row} />;
const over = (row: WireMessageLine): boolean => row.state === 'cancelled';

export function OutboxScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(outbox);
  const { cursor: _, ...filter } = search;
  const [open, setOpen] = useState<WireMessageLine | null>(null);
  const list = useList({
    key: ['outbox', filter],
    fetchPage: (cursor, signal) => call(outbox, { query: { ...filter, cursor }, signal }),
  });
  const [at, moveTo] = usePlace(`outbox ${JSON.stringify(filter)}`);
  const columns = useOutboxColumns();
  const here = list.rows.find((row) => row.messageId === at) ?? list.rows[0];
  const counts = new Map(list.first?.states.map(({ state, count }) => [state, count]));
  return (
    <Page title={t('outbox')}>
      <OutboxTabs />
      <SendingBand />
      <FilterLine>
        <Chips
          label={t('state_filter')}
          digits
          on={search.state}
          onPick={(state) => setSearch({ state })}
          chips={messageStates
            .filter((state) => counts.has(state) || state === search.state)
            .map((value) => ({ value, name: t(`state_${value}`), count: counts.get(value) ?? 0 }))}
          all={[...counts.values()].reduce((total, count) => total + count, 0)}
        />
      </FilterLine>
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={10} rowHeight={46} />
      ) : (
        <Grid
          label={t('outbox')}
          columns={columns}
          rowHeight={46}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.messageId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          narrow={narrow}
          quiet={over}
          paging={list.paging}
          empty={<Empty title={t('nothing_here')} />}
        />
      )}
      {open !== null && (
        <MessageDialog
          accountId={open.accountId}
          messageId={open.messageId}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}
