/** A step that needs nothing but its reason. */
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words/unclaimed.ts';

type Props = {
  title: string;
  text: string;
  act: Pick<UseMutationResult<unknown, Error, string>, 'error' | 'isPending' | 'mutate'>;
  onClose: () => void;
};

export function ReasonForm({ title, text, act, onClose }: Props) {
  const t = useWords(words);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <Dialog title={title} onClose={onClose} shape="middle">
      <form
        noValidate
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(reason.trim() === '');
          if (reason.trim() !== '') act.mutate(reason.trim());
        }}
      >
        <p className="text-ink-2 text-pretty">{text}</p>
        <TextField
          label={t('reason')}
          name="reason"
          autoComplete="off"
          autoFocus
          value={reason}
          error={isMissing ? t('reason') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalNote error={act.error} words={areaWords} />
        <Button type="submit" tone="main" busy={act.isPending}>
          {title}
        </Button>
      </form>
    </Dialog>
  );
}
