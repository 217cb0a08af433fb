/** What becomes of a finding, or of many; each goes by itself once the book is right. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  answerFindings,
  findingAnswer,
  findingStates,
  type WireFinding,
} from '#areas/projects/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import type { Choice } from './choice.ts';
import { Stake } from './Stake.tsx';
import { type Asking, call, tryOut } from '#web/api.ts';
import { useTwoSteps } from '#web/ui/two-steps.ts';
import { words } from './words.ts';

type Props = {
  choice: Choice;
  /** The only one, whose answer so far is shown. */
  finding: WireFinding | undefined;
  onClose: (done: boolean) => void;
};

export function AnswerForm({ choice, finding, onClose }: Props) {
  const t = useWords(words);
  const f = useWords(areaWords);
  const queries = useQueryClient();
  const steps = useTwoSteps({
    attempt: (asking: Asking<typeof answerFindings>) => tryOut(answerFindings, asking),
    write: (asking) => call(answerFindings, asking),
    straight: finding !== undefined,
    onDone: ({ count }) => {
      void queries.invalidateQueries({ queryKey: ['verification'] });
      say({ text: finding ? t('saved') : t('answered_many', { count }) });
      onClose(true);
    },
  });
  const form = useForm(findingAnswer, (body) => steps.send({ body: { ...body, ...choice.said } }));
  const before = finding === undefined || finding.state === 'open' ? 'in_work' : finding.state;
  const [state, setChosen] = useState<string>(before);
  return (
    <Dialog
      title={finding ? f(`finding.${finding.kind}`) : t('these', { count: choice.count })}
      {...(finding ? { sub: finding.name } : {})}
      onClose={() => onClose(false)}
    >
      <form noValidate onSubmit={form.onSubmit} onChange={steps.forget} className="grid gap-3.5">
        <SelectField
          label={t('answer_state')}
          name="state"
          autoFocus
          value={state}
          onChange={(event) => setChosen(event.target.value)}
          choices={findingStates.map((value) => ({ value, name: t(`state_${value}`) }))}
        />
        <AreaField
          label={t('answer_note')}
          name="note"
          defaultValue={finding?.note ?? ''}
          error={form.errors.note}
        />
        {state === 'accepted' && (
          <DayField
            label={t('until')}
            name="until"
            defaultValue={finding?.until ?? ''}
            error={form.errors.until}
          />
        )}
        {steps.would && <Stake stake={steps.would} />}
        <RefusalNote error={steps.error} words={areaWords} />
        <Button type="submit" tone="main" busy={steps.busy}>
          {finding ? t('save') : t(steps.would ? 'do_it' : 'preview')}
        </Button>
      </form>
    </Dialog>
  );
}
