/**
 * A contact that has happened already: a visit that a sales person tells of, a call to a mobile.
 *
 * It is never refused: what was done is written down, and whatever it broke stands beside it.
 */
import { useMutation } from '@tanstack/react-query';
import { reportContact } from '#areas/compliance/contract/gate.ts';
import { channels, contactResults } from '#areas/compliance/rules/contact.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { readReport } from './read-report.ts';
import { useComplianceChanged } from './standing.ts';
import { words } from './words.ts';

type Props = {
  accountId: string;
  contacts: readonly { contactId: string; name: string }[];
  onClose: () => void;
};

export function ReportForm({ accountId, contacts, onClose }: Props) {
  const t = useWords(words);
  const changed = useComplianceChanged();
  const report = useMutation({
    mutationFn: (body: BodyOf<typeof reportContact>) =>
      call(reportContact, { params: { accountId }, body }),
    onSuccess: ({ breaches }) => {
      changed(accountId);
      const rules = breaches.join(', ');
      say({ text: rules === '' ? t('report_kept') : t('report_broke', { rules }) });
      onClose();
    },
  });
  return (
    <Dialog title={t('report_contact')} sub={t('report_why')} onClose={onClose} shape="middle">
      <form
        noValidate
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          report.mutate(readReport(new FormData(event.currentTarget)));
        }}
      >
        <What />
        <SelectField
          label={t('report_with')}
          name="contactId"
          none={t('report_anyone')}
          defaultValue={contacts[0]?.contactId}
          choices={contacts.map((each) => ({ value: each.contactId, name: each.name }))}
        />
        <TextField label={t('report_at')} name="at" type="datetime-local" hint={t('report_now')} />
        <AreaField label={t('report_note')} name="note" rows={3} />
        <RefusalNote error={report.error} words={areaWords} />
        <Button type="submit" tone="main" busy={report.isPending}>
          {t('keep')}
        </Button>
      </form>
    </Dialog>
  );
}

/** By which channel, who began, about what, and what came of it. */
function What() {
  const t = useWords(words);
  return (
    <div className="grid gap-3.5 sm:grid-cols-2">
      <SelectField
        label={t('channel')}
        name="channel"
        autoFocus
        defaultValue="visit"
        choices={channels.map((value) => ({ value, name: t(`channel_${value}`) }))}
      />
      <SelectField
        label={t('report_direction')}
        name="direction"
        choices={(['out', 'in'] as const).map((value) => ({ value, name: t(`report_${value}`) }))}
      />
      <SelectField
        label={t('report_purpose')}
        name="purpose"
        choices={(['collect', 'answer'] as const).map((value) => ({
          value,
          name: t(`report_${value}`),
        }))}
      />
      <SelectField
        label={t('result')}
        name="result"
        choices={contactResults.map((value) => ({ value, name: t(`result_${value}`) }))}
      />
    </div>
  );
}
