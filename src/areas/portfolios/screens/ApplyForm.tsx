/** The last step of a bulk act: why it is done, and doing it as it was shown. */
import { type FormEvent, useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { type Effect, type Last, useApply } from './preview.ts';
import { words } from './words.ts';

type Props = {
  effect: Effect;
  apply: (last: Last) => Promise<Effect>;
  onDone: () => void;
};

export function ApplyForm({ effect, apply, onDone }: Props) {
  const t = useWords(words);
  const forbidden = useMay()('portfolio.manage');
  const [missing, setMissing] = useState(false);
  const act = useApply(apply, onDone);
  const { accounts } = effect;
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('reason');
    const reason = typeof given === 'string' ? given.trim() : '';
    setMissing(reason === '');
    if (reason === '') event.currentTarget.querySelector('input')?.focus();
    else if (forbidden === undefined) act.mutate({ expected: accounts, reason });
  }
  return (
    <form noValidate onSubmit={send} className="no-print mt-4 grid gap-2.5">
      <TextField
        label={t('reason')}
        name="reason"
        autoComplete="off"
        maxLength={500}
        error={missing ? t('reason_missing') : undefined}
      />
      <RefusalNote error={act.error} words={areaWords} />
      <div>
        <Button type="submit" tone="main" because={forbidden} busy={act.isPending}>
          {t('apply', { count: accounts })}
        </Button>
      </div>
    </form>
  );
}
