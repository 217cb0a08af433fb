/** A task on a phone: what, by when, how it stands and whose it is. */
import type { WireTask } from '#areas/tasks/contract.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { DueText } from './DueText.tsx';
import { StateTag } from './task-columns.tsx';
import { priorityTones } from './task-tones.ts';
import { words } from './words.ts';

export function TaskNarrow({ task }: { task: WireTask }) {
  const t = useWords(words);
  const { priority, account, assignee, title } = task;
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{title}</span>
      <span className="text-right">
        <StateTag task={task} />
      </span>
      <span className="truncate text-sm text-ink-2">
        <DueText task={task} /> {account?.name ?? assignee}
      </span>
      <span className="text-right">
        {priority !== 'normal' && (
          <Tag tone={priorityTones[priority]}>{t(`priority_${priority}`)}</Tag>
        )}
      </span>
    </span>
  );
}
