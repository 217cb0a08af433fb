/** Language, terms or a contact for the accounts of many findings; tried out before it is done. */
import { fieldsWanted, setFields } from '#areas/projects/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import type { Choice } from './choice.ts';
import { useRepairs } from './repairs.ts';
import { type Asking, call, tryOut } from '#web/api.ts';
import { useTwoSteps } from '#web/ui/two-steps.ts';
import { words } from './words.ts';

type Props = { choice: Choice; onClose: (done: boolean) => void };

export function FieldsForm({ choice, onClose }: Props) {
  const t = useWords(words);
  const { changed, undo } = useRepairs();
  const steps = useTwoSteps({
    attempt: (asking: Asking<typeof setFields>) => tryOut(setFields, asking),
    write: (asking) => call(setFields, asking),
    straight: false,
    onDone: ({ fixId, changed: count }) => {
      changed();
      say({ text: t('fields_set', { count }), undo: () => undo(fixId) });
      onClose(true);
    },
  });
  const form = useForm(fieldsWanted, (body) => steps.send({ body: { ...body, ...choice.said } }));
  const { errors } = form;
  return (
    <Dialog
      title={t('fields')}
      sub={t('these', { count: choice.count })}
      onClose={() => onClose(false)}
    >
      <form noValidate onSubmit={form.onSubmit} onChange={steps.forget} className="grid gap-3.5">
        <p className="text-ink-2">{t('fields_why')}</p>
        <SelectField
          label={t('language')}
          name="language"
          autoFocus
          none={t('as_it_is')}
          choices={[
            { value: 'en', name: 'English' },
            { value: 'es', name: 'Español' },
          ]}
        />
        <TextField label={t('terms')} name="termsCode" error={errors.termsCode} />
        <fieldset className="grid gap-3.5">
          <legend className="mb-1 text-sm font-[550] text-ink-2">{t('contact')}</legend>
          <TextField label={t('contact_name')} name="contactName" error={errors.contactName} />
          <TextField label={t('email')} name="email" type="email" error={errors.email} />
          <TextField label={t('phone')} name="phone" type="tel" error={errors.phone} />
        </fieldset>
        <AreaField label={t('reason')} name="reason" rows={2} error={errors.reason} />
        {steps.would && (
          <p role="status" className="rounded-md bg-sunk px-3 py-2">
            {t('would_change', { count: steps.would.changed })}
          </p>
        )}
        <RefusalNote error={steps.error} words={areaWords} />
        <Button type="submit" tone="main" busy={steps.busy}>
          {t(steps.would ? 'do_it' : 'preview')}
        </Button>
      </form>
    </Dialog>
  );
}
