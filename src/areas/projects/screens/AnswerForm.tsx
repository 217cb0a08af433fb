/** What becomes of a finding, and whose it is; it goes by itself once the book is right. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMembers } from '#areas/team/screens/index.ts';
import {
  answerFindings,
  findingAnswer,
  findingStates,
  giveFindings,
  type WireFinding,
} from '#areas/projects/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/toast.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { finding: WireFinding; onClose: () => void };

export function AnswerForm({ finding, onClose }: Props) {
  const t = useWords(words);
  const f = useWords(areaWords);
  const queries = useQueryClient();
  const people = useMembers();
  const { accountId, kind, subject, name, note, until, state } = finding;
  const keys = [{ accountId, kind, subject }];
  const saved = (): void => {
    void queries.invalidateQueries({ queryKey: ['verification'] });
    say({ text: t('saved') });
    onClose();
  };
  const answer = useMutation({
    mutationFn: (body: { state: WireFinding['state']; note: string; until: string | null }) =>
      call(answerFindings, { body: { ...body, keys } }),
    onSuccess: saved,
  });
  const give = useMutation({
    mutationFn: (memberId: string | null) => call(giveFindings, { body: { keys, memberId } }),
    onSuccess: saved,
  });
  const form = useForm(findingAnswer, (body) => answer.mutate(body));
  return (
    <Dialog title={f(`finding.${kind}`)} sub={name} onClose={onClose}>
      <div className="mb-4">
        <Picker
          label={t('give')}
          on={people.find((person) => person.name === finding.owner)?.memberId ?? ''}
          choices={[
            { value: '', name: t('owner_account') },
            ...people.map((person) => ({ value: person.memberId, name: person.name })),
          ]}
          onPick={(memberId) => give.mutate(memberId === '' ? null : memberId)}
        />
      </div>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('answer_state')}
          name="state"
          autoFocus
          defaultValue={state === 'open' ? 'in_work' : state}
          choices={findingStates.map((value) => ({ value, name: t(`state_${value}`) }))}
        />
        <AreaField
          label={t('answer_note')}
          name="note"
          defaultValue={note ?? ''}
          error={form.errors.note}
        />
        <DayField
          label={t('until')}
          name="until"
          defaultValue={until ?? ''}
          error={form.errors.until}
        />
        <RefusalNote error={answer.error ?? give.error} words={areaWords} />
        <Button type="submit" tone="main" busy={answer.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
