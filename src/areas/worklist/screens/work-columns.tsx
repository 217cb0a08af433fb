/** The columns of the day's list; the figure one asks for is the one that stands out. */
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Day, daysBetween, parseDay } from '#kernel/day.ts';
import { useTouchText } from '#areas/customers/screens/index.ts';
import type { WorkRow } from '#areas/worklist/contract.ts';
import { paths } from '#web/paths.ts';
import { AgeBar } from '#web/ui/AgeBar.tsx';
import { Amount, figureWidth, oneCurrency } from '#web/ui/Amount.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { useLanguage, useToday } from '#web/ui/language.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import { CoveredMark } from './CoveredMark.tsx';
import { DoTag } from './DoTag.tsx';
import { HandTag } from './HandTag.tsx';
import { useReasonText } from './reasons.ts';
import { words } from './words.ts';

/** The ages that the list's bars show, as the server buckets them. */
export const bucketLabels = ['not_due', '1-30', '31-60', '61-90', '91-120', '121+'];

export function useWorkColumns(rows: readonly WorkRow[]): readonly Column<WorkRow>[] {
  const t = useWords(words);
  const reason = useReasonText();
  const touch = useTouchText();
  const today = useToday();
  const currency = oneCurrency(rows);
  return useMemo(
    () => [
      { id: 'rank', header: '#', width: 38, align: 'end', cell: rank },
      {
        id: 'name',
        header: t('account'),
        width: 124,
        grow: 1.8,
        sort: 'name',
        cell: (row) => <Name row={row} />,
      },
      {
        id: 'why',
        header: t('why_now'),
        width: 176,
        grow: 2,
        cell: (row) => <Why text={row.reasons[0] && reason(row.reasons[0])} />,
      },
      ...figures(t, currency, rows),
      {
        id: 'age',
        header: t('age'),
        width: 76,
        drop: 2,
        sort: 'age',
        cell: (row) => (
          <AgeBar buckets={row.buckets} labels={bucketLabels} currency={row.currency} />
        ),
      },
      {
        id: 'touch',
        header: t('last_touch'),
        width: 100,
        drop: 3,
        cell: (row) => (
          <span className="lines-2 text-sm text-ink-2">
            {row.lastTouch && `${touch(row.lastTouch.phrase)} · ${ago(row.lastTouch.on, today, t)}`}
          </span>
        ),
      },
      { id: 'do', header: t('do'), width: 96, cell: (row) => <DoTag row={row} /> },
    ],
    [t, reason, touch, today, currency, rows],
  );
}

function figures(
  t: Say<typeof words>,
  currency: string | null,
  rows: readonly WorkRow[],
): readonly Column<WorkRow>[] {
  const mixed = currency === null;
  const overdue = rows.map((row) => row.overdue);
  return [
    {
      id: 'overdue',
      header: mixed ? t('overdue') : t('overdue_in', { currency }),
      width: figureWidth(overdue, 112) + (mixed ? 20 : 0),
      align: 'end',
      sort: 'size',
      cell: (row) => <Amount value={row.overdue} currency={row.currency} named={mixed} strong />,
    },
    {
      id: 'ask',
      header: t('ask'),
      width: figureWidth(rows.map(({ ask }) => ask ?? '')),
      align: 'end',
      drop: 1,
      cell: (row) =>
        row.ask === null ? (
          <span className="text-ink-3">—</span>
        ) : (
          <Amount value={row.ask} currency={row.currency} />
        ),
    },
  ];
}

function Why({ text }: { text: string | undefined }) {
  return (
    <span title={text} className="lines-2 text-sm text-ink-2">
      {text}
    </span>
  );
}

function rank(row: WorkRow) {
  return <span className="text-ink-3">{row.rank}</span>;
}

/** The account, marked when its people speak another language than the reader. */
function Name({ row }: { row: WorkRow }) {
  const reader = useLanguage();
  return (
    <span className="lines-2">
      <Link
        to={paths.account}
        params={{ accountId: row.accountId }}
        tabIndex={-1}
        className="font-[600] hover:underline"
        onClick={(event) => event.stopPropagation()}
      >
        {row.name}
      </Link>
      {row.language !== reader && (
        <span className="pl-1.5 text-xs text-ink-3">{row.language.toUpperCase()}</span>
      )}
      <CoveredMark row={row} />
      <HandTag hand={row.hand} />
    </span>
  );
}

/** `6 d`, counted from the desk's day. */
function ago(on: string, today: Day, t: Say<typeof words>): string {
  const day = parseDay(on);
  return day === undefined ? on : t('days_ago', { count: daysBetween(day, today) });
}
