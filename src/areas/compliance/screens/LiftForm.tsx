/** Lifting a hold, with the reason that somebody will read in a year. */
import { useMutation } from '@tanstack/react-query';
import { type WireHold, liftHold } from '#areas/compliance/contract/standing.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { useComplianceChanged } from './standing.ts';
import { words } from './words.ts';

type Props = { accountId: string; hold: WireHold; onClose: () => void };

export function LiftForm({ accountId, hold, onClose }: Props) {
  const t = useWords(words);
  const changed = useComplianceChanged();
  const lift = useMutation({
    mutationFn: (body: { reason: string }) =>
      call(liftHold, { params: { accountId, holdId: hold.holdId }, body }),
    onSuccess: () => {
      changed(accountId);
      say({ text: t('lifted') });
      onClose();
    },
  });
  const form = useForm(liftHold, (body) => lift.mutate(body));
  return (
    <Dialog title={t('lift_title')} sub={t(`hold_${hold.kind}`)} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2">{hold.evidence}</p>
        <AreaField
          label={t('reason')}
          name="reason"
          rows={3}
          autoFocus
          error={form.errors.reason}
        />
        <RefusalNote error={lift.error} words={areaWords} />
        <Button type="submit" tone="main" busy={lift.isPending}>
          {t('lift')}
        </Button>
      </form>
    </Dialog>
  );
}
