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
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useToday } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
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
  const form = useForm(authorise, (body) => take.mutate(body));
  return (
    <Dialog title={t('take_down')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
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
          error={form.errors['givenBy']}
        />
        <DayField
          label={t('given_on')}
          name="givenOn"
          defaultValue={today}
          error={form.errors['givenOn']}
        />
        <DayField label={t('until_on')} name="untilOn" error={form.errors['untilOn']} />
        <TextField
          label={t('paper')}
          name="evidence"
          autoComplete="off"
          error={form.errors['evidence']}
        />
        <TextField
          label={t('reason')}
          name="reason"
          autoComplete="off"
          error={form.errors['reason']}
        />
        <RefusalNote error={take.error} words={areaWords} />
        <Button type="submit" tone="main" busy={take.isPending}>
          {t('take_down')}
        </Button>
      </form>
    </Dialog>
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
  const form = useForm(revokeAuthorisation, (body) => revoke.mutate(body));
  return (
    <Dialog title={t('revoke')} sub={t(`authorised_${kind}`)} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2 text-pretty">{t('revoke_why')}</p>
        <TextField
          label={t('reason')}
          name="reason"
          autoComplete="off"
          autoFocus
          error={form.errors['reason']}
        />
        <RefusalNote error={revoke.error} words={areaWords} />
        <Button type="submit" tone="main" busy={revoke.isPending}>
          {t('revoke')}
        </Button>
      </form>
    </Dialog>
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
