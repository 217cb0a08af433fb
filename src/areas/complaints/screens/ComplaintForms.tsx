/** The forms of a complaint: a letter from its template, or a step that came another way. */
import {
  stepComplaint,
  type WireWholeComplaint,
  writeComplaintLetter,
} from '#areas/complaints/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import type { ComplaintStep } from '../rules/complaint.ts';
import { words as areaWords } from '../words.ts';
import { useComplaintWrite } from './use-complaint.ts';
import { words } from './words.ts';

export type ComplaintForm = 'letter_acknowledge' | 'letter_answer' | ComplaintStep;

type Props = { found: WireWholeComplaint; form: ComplaintForm | null; onClose: () => void };

export function ComplaintForms({ found, form, onClose }: Props) {
  if (form === null) return null;
  if (form === 'letter_acknowledge' || form === 'letter_answer') {
    return <LetterForm found={found} letter={form} onClose={onClose} />;
  }
  return <StepForm found={found} step={form} onClose={onClose} />;
}

type LetterProps = {
  found: WireWholeComplaint;
  letter: 'letter_acknowledge' | 'letter_answer';
  onClose: () => void;
};

function LetterForm({ found, letter, onClose }: LetterProps) {
  const t = useWords(words);
  const { accountId, complaintId, contacts } = found;
  const write = useComplaintWrite(
    (body: BodyOf<typeof writeComplaintLetter>) =>
      call(writeComplaintLetter, { params: { accountId, complaintId }, body }),
    { said: t('written'), onClose },
  );
  const form = useForm(writeComplaintLetter, (body) => write.mutate(body));
  return (
    <Dialog title={t(letter)} sub={found.subject} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-sm text-ink-2">
          {contacts.length === 0 ? t('nobody') : t('letter_why')}
        </p>
        <input
          type="hidden"
          name="letter"
          value={letter === 'letter_answer' ? 'answer' : 'acknowledge'}
        />
        <SelectField
          label={t('contact')}
          name="contactId"
          choices={contacts.map(({ contactId, name, email }) => ({
            value: contactId,
            name: email === null ? name : `${name} <${email}>`,
          }))}
        />
        {letter === 'letter_answer' && (
          <TextField
            label={t('cause')}
            name="cause"
            defaultValue={found.cause ?? ''}
            error={form.errors['cause']}
          />
        )}
        <AreaField
          label={t('your_words')}
          name="words"
          rows={5}
          error={form.errors['words']}
          autoFocus
        />
        <RefusalNote error={write.error} words={areaWords} />
        <Button
          type="submit"
          tone="main"
          busy={write.isPending}
          because={contacts.length === 0 ? t('nobody') : undefined}
        >
          {t(letter)}
        </Button>
      </form>
    </Dialog>
  );
}

type StepProps = { found: WireWholeComplaint; step: ComplaintStep; onClose: () => void };

function StepForm({ found, step, onClose }: StepProps) {
  const t = useWords(words);
  const { accountId, complaintId } = found;
  const take = useComplaintWrite(
    (body: BodyOf<typeof stepComplaint>) =>
      call(stepComplaint, { params: { accountId, complaintId }, body }),
    { said: t('changed'), onClose },
  );
  const form = useForm(stepComplaint, (body) => take.mutate(body));
  return (
    <Dialog title={t(`step_${step}`)} sub={found.subject} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <input type="hidden" name="step" value={step} />
        {(step === 'answer' || step === 'investigate') && (
          <TextField label={t('cause')} name="cause" defaultValue={found.cause ?? ''} />
        )}
        {step === 'close' && (
          <SelectField
            label={t('satisfaction')}
            name="satisfaction"
            none="—"
            choices={['1', '2', '3', '4', '5'].map((value) => ({ value, name: value }))}
          />
        )}
        <AreaField label={t('note')} name="note" rows={3} error={form.errors['note']} autoFocus />
        <RefusalNote error={take.error} words={areaWords} />
        <Button type="submit" tone="main" busy={take.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
