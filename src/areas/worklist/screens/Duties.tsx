/** What is the reader's to do and of no account: each with its last day, and where it is done. */
import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { worklist } from '#areas/worklist/contract.ts';
import { words } from './words.ts';

type Props = { duties: AnswerOf<typeof worklist>['duties'] };

export function Duties({ duties }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  if (duties.length === 0) return null;
  return (
    <section aria-label={t('duties')} className="no-print mb-2.5">
      <ul className="grid gap-1">
        {duties.map((duty) => (
          <li key={duty.clockId} className="flex flex-wrap items-center gap-2">
            <Tag tone={duty.daysLate > 0 ? 'late' : 'warn'}>
              {t('duty_due', { day: figures.day(duty.dueOn) })}
            </Tag>
            {duty.kind === 'cash_review' ? (
              <Link
                className="font-[550] underline"
                to={paths.dailyClose}
                search={{ company: duty.company, day: duty.facts['day'] }}
              >
                {duty.title}
              </Link>
            ) : (
              <Link className="font-[550] underline" to={paths.cash}>
                {duty.title}
              </Link>
            )}
            <span className="text-sm text-ink-2">
              {[
                duty.company,
                duty.facts['day'] && figures.day(duty.facts['day']),
                duty.facts['amount'] &&
                  figures.money(duty.facts['amount'], duty.facts['currency'] ?? ''),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
