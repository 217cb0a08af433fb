/** The AR mailbox: what customers wrote, by the money that each mail holds up times its wait. */
import { useState } from 'react';
import {
  mails,
  mailStates,
  mailViews,
  type WireMail,
} from '#areas/correspondence/contract/mailbox.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { FilterField } from '#web/ui/FilterField.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { BoxesSheet, useBoxes } from './BoxesSheet.tsx';
import { keyedIntents } from './mail-data.ts';
import { MailNarrow, useMailColumns } from './mail-columns.tsx';
import { MailSheet } from './MailSheet.tsx';
import { words } from './words.ts';

const keyOf = (row: WireMail): string => row.mailId;
const narrow = (row: WireMail) => <MailNarrow mail={row} />;
const isNamed = (mailId: string) => (row: WireMail) => row.mailId === mailId;
const quiet = (row: WireMail): boolean => row.state !== 'open';

export function MailboxScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(mails);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['mails', filter],
    fetchPage: (cursor, signal) => call(mails, { query: { ...filter, cursor }, signal }),
  });
  const [at, moveTo] = usePlace(`mails ${JSON.stringify(filter)}`);
  const here = list.rows.find((row) => row.mailId === at) ?? list.rows[0];
  const [picked, setOpen] = useState<WireMail | null>(null);
  const named = search.mailId === undefined ? undefined : list.rows.find(isNamed(search.mailId));
  const open = picked ?? named ?? null;
  const close = (): void => {
    setOpen(null);
    if (named !== undefined) setSearch({ mailId: undefined, state: undefined });
  };
  const [boxes, setBoxes] = useState(false);
  const columns = useMailColumns();
  const late = list.rows.filter((row) => row.late).length;
  return (
    <Page
      title={t('mailbox')}
      sub={list.first && t('mailbox_sub', { count: list.first.count, late })}
      actions={
        <>
          <Filters search={search} onSearch={setSearch} />
          <Button onClick={() => setBoxes(true)}>{t('boxes')}</Button>
        </>
      }
    >
      <Boxes />
      <FilterLine>
        <Chips
          label={t('intents')}
          digits={open === null}
          on={search.intent}
          onPick={(intent) => setSearch({ intent })}
          chips={keyedIntents.map((value) => ({ value, name: t(`intent_${value}`) }))}
        />
      </FilterLine>
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={10} />
      ) : (
        <Grid
          label={t('mailbox')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.mailId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          narrow={narrow}
          quiet={quiet}
          paging={list.paging}
          active={open === null && !boxes}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {open !== null && <MailSheet mail={open} onClose={close} />}
      {boxes && <BoxesSheet onClose={() => setBoxes(false)} />}
    </Page>
  );
}

type Search = ReturnType<typeof useSearchState<NonNullable<typeof mails.query>>>;

function Filters({ search, onSearch }: { search: Search[0]; onSearch: Search[1] }) {
  const t = useWords(words);
  return (
    <>
      <FilterField
        label={t('search')}
        value={search.search ?? ''}
        onFilter={(text) => onSearch({ search: text })}
      />
      <Picker
        label={t('view')}
        on={search.view}
        choices={mailViews.map((value) => ({ value, name: t(`view_${value}`) }))}
        onPick={(view) => onSearch({ view })}
      />
      <Picker
        label={t('state')}
        on={search.state}
        choices={[...mailStates, 'any' as const].map((value) => ({
          value,
          name: t(`state_${value}`),
        }))}
        onPick={(state) => onSearch({ state })}
      />
    </>
  );
}

/** How the boxes stand: one that cannot be looked at says what to do about it. */
function Boxes() {
  const t = useWords(words);
  const figures = useFigures();
  const rows = useBoxes().data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 text-sm text-ink-3">
      {rows.map(({ mailboxId, name, remedy, workedAt }) => (
        <li key={mailboxId} className={remedy === null ? '' : 'text-late'}>
          {remedy !== null && t('box_problem', { box: name, remedy })}
          {remedy === null &&
            workedAt !== null &&
            t('box_fine', { box: name, at: figures.moment(workedAt) })}
        </li>
      ))}
    </ul>
  );
}
