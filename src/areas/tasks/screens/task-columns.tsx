/** The columns of the inbox. */
import { useMemo } from 'react';
import type { WireTask } from '#areas/tasks/contract.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { DueText } from './DueText.tsx';
import { priorityTones, stateTones } from './task-tones.ts';
import { words } from './words.ts';

export function useTaskColumns(): readonly Column<WireTask>[] {
  const t = useWords(words);
  return useMemo((): readonly Column<WireTask>[] => {
    return [
      {
        id: 'title',
        header: t('what'),
        width: 220,
        grow: 3,
        cell: (row) => (
          <span className="block truncate">
            <span className="font-[600]">{row.title}</span>{' '}
            <span className="text-sm text-ink-3">{row.account?.name}</span>
          </span>
        ),
      },
      {
        id: 'priority',
        header: t('priority'),
        width: 90,
        cell: (row) => (
          <Tag tone={priorityTones[row.priority]}>{t(`priority_${row.priority}`)}</Tag>
        ),
      },
      { id: 'due', header: t('due'), width: 150, cell: (row) => <DueText task={row} /> },
      {
        id: 'state',
        header: t('state'),
        width: 120,
        cell: (row) => <StateTag task={row} />,
      },
      {
        id: 'whose',
        header: t('whose'),
        width: 120,
        grow: 1,
        drop: 2,
        cell: (row) => (
          <span className="block truncate text-sm text-ink-2">{row.assignee ?? t('whoever')}</span>
        ),
      },
      {
        id: 'box',
        header: t('time_box'),
        width: 96,
        align: 'end',
        drop: 3,
        cell: (row) =>
          row.timeBoxMinutes === null ? '' : t('minutes', { count: row.timeBoxMinutes }),
      },
    ];
  }, [t]);
}

/** The state; blocked where it cannot be started. */
export function StateTag({ task }: { task: WireTask }) {
  const t = useWords(words);
  const standing = task.state === 'open' || task.state === 'waiting';
  if (task.blocked && standing) return <Tag tone="stop">{t('blocked')}</Tag>;
  return <Tag tone={stateTones[task.state]}>{t(`state_${task.state}`)}</Tag>;
}
