/** Done for today: one digit says how it went, and the next account comes up. */
import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { useFinish, type Worked } from './work-actions.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

const results = ['reached', 'not_reached', 'promised', 'resolved', 'no_action'] as const;

type Props = {
  work: Worked;
  onNext: (accountId: string | null) => void;
  onClose: () => void;
};

export function DoneForm({ work, onNext, onClose }: Props) {
  const t = useWords(words);
  const [note, setNote] = useState('');
  const finish = useFinish(work, {
    onNext: (next) => {
      onClose();
      onNext(next);
    },
  });
  return (
    <Dialog title={t('done_title')} sub={work.name} onClose={onClose} shape="middle">
      <div className="grid gap-3.5">
        <ResultKeys busy={finish.isPending} onPick={(result) => finish.mutate({ result, note })} />
        <TextField
          label={t('done_note')}
          name="note"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <RefusalNote error={finish.error} words={areaWords} />
      </div>
    </Dialog>
  );
}

type KeysProps = { busy: boolean; onPick: (result: (typeof results)[number]) => void };

function ResultKeys({ busy, onPick }: KeysProps) {
  const t = useWords(words);
  useKeys(
    results.map((result, index) => ({
      key: String(index + 1),
      phrase: t(`result_${result}`),
      run: () => {
        if (!busy) onPick(result);
      },
    })),
  );
  return (
    <div className="grid gap-1.5">
      {results.map((result, index) => (
        <Button
          key={result}
          keys={String(index + 1)}
          busy={busy}
          autoFocus={index === 0}
          className="justify-between! min-h-10!"
          onClick={() => onPick(result)}
        >
          {t(`result_${result}`)}
        </Button>
      ))}
    </div>
  );
}
