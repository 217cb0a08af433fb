/** Says why a run is approved, paused, resumed or stopped, and does it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { approveRun, controlRun } from '#areas/statements/contract/runs.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export type Act = 'approve' | 'pause' | 'resume' | 'stop';

type Props = { runId: string; act: Act; onClose: () => void };

export function ActForm({ runId, act, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const params = { runId };
  const done = useMutation({
    mutationFn: (reason: string) =>
      act === 'approve'
        ? call(approveRun, { params, body: { reason } })
        : call(controlRun, { params, body: { act, reason } }),
    onSuccess: () => {
      say({ text: t(`done_${act}`) });
      void queries.invalidateQueries({ queryKey: ['statement-run', runId] });
      void queries.invalidateQueries({ queryKey: ['statement-runs'] });
      onClose();
    },
  });
  const form = useForm(approveRun, ({ reason }) => done.mutate(reason));
  return (
    <Dialog title={t(act)} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField label={t('reason')} name="reason" autoFocus error={form.errors.reason} />
        <RefusalNote error={done.error} words={areaWords} />
        <Button type="submit" tone="main" busy={done.isPending}>
          {t('confirm')}
        </Button>
      </form>
    </Dialog>
  );
}
