/** Stopping contact, with what the hold stands on. */
import { useMutation } from '@tanstack/react-query';
import { placeHold } from '#areas/compliance/contract/standing.ts';
import { holdKinds } from '#areas/compliance/rules/standing.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { useComplianceChanged } from './standing.ts';
import { words } from './words.ts';

export function HoldForm({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const t = useWords(words);
  const changed = useComplianceChanged();
  const place = useMutation({
    mutationFn: (body: BodyOf<typeof placeHold>) =>
      call(placeHold, { params: { accountId }, body }),
    onSuccess: () => {
      changed(accountId);
      say({ text: t('hold_placed') });
      onClose();
    },
  });
  const form = useForm(placeHold, (body) => place.mutate(body));
  return (
    <Dialog title={t('stop_contact')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2">{t('hold_why')}</p>
        <SelectField
          label={t('hold_kind')}
          name="kind"
          autoFocus
          choices={holdKinds.map((value) => ({ value, name: t(`hold_${value}`) }))}
        />
        <DayField label={t('starts_on')} name="startsOn" error={form.errors.startsOn} />
        <DayField label={t('ends_on')} name="endsOn" error={form.errors.endsOn} />
        <AreaField
          label={t('evidence')}
          name="evidence"
          rows={3}
          hint={t('evidence_hint')}
          error={form.errors.evidence}
        />
        <RefusalNote error={place.error} words={areaWords} />
        <Button type="submit" tone="danger" busy={place.isPending}>
          {t('stop_contact')}
        </Button>
      </form>
    </Dialog>
  );
}
