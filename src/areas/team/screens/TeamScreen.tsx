/** The people of the desk with what each may do, and adding one. */
import { useMemo, useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { AddMemberForm } from './AddMemberForm.tsx';
import { ChangeMemberForm } from './ChangeMemberForm.tsx';
import { type Member, useAllMembers } from './members.ts';
import { words } from './words.ts';

const keyOf = (row: Member): string => row.memberId;
const gone = (row: Member): boolean => !row.active;
const narrow = (row: Member) => <MemberNarrow row={row} />;

export function TeamScreen() {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('team.manage');
  const people = useAllMembers();
  const [open, setOpen] = useState<Member | 'new' | null>(null);
  const [at, moveTo] = usePlace('team');
  const columns = useMemo(() => columnsOf(t), [t]);
  const rows = people.data?.rows;
  const here = rows?.find((row) => row.memberId === at) ?? rows?.[0];
  const close = (): void => setOpen(null);
  return (
    <Page
      title={t('people')}
      sub={rows && t('people_sub', { count: rows.filter((row) => row.active).length })}
      actions={
        <Button tone="main" because={forbidden} onClick={() => setOpen('new')}>
          {t('add')}
        </Button>
      }
    >
      {people.isPending && <GridBones rows={6} />}
      {people.isError && <Failed why={why(people.error)} onRetry={() => void people.refetch()} />}
      {rows !== undefined && (
        <Grid
          label={t('people')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here?.memberId ?? null}
          onMove={moveTo}
          {...(forbidden === undefined ? { onOpen: setOpen } : {})}
          narrow={narrow}
          quiet={gone}
        />
      )}
      {open === 'new' && <AddMemberForm onClose={close} />}
      {open !== null && open !== 'new' && <ChangeMemberForm member={open} onClose={close} />}
    </Page>
  );
}

function columnsOf(t: Say<typeof words>): readonly Column<Member>[] {
  return [
    {
      id: 'name',
      header: t('name'),
      width: 160,
      grow: 1,
      cell: (row) => <span className="font-[600]">{row.name}</span>,
    },
    {
      id: 'email',
      header: t('email'),
      width: 200,
      grow: 1.4,
      drop: 1,
      cell: (row) => <span className="text-ink-2">{row.email}</span>,
    },
    {
      id: 'roles',
      header: t('roles'),
      width: 200,
      grow: 1.4,
      cell: (row) => row.roles.map((role) => t(`role_${role}`)).join(', '),
    },
    {
      id: 'duties',
      header: t('duties'),
      width: 150,
      drop: 2,
      cell: (row) => <InOneHand row={row} />,
    },
    {
      id: 'state',
      header: t('state'),
      width: 100,
      cell: (row) => (
        <Tag tone={row.active ? 'good' : 'stop'}>{t(row.active ? 'active' : 'inactive')}</Tag>
      ),
    },
  ];
}

/** That somebody holds duties kept apart elsewhere; the pairs stand with who answers for them. */
function InOneHand({ row }: { row: Member }) {
  const t = useWords(words);
  if (row.apart === 0) return null;
  return <Tag tone="warn">{t('in_one_hand', { count: row.apart })}</Tag>;
}

function MemberNarrow({ row }: { row: Member }) {
  const t = useWords(words);
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
      <span className="truncate font-[600]">{row.name}</span>
      <span className="text-right">
        <Tag tone={row.active ? 'good' : 'stop'}>{t(row.active ? 'active' : 'inactive')}</Tag>
      </span>
      <span className="truncate text-sm text-ink-2">
        {row.roles.map((role) => t(`role_${role}`)).join(', ')}
      </span>
      <span className="text-right">
        <InOneHand row={row} />
      </span>
    </span>
  );
}
