/** What somebody agreed to or refused, in their own words. */
import { useMutation } from '@tanstack/react-query';
import { recordConsent } from '#areas/compliance/contract/standing.ts';
import { channels } from '#areas/compliance/rules/contact.ts';
import { consentScopes } from '#areas/compliance/rules/standing.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { useComplianceChanged } from './standing.ts';
import { words } from './words.ts';

export function ConsentForm({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const t = useWords(words);
  const changed = useComplianceChanged();
  const keep = useMutation({
    mutationFn: (body: BodyOf<typeof recordConsent>) =>
      call(recordConsent, { params: { accountId }, body }),
    onSuccess: () => {
      changed(accountId);
      say({ text: t('kept') });
      onClose();
    },
  });
  const form = useForm(recordConsent, (body) => keep.mutate(body));
  return (
    <Dialog title={t('they_said')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('said')}
          name="said"
          autoFocus
          choices={(['no', 'yes'] as const).map((value) => ({ value, name: t(`said_${value}`) }))}
        />
        <SelectField
          label={t('channel')}
          name="channel"
          choices={channels.map((value) => ({ value, name: t(`channel_${value}`) }))}
        />
        <TextField
          label={t('address')}
          name="address"
          hint={t('address_hint')}
          error={form.errors.address}
        />
        <SelectField
          label={t('scope')}
          name="scope"
          choices={consentScopes.map((value) => ({ value, name: t(`scope_${value}`) }))}
        />
        <TextField
          label={t('source')}
          name="source"
          hint={t('source_hint')}
          error={form.errors.source}
        />
        <AreaField label={t('their_words')} name="evidence" rows={2} error={form.errors.evidence} />
        <RefusalNote error={keep.error} words={areaWords} />
        <Button type="submit" tone="main" busy={keep.isPending}>
          {t('keep')}
        </Button>
      </form>
    </Dialog>
  );
}
