/** What kind of debt it is, in the law's terms; what is left empty goes by the data. */
import { useMutation } from '@tanstack/react-query';
import { type WireCompliance, stateProfile } from '#areas/compliance/contract/standing.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { type FieldErrors, useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { useComplianceChanged } from './standing.ts';
import { words } from './words.ts';

type Props = {
  accountId: string;
  profile: WireCompliance['profile'];
  onClose: () => void;
};

const collectors = ['first_party', 'third_party'] as const;
const parties = ['natural_person', 'entity'] as const;
const purposes = ['consumer', 'commercial'] as const;

export function ProfileForm({ accountId, profile, onClose }: Props) {
  const t = useWords(words);
  const changed = useComplianceChanged();
  const keep = useMutation({
    mutationFn: (body: BodyOf<typeof stateProfile>) =>
      call(stateProfile, { params: { accountId }, body }),
    onSuccess: () => {
      changed(accountId);
      say({ text: t('profile_saved') });
      onClose();
    },
  });
  const form = useForm(stateProfile, (body) => keep.mutate(body));
  const { stated } = profile;
  const choices = <Value extends keyof typeof words>(values: readonly Value[]) =>
    values.map((value) => ({ value, name: t(value) }));
  return (
    <Dialog title={t('debt_kind')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('purpose')}
          name="purpose"
          autoFocus
          none={t('by_data')}
          defaultValue={stated?.purpose ?? ''}
          choices={choices(purposes)}
        />
        <SelectField
          label={t('obligor')}
          name="obligor"
          none={t('by_data')}
          defaultValue={stated?.obligor ?? ''}
          choices={choices(parties)}
        />
        <SelectField
          label={t('guarantor')}
          name="guarantor"
          none={t('by_data')}
          defaultValue={stated?.guarantor ?? ''}
          choices={[...choices(parties), { value: 'none', name: t('nobody') }]}
        />
        <SelectField
          label={t('collector')}
          name="collector"
          none={t('by_data')}
          defaultValue={stated?.collector ?? ''}
          choices={choices(collectors)}
        />
        <PlaceFields profile={profile} errors={form.errors} />
        <DayField label={t('entered_on')} name="enteredOn" defaultValue={stated?.enteredOn ?? ''} />
        <TextField label={t('reason')} name="reason" error={form.errors.reason} />
        <RefusalNote error={keep.error} words={areaWords} />
        <Button type="submit" tone="main" busy={keep.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

type PlaceProps = { profile: WireCompliance['profile']; errors: FieldErrors };

/** Where the person is; the hint says what the data shows. */
function PlaceFields({ profile, errors }: PlaceProps) {
  const t = useWords(words);
  const { stated } = profile;
  return (
    <>
      <TextField
        label={t('state')}
        name="state"
        defaultValue={stated?.state ?? ''}
        hint={profile.state ?? t('by_data')}
        error={errors.state}
      />
      <TextField label={t('city')} name="city" defaultValue={stated?.city ?? ''} />
      <TextField
        label={t('zone')}
        name="zone"
        defaultValue={stated?.zone ?? ''}
        hint={profile.zones.join(', ')}
        error={errors.zone}
      />
    </>
  );
}
