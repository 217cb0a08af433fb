/** The company's own checklist: steps added, said otherwise, left out; none is the standard one. */
import { useState } from 'react';
import { type MonthEnd, setChecklist } from '#areas/reports/contract/month-end.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { useMonthWrite } from './month-mutation.ts';
import { isStep, words } from './month-words.ts';

type Step = { step: string; en: string; es: string };
type Props = { month: MonthEnd; onClose: () => void };

export function ChecklistForm({ month, onClose }: Props) {
  const t = useWords(words);
  const [steps, setSteps] = useState(() => month.steps.map(wordedStep));
  const keep = useMonthWrite(
    (wanted: readonly Step[]) =>
      call(setChecklist, { body: { company: month.company, steps: [...wanted] } }),
    onClose,
  );
  const unsaid = steps.some(({ en, es }) => en.trim() === '' || es.trim() === '');
  const change = (at: number, said: Partial<Step>): void =>
    setSteps(steps.map((step, index) => (index === at ? { ...step, ...said } : step)));
  return (
    <Dialog title={t('change_checklist')} sub={month.companyName} onClose={onClose} shape="wide">
      <ol className="grid gap-3">
        {steps.map((step, at) => (
          <li key={step.step} className="grid items-end gap-2 sm:grid-cols-[1fr_1fr_auto]">
            <TextField
              label={t('in_english', { number: at + 1 })}
              name={`en-${at}`}
              value={step.en}
              onChange={(event) => change(at, { en: event.target.value })}
            />
            <TextField
              label={t('in_spanish', { number: at + 1 })}
              name={`es-${at}`}
              value={step.es}
              onChange={(event) => change(at, { es: event.target.value })}
            />
            <Button onClick={() => setSteps(steps.filter((each) => each !== step))}>
              {t('leave_out')}
            </Button>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 pt-4">
        <Button onClick={() => setSteps([...steps, { step: freeName(steps), en: '', es: '' }])}>
          {t('add_step')}
        </Button>
        <Button onClick={() => keep.mutate([])} busy={keep.isPending}>
          {t('standard_checklist')}
        </Button>
        <Button
          tone="main"
          busy={keep.isPending}
          because={unsaid ? t('both_languages') : undefined}
          onClick={() => keep.mutate(steps)}
        >
          {t('save')}
        </Button>
      </div>
      <RefusalNote error={keep.error} words={areaWords} />
    </Dialog>
  );
}

/** A step in both languages; the standard ones have their words here. */
function wordedStep({ step, title }: MonthEnd['steps'][number]): Step {
  const said = title ?? (isStep(step) ? words[`step_${step}`] : { en: step, es: step });
  return { step, en: said.en, es: said.es };
}

function freeName(steps: readonly Step[]): string {
  for (let number = 1; ; number += 1) {
    const name = `own_${number}`;
    if (!steps.some(({ step }) => step === name)) return name;
  }
}
