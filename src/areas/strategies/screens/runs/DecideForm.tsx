/** A person's word on one step or many: approved, put off to a day, rejected; with the reason. */
import { useMutation } from '@tanstack/react-query';
import { decideProposals } from '#areas/strategies/contract/runs.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { type FormEvent, useState } from 'react';
import { words } from './words.ts';

export type Act = 'approve' | 'hold' | 'reject';

type Props = {
  act: Act;
  proposalIds: readonly string[];
  onClose: () => void;
  onDecided: () => void;
};

export function DecideForm({ act, proposalIds, onClose, onDecided }: Props) {
  const t = useWords(words);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const decide = useMutation({
    mutationFn: () =>
      call(decideProposals, {
        body: {
          act,
          proposalIds: [...proposalIds],
          reason,
          ...(act === 'hold' ? { until } : {}),
        },
      }),
    onSuccess: ({ changed, queued }) => {
      say({ text: t('decided', { changed, queued }) });
      onDecided();
      onClose();
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    decide.mutate();
  };
  return (
    <Dialog
      title={`${t(act)}: ${t('decide_title', { count: proposalIds.length })}`}
      onClose={onClose}
      shape="middle"
    >
      <form noValidate onSubmit={send} className="grid gap-3.5">
        {act === 'hold' && (
          <TextField
            label={t('until')}
            name="until"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
        <TextField
          label={t('reason')}
          name="reason"
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalNote error={decide.error} words={words} />
        <Button type="submit" tone={act === 'reject' ? 'danger' : 'main'} busy={decide.isPending}>
          {t(act)}
        </Button>
      </form>
    </Dialog>
  );
}
