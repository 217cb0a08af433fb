/** What is to be done before a month is signed; some of it the book knows by itself. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type MonthEnd, tickStep } from '#areas/reports/contract/month-end.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { CheckField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { ChecklistForm } from './ChecklistForm.tsx';
import { useMonthWrite } from './month-mutation.ts';
import { isStep, words } from './month-words.ts';

type Step = MonthEnd['steps'][number];

/** Where the proof of a step is looked at; where there is none, it is a person's word. */
const evidence = {
  bank_files_in: { to: paths.bankRec, words: 'see_banks' },
  aging_reviewed: { to: paths.review, words: 'see_review' },
  closings_confirmed: { to: paths.closings, words: 'confirm_closings' },
  over60_pack: { to: paths.over60, words: 'see_over60' },
} as const;

function Evidence({ step }: { step: string }) {
  const t = useWords(words);
  if (!isEvident(step)) return null;
  const { to, words: title } = evidence[step];
  return (
    <>
      {' '}
      <Link to={to} className={linkLook}>
        {t(title)}
      </Link>
    </>
  );
}

function isEvident(step: string): step is keyof typeof evidence {
  return step in evidence;
}

export function Checklist({ month }: { month: MonthEnd }) {
  const t = useWords(words);
  const language = useLanguage();
  const mayDo = useMay();
  const may = mayDo('month_end.work');
  const maySign = mayDo('month_end.sign');
  const [changing, setChanging] = useState(false);
  const { company, period, steps, signed } = month;
  const tick = useMonthWrite(
    ({ step, done }: { step: string; done: boolean }) =>
      call(tickStep, { params: { period: period.name }, body: { company, step, done } }),
    () => undefined,
  );
  const titleOf = ({ step, title }: Step): string =>
    title?.[language] ?? (isStep(step) ? t(`step_${step}`) : step);
  const because = may ?? (signed === null ? undefined : t('ticks_signed'));
  const locked = because !== undefined || tick.isPending;
  return (
    <section aria-label={t('checklist')} className="rounded-lg border border-line bg-surface p-4">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-[600]">{t('checklist')}</h2>
        <Button because={maySign} onClick={() => setChanging(true)}>
          {t('change_checklist')}
        </Button>
      </div>
      {because !== undefined && <p className="mb-1 text-sm text-ink-2">{because}</p>}
      {changing && <ChecklistForm month={month} onClose={() => setChanging(false)} />}
      <ul>
        {steps.map((step) => (
          <li key={step.step} className="flex flex-wrap items-center justify-between gap-x-3">
            <CheckField
              label={titleOf(step)}
              checked={step.done}
              disabled={locked || step.byFacts}
              onChange={(event) => tick.mutate({ step: step.step, done: event.target.checked })}
            />
            <span className="text-sm text-ink-3">
              {step.byFacts ? t('by_facts') : step.tick && t('ticked_by', { by: step.tick.by })}
              <Evidence step={step.step} />
            </span>
          </li>
        ))}
      </ul>
      <RefusalNote error={tick.error} words={areaWords} />
    </section>
  );
}
