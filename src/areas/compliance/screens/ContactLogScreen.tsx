/** The contact log: every contact over all channels, filtered, and as a file. */
import { useMemo } from 'react';
import { contactLog, exportContacts } from '#areas/compliance/contract/gate.ts';
import type { WireContact } from '#areas/compliance/contract/shapes.ts';
import { channels } from '#areas/compliance/rules/contact.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { call, hrefOf } from '#web/api.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { AccountCell } from './AccountCell.tsx';
import { ContactTabs } from './ContactTabs.tsx';
import { LogGrid } from './LogGrid.tsx';
import { words } from './words.ts';

const narrow = (row: WireContact) => <ContactNarrow contact={row} />;

export function ContactLogScreen() {
  const t = useWords(words);
  const [search, setSearch] = useSearchState(contactLog);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['contacts', filter],
    fetchPage: (cursor, signal) => call(contactLog, { query: { ...filter, cursor }, signal }),
  });
  const columns = useContactColumns();
  const clear = { channel: undefined, mine: undefined, breach: undefined, from: undefined };
  return (
    <Page title={t('contact_log')} actions={<LogActions search={search} onSearch={setSearch} />}>
      <ContactTabs />
      <FilterLine>
        <Chips
          label={t('channel')}
          digits
          on={search.channel}
          onPick={(channel) => setSearch({ channel })}
          chips={channels.map((value) => ({ value, name: t(`channel_${value}`) }))}
        />
      </FilterLine>
      <LogGrid
        label={t('contact_log')}
        place={`contacts ${JSON.stringify(filter)}`}
        list={list}
        columns={columns}
        narrow={narrow}
        empty={
          <Empty title={t('none')} why={t('none_why')}>
            <Button onClick={() => setSearch(clear)}>{t('show_all')}</Button>
          </Empty>
        }
      />
    </Page>
  );
}

type Search = QueryOf<typeof contactLog>;
type ActionsProps = {
  search: Search;
  onSearch: (part: { mine?: 'true' | undefined; breach?: 'true' | undefined }) => void;
};

function LogActions({ search, onSearch }: ActionsProps) {
  const t = useWords(words);
  const { cursor: _, limit: __, ...asked } = search;
  const [mine, breach] = [search.mine === 'true', search.breach === 'true'];
  return (
    <>
      <Button aria-pressed={breach} onClick={() => onSearch({ breach: flag(!breach) })}>
        {t('only_breaches')}
      </Button>
      <Button aria-pressed={mine} onClick={() => onSearch({ mine: flag(!mine) })}>
        {t(mine ? 'everybodys' : 'mine')}
      </Button>
      {(['csv', 'xlsx'] as const).map((format) => (
        <a
          key={format}
          download
          href={hrefOf(exportContacts, { query: { ...asked, format } })}
          className={linkLook}
        >
          {t(format)}
        </a>
      ))}
    </>
  );
}

function flag(on: boolean): 'true' | undefined {
  return on ? 'true' : undefined;
}

function useContactColumns(): readonly Column<WireContact>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<WireContact>[] => [
      { id: 'at', header: t('at'), width: 130, cell: (row) => figures.moment(row.at) },
      {
        id: 'account',
        header: t('account'),
        width: 180,
        grow: 2,
        cell: (row) => <AccountCell name={row.name} account={row.account} />,
      },
      {
        id: 'channel',
        header: t('channel'),
        width: 120,
        cell: (row) => t(`channel_${row.channel}`),
      },
      {
        id: 'result',
        header: t('result'),
        width: 150,
        cell: (row) => (row.direction === 'in' ? t('from_them') : t(`result_${row.result}`)),
      },
      {
        id: 'whom',
        header: t('whom'),
        width: 150,
        grow: 1,
        drop: 3,
        cell: (row) => <Quiet text={row.contactName ?? row.address} />,
      },
      {
        id: 'permit',
        header: t('permit'),
        width: 150,
        drop: 2,
        cell: (row) => <PermitTag contact={row} />,
      },
      { id: 'by', header: t('by'), width: 120, drop: 4, cell: (row) => <Quiet text={row.actor} /> },
    ],
    [t, figures],
  );
}

function Quiet({ text }: { text: string }) {
  return <span className="block truncate text-sm text-ink-2">{text}</span>;
}

function PermitTag({ contact }: { contact: WireContact }) {
  const t = useWords(words);
  const { permitKind, breaches } = contact;
  if (breaches.length > 0) return <Tag tone="late">{breaches.map(({ id }) => id).join(', ')}</Tag>;
  return <Tag tone={permitKind === 'allowed' ? 'good' : 'plain'}>{t(permitKind)}</Tag>;
}

function ContactNarrow({ contact }: { contact: WireContact }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{contact.name}</span>
      <span>{t(`channel_${contact.channel}`)}</span>
      <span className="truncate text-sm text-ink-2">
        {figures.moment(contact.at)} ·{' '}
        {contact.direction === 'in' ? t('from_them') : t(`result_${contact.result}`)}
      </span>
      <span className="text-right">
        <PermitTag contact={contact} />
      </span>
    </span>
  );
}
