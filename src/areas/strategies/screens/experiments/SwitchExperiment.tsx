/** Starts or stops an experiment, with the reason that will stand beside it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { setExperiment, type WireExperiment } from '#areas/strategies/contract/runs.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function SwitchExperiment({ row, onClose }: { row: WireExperiment; onClose: () => void }) {
  const t = useWords(words);
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const { strategy, isOn } = row;
  const turn = useMutation({
    mutationFn: () => call(setExperiment, { params: { strategy }, body: { isOn: !isOn, reason } }),
    onSuccess: () => {
      say({ text: t('switched') });
      void client.invalidateQueries({ queryKey: ['strategy-experiments'] });
      onClose();
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    turn.mutate();
  };
  return (
    <Dialog
      title={t(isOn ? 'stop_of' : 'start_of', { strategy })}
      sub={t(isOn ? 'stop_why' : 'start_why', { strategy })}
      onClose={onClose}
      shape="middle"
    >
      <form noValidate onSubmit={send} className="grid gap-3.5">
        <TextField
          label={t('reason')}
          name="reason"
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalNote error={turn.error} words={words} />
        <Button type="submit" tone={isOn ? 'danger' : 'main'} busy={turn.isPending}>
          {t(isOn ? 'stop' : 'start')}
        </Button>
      </form>
    </Dialog>
  );
}
