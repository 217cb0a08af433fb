/** Who is away in the coming weeks and who covers: planned, called off, ended early. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { plusDays, parseDay } from '#kernel/day.ts';
import type { Absence } from '#areas/team/contract.ts';
import { paths } from '#web/paths.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { AbsenceCard } from './AbsenceCard.tsx';
import { type Weeks, useAbsences } from './absences.ts';
import { CalendarPanel } from './CalendarPanel.tsx';
import { words } from './cover-words.ts';
import { CoverWeeks } from './CoverWeeks.tsx';
import { PlanAbsenceForm } from './PlanAbsenceForm.tsx';

export function CoverScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [from, setFrom] = useState<string | undefined>(undefined);
  const [planning, setPlanning] = useState(false);
  const weeks = useAbsences(from);
  const away = weeks.data?.rows.filter(({ state }) => state === 'active').length;
  const first = parseDay(weeks.data?.from ?? '');
  const turn = (days: number): void => {
    if (first !== undefined) setFrom(plusDays(first, days));
  };
  return (
    <Page
      title={t('cover')}
      sub={away !== undefined && t('cover_sub', { count: away })}
      actions={
        <>
          <Link to={paths.brief} className={linkLook}>
            {t('brief')}
          </Link>
          <Button onClick={() => turn(-7)}>{t('earlier')}</Button>
          <Button onClick={() => setFrom(undefined)}>{t('this_week')}</Button>
          <Button onClick={() => turn(7)}>{t('later')}</Button>
          <Button tone="main" onClick={() => setPlanning(true)}>
            {t('plan')}
          </Button>
        </>
      }
    >
      {weeks.isPending && <Bones lines={8} gap={14} />}
      {weeks.isError && <Failed why={why(weeks.error)} onRetry={() => void weeks.refetch()} />}
      {weeks.data !== undefined && <Away weeks={weeks.data} />}
      <CalendarPanel />
      {planning && <PlanAbsenceForm onClose={() => setPlanning(false)} />}
    </Page>
  );
}

function Away({ weeks }: { weeks: Weeks }) {
  const t = useWords(words);
  const standing = weeks.rows.filter(({ state }) => state !== 'cancelled');
  return (
    <>
      <CoversToday covering={weeks.covering} />
      {standing.length === 0 ? (
        <Empty title={t('none')} why={t('none_why')} />
      ) : (
        <CoverWeeks from={weeks.from} days={weeks.days} rows={standing} />
      )}
      {weeks.rows.length > 0 && (
        <section className="mt-5">
          <h2 className="mb-2">{t('absences')}</h2>
          <ul className="grid gap-2 lg:grid-cols-2 xl:grid-cols-3">
            {weeks.rows.map((row: Absence) => (
              <AbsenceCard key={row.absenceId} absence={row} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function CoversToday({ covering }: Pick<Weeks, 'covering'>) {
  const t = useWords(words);
  const figures = useFigures();
  if (covering.length === 0) return null;
  return (
    <p className="mb-3 rounded-md bg-warn-soft px-3 py-2 text-warn">
      <b className="font-[600]">{t('covers_today')}</b>{' '}
      {covering
        .map(({ name, work, lastOn }) =>
          t('until', { name, work: t(`work_${work}`), day: figures.day(lastOn) }),
        )
        .join('; ')}
    </p>
  );
}
