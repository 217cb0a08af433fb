/** A step on a plan or a settlement that needs nothing but its reason. */
import type { because } from '#areas/promises/contract/plans.ts';
import { ReasonForm } from '#web/ui/ReasonForm.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { usePlanWrite } from './use-plan-write.ts';
import { words } from './words.ts';

type Because = { reason: string };

type Props<Answer> = {
  title: string;
  /** Whose plan it is. */
  name: string;
  why?: string;
  shape?: 'sheet' | 'middle';
  tone?: 'main' | 'danger';
  route: { readonly body?: typeof because };
  write: (body: Because) => Promise<Answer>;
  said: (answer: Answer) => string;
  onClose: () => void;
};

export function StepForm<Answer>({ name, write, said, onClose, ...step }: Props<Answer>) {
  const t = useWords(words);
  const act = usePlanWrite(write, { said, onClose });
  return (
    <ReasonForm
      {...step}
      sub={name}
      label={t('reason')}
      long
      act={act}
      words={areaWords}
      onClose={onClose}
    />
  );
}
