/** The verb of the row: what to do, or who is doing it already. */
import type { WorkKind, WorkRow } from '#areas/worklist/contract.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

const tones: Record<WorkKind, Tone> = {
  clock_due: 'stop',
  order_held: 'warn',
  early_warning: 'warn',
  promise_broken: 'late',
  promise_due: 'good',
  plan_breached: 'late',
  plan_late: 'late',
  plan_due: 'good',
  callback: 'warn',
  reply_waiting: 'warn',
  dispute: 'warn',
  strategy_call: 'warn',
  follow_up: 'warn',
  task: 'warn',
  campaign: 'good',
  overdue: 'late',
  unposted_cash: 'stop',
  unapplied_cash: 'good',
  check_portal: 'warn',
  fix_contact: 'warn',
  incomplete_data: 'warn',
};

export function DoTag({ row }: { row: WorkRow }) {
  const t = useWords(words);
  const figures = useFigures();
  if (row.inWorkBy !== null) {
    return (
      <Tag tone="stop">
        <span aria-hidden>● </span>
        <span title={t('in_work', { name: row.inWorkBy })}>{row.inWorkBy.split(' ')[0]}</span>
      </Tag>
    );
  }
  if (row.snoozedUntil !== null) {
    return <Tag>{t('snoozed_until', { day: figures.day(row.snoozedUntil) })}</Tag>;
  }
  const kind = row.reasons[0]?.kind;
  return kind === undefined ? null : <Tag tone={tones[kind]}>{t(`do_${kind}`)}</Tag>;
}
