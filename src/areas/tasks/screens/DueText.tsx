/** By when, and whether that has passed. */
import type { WireTask } from '#areas/tasks/contract.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function DueText({ task }: { task: WireTask }) {
  const t = useWords(words);
  const figures = useFigures();
  if (task.dueOn === null) return <span className="text-sm text-ink-3">{t('no_day')}</span>;
  const day = [figures.day(task.dueOn), task.dueTime].filter(Boolean).join(', ');
  return (
    <span className={task.overdue ? 'font-[600] text-late' : ''}>
      {day}
      {task.overdue && ` · ${t('late')}`}
    </span>
  );
}
