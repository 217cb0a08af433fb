/** Where a task may go next, with the word that waiting and dropping need. */
import { type FormEvent, useState } from 'react';
import type { WireTask } from '#areas/tasks/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { useMoveTask } from './task-data.ts';
import { words } from './words.ts';

export function MoveBar({ task }: { task: WireTask }) {
  const t = useWords(words);
  const forbidden = useMay()('tasks.work');
  const [note, setNote] = useState('');
  const move = useMoveTask();
  const go = (to: WireTask['state']) => (): void =>
    move.mutate({ task, body: { to, note } }, { onSuccess: () => setNote('') });
  const has = (...states: readonly WireTask['state'][]): boolean => states.includes(task.state);
  if (has('done', 'dropped')) {
    return (
      <div className="grid gap-2">
        <RefusalNote error={move.error} words={areaWords} />
        <Button because={forbidden} busy={move.isPending} onClick={go('open')}>
          {t('reopen')}
        </Button>
      </div>
    );
  }
  return (
    <form
      noValidate
      className="grid gap-2.5"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        go('waiting')();
      }}
    >
      <TextField
        label={t('move_note')}
        name="note"
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <RefusalNote error={move.error} words={areaWords} />
      <div className="flex flex-wrap gap-2">
        <Button tone="main" because={forbidden} busy={move.isPending} onClick={go('done')}>
          {t('done')}
        </Button>
        {!has('in_work') && (
          <Button because={forbidden} onClick={go('in_work')}>
            {t('start')}
          </Button>
        )}
        {!has('waiting') && (
          <Button because={forbidden} type="submit">
            {t('wait')}
          </Button>
        )}
        <Button tone="danger" because={forbidden} onClick={go('dropped')}>
          {t('drop')}
        </Button>
      </div>
    </form>
  );
}
