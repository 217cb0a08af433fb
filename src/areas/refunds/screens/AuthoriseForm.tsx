/** Takes down what a customer said in writing of a credit, and that they took it back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#platform/contract/route.ts';
import {
  authorise,
  revokeAuthorisation,
  type WireAuthorisation,
} from '#areas/refunds/contract/rules.ts';
import { authorisationKinds } from '#areas/refunds/rules/authorisation.ts';
import { call } from '#web/api.ts';
import { DayField } from '#web/ui/DayField.tsx';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useToday } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { ReasonForm } from '#web/ui/ReasonForm.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words/payback.ts';

type Props = { accountId: string; onClose: () => void };

export function AuthoriseForm({ accountId, onClose }: Props) {
  const t = useWords(words);
  const today = useToday();
  const done = useDone(onClose);
  const take = useMutation({
    mutationFn: (body: BodyOf<typeof authorise>) =>
      call(authorise, { params: { accountId }, body }),
    onSuccess: () => done(t('taken_down')),
  });
  const { errors, onSubmit } = useForm(authorise, (body) => take.mutate(body));
  const over = { act: take, words: areaWords, onSubmit, onClose };
  return (
    <DialogForm title={t('take_down')} shape="middle" {...over}>
      <SelectField
        label={t('about')}
        name="kind"
        autoFocus
        choices={authorisationKinds.map((value) => ({ value, name: t(`authorised_${value}`) }))}
      />
      <TextField
        label={t('given_by')}
        name="givenBy"
        autoComplete="off"
        error={errors['givenBy']}
      />
      <DayField
        label={t('given_on')}
        name="givenOn"
        defaultValue={today}
        error={errors['givenOn']}
      />
      <DayField label={t('until_on')} name="untilOn" error={errors['untilOn']} />
      <TextField label={t('paper')} name="evidence" autoComplete="off" error={errors['evidence']} />
      <TextField label={t('reason')} name="reason" autoComplete="off" error={errors['reason']} />
    </DialogForm>
  );
}

/** From today on the word stands no longer. */
export function RevokeForm({ accountId, given, onClose }: Props & { given: WireAuthorisation }) {
  const t = useWords(words);
  const done = useDone(onClose);
  const { authorisationId, kind } = given;
  const revoke = useMutation({
    mutationFn: (body: BodyOf<typeof revokeAuthorisation>) =>
      call(revokeAuthorisation, { params: { accountId, authorisationId }, body }),
    onSuccess: () => done(t('revoked')),
  });
  return (
    <ReasonForm
      title={t('revoke')}
      sub={t(`authorised_${kind}`)}
      why={t('revoke_why')}
      label={t('reason')}
      route={revokeAuthorisation}
      act={revoke}
      words={areaWords}
      onClose={onClose}
    />
  );
}

/** What was shown of refunds is asked for again. */
function useDone(onClose: () => void): (text: string) => void {
  const queries = useQueryClient();
  return (text) => {
    void queries.invalidateQueries({ queryKey: ['refunds'] });
    say({ text });
    onClose();
  };
}
