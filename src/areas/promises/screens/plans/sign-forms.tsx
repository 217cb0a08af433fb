/** How a plan becomes binding: a typed name here, or a paper with ink on it. */
import { type FormEvent, useState } from 'react';
import { signPlan, signPlanOnPaper, type WireWholePlan } from '#areas/promises/contract/plans.ts';
import { call, upload } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { FileField } from '#web/ui/FileField.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { usePlanWrite } from './use-plan-write.ts';
import { words } from './words.ts';

type Props = { plan: WireWholePlan; onClose: () => void };

export function SignForm({ plan, onClose }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const [name, setName] = useState(plan.offeredTo);
  const [agreed, setAgreed] = useState(false);
  const { accountId, planId, version } = plan;
  const sign = usePlanWrite(
    () => {
      const body = { name, language, version, agreed: 'yes' as const };
      return call(signPlan, { params: { accountId, planId }, body });
    },
    { said: () => t('signed'), onClose },
  );
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (agreed) sign.mutate(undefined);
  };
  return (
    <Dialog title={t('sign')} sub={plan.name} onClose={onClose}>
      <form noValidate onSubmit={onSubmit} className="grid gap-3">
        <TextField
          label={t('sign_name')}
          name="name"
          value={name}
          autoFocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <CheckField
          label={t('sign_agreed')}
          checked={agreed}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
        />
        <RefusalNote error={sign.error} words={areaWords} />
        <Button
          type="submit"
          tone="main"
          busy={sign.isPending}
          because={agreed ? undefined : t('sign_agreed')}
        >
          {t('sign')}
        </Button>
      </form>
    </Dialog>
  );
}

export function PaperForm({ plan, onClose }: Props) {
  const t = useWords(words);
  const own = useLanguage();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [name, setName] = useState(plan.offeredTo);
  const [language, setLanguage] = useState<string>(own);
  const { accountId, planId, version } = plan;
  const keep = usePlanWrite(
    () => {
      const asked = { name, language, version: String(version) };
      return upload(signPlanOnPaper, files, asked, { accountId, planId });
    },
    { said: () => t('signed'), onClose },
  );
  return (
    <Dialog title={t('paper_add')} sub={plan.name} onClose={onClose}>
      <form
        noValidate
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate(undefined);
        }}
      >
        <FileField
          label={t('paper_file')}
          hint={t('paper_hint')}
          accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff"
          onFiles={setFiles}
        />
        <TextField
          label={t('sign_name')}
          name="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SelectField
          label={t('paper_language')}
          name="language"
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          choices={[
            { value: 'en', name: 'English' },
            { value: 'es', name: 'Español' },
          ]}
        />
        <RefusalNote error={keep.error} words={areaWords} />
        <Button
          type="submit"
          tone="main"
          busy={keep.isPending}
          because={files.length === 1 ? undefined : t('paper_file')}
        >
          {t('paper_add')}
        </Button>
      </form>
    </Dialog>
  );
}
