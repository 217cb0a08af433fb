/** A new status with the reason that somebody will read in a year. */
import { useMutation } from '@tanstack/react-query';
import { type Account, accountStatuses, setStatus } from '#areas/customers/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { fieldOf } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { useAccountChanged } from './account-data.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function StatusForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useWords(words);
  const { accountId } = account;
  const changed = useAccountChanged();
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof setStatus>) =>
      call(setStatus, { params: { accountId }, body }),
    onSuccess: (_, body) => {
      changed(accountId);
      say({ text: t('status_set', { status: t(`status_${body.status}`) }) });
      onClose();
    },
  });
  const form = useForm(setStatus, (body) => save.mutate(body));
  return (
    <Dialog title={t('status_change')} sub={account.name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('status')}
          name="status"
          autoFocus
          defaultValue={account.status.status}
          choices={accountStatuses.map((value) => ({ value, name: t(`status_${value}`) }))}
        />
        <DayField
          label={t('effective')}
          name="effectiveOn"
          error={form.errors.effectiveOn ?? fieldOf(save.error, 'effectiveOn')}
        />
        <AreaField
          label={t('reason')}
          name="reason"
          rows={3}
          hint={t('reason_hint')}
          error={form.errors.reason}
        />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
