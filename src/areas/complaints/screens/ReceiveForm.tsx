/** Takes what a customer complains of into the register; its clocks start at once. */
import { receiveComplaint } from '#areas/complaints/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { channels, complaintClasses, severities } from '../rules/complaint.ts';
import { words as areaWords } from '../words.ts';
import { channelNames, classNames, severityNames } from '../words/names.ts';
import { useComplaintWrite } from './use-complaint.ts';
import { words } from './words.ts';

type Props = {
  accountId: string;
  name: string;
  saidBy: string | undefined;
  onClose: () => void;
};

export function ReceiveForm({ accountId, name, saidBy, onClose }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const take = useComplaintWrite(
    (body: BodyOf<typeof receiveComplaint>) =>
      call(receiveComplaint, { params: { accountId }, body }),
    { said: t('taken'), onClose },
  );
  const form = useForm(receiveComplaint, (body) => take.mutate(body));
  return (
    <Dialog title={t('receive')} sub={name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('class')}
          name="class"
          choices={complaintClasses.map((value) => ({ value, name: classNames[value][language] }))}
          autoFocus
        />
        <SelectField
          label={t('severity')}
          name="severity"
          defaultValue="medium"
          choices={severities.map((value) => ({ value, name: severityNames[value][language] }))}
        />
        <TextField label={t('subject')} name="subject" error={form.errors['subject']} />
        <AreaField label={t('text')} name="text" />
        <TextField
          label={t('said_by')}
          name="saidBy"
          defaultValue={saidBy ?? ''}
          error={form.errors['saidBy']}
        />
        <SelectField
          label={t('channel')}
          name="channel"
          defaultValue="phone"
          choices={channels.map((value) => ({ value, name: channelNames[value][language] }))}
        />
        <RefusalNote error={take.error} words={areaWords} />
        <Button type="submit" tone="main" busy={take.isPending}>
          {t('receive')}
        </Button>
      </form>
    </Dialog>
  );
}
