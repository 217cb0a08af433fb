/** The columns of the hold list, and an order that waits on a phone. */
import { useMemo } from 'react';
import { useRoleName } from '#areas/approvals/screens/index.ts';
import type { WireHold } from '#areas/credit/contract/holds.ts';
import { Amount } from '#web/ui/Amount.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { LimitBar } from './LimitBar.tsx';
import { words } from './words.ts';

export function useHoldColumns(
  marked: ReadonlySet<string>,
  onMark: (row: WireHold) => void,
): readonly Column<WireHold>[] {
  const t = useWords(words);
  return useMemo(
    (): readonly Column<WireHold>[] => [
      {
        id: 'mark',
        header: t('mark_column'),
        width: 56,
        cell: (row) => (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('mark', { order: row.order })}
            checked={marked.has(row.orderId)}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onMark(row)}
          />
        ),
      },
      { id: 'order', header: t('order'), width: 110, cell: (row) => row.order },
      {
        id: 'account',
        header: t('account'),
        width: 160,
        grow: 2,
        cell: (row) => <span className="block truncate font-[600]">{row.name}</span>,
      },
      {
        id: 'amount',
        header: t('amount'),
        width: 130,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} named strong />,
      },
      {
        id: 'why',
        header: t('why'),
        width: 220,
        grow: 3,
        cell: (row) => <Reasons hold={row} />,
      },
      {
        id: 'risk',
        header: t('risk'),
        width: 170,
        drop: 2,
        cell: (row) => <LimitBar figures={row.figures} />,
      },
      { id: 'who', header: t('who'), width: 120, drop: 1, cell: (row) => <WhoMay hold={row} /> },
    ],
    [t, marked, onMark],
  );
}

function Reasons({ hold }: { hold: WireHold }) {
  const t = useWords(words);
  const said = hold.reasons.map(({ says }) => says).join(' · ');
  return (
    <span className="flex items-center gap-1.5">
      {hold.alerted && <Tag tone="stop">{t('alerted')}</Tag>}
      {hold.clearsNow && <Tag tone="good">{t('view_clears')}</Tag>}
      <span className="line-clamp-2 text-sm leading-snug whitespace-normal" title={said}>
        {said}
      </span>
    </span>
  );
}

/** Within the reader's authority, or whose it is. */
export function WhoMay({ hold: { authority } }: { hold: WireHold }) {
  const t = useWords(words);
  const roleName = useRoleName();
  if (authority.asked) return <Tag tone="warn">{t('asked')}</Tag>;
  if (authority.mine) return <Tag tone="good">{t('you')}</Tag>;
  const who = authority.who === null ? t('nobody') : roleName(authority.who);
  return <span className="text-sm text-ink-2">{who}</span>;
}

export function HoldNarrow({ hold }: { hold: WireHold }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">
        {hold.order} · {hold.name}
      </span>
      <Amount value={hold.amount} currency={hold.currency} named strong />
      <span className="line-clamp-2 text-sm leading-snug whitespace-normal text-ink-2">
        {hold.reasons.map(({ says }) => says).join(' · ')}
      </span>
      <span className="text-right">
        <WhoMay hold={hold} />
      </span>
    </span>
  );
}
