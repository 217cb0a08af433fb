/** Whose findings are: given to somebody, or the account's owner's again. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMembers } from '#areas/team/screens/index.ts';
import { giveFindings } from '#areas/projects/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import type { Choice } from './choice.ts';
import { Stake } from './Stake.tsx';
import { type Asking, call, tryOut } from '#web/api.ts';
import { useTwoSteps } from '#web/ui/two-steps.ts';
import { words } from './words.ts';

type Props = { choice: Choice; onClose: (done: boolean) => void };

export function GiveForm({ choice, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const people = useMembers();
  const [memberId, setMemberId] = useState('');
  const straight = choice.count === 1;
  const steps = useTwoSteps({
    attempt: (asking: Asking<typeof giveFindings>) => tryOut(giveFindings, asking),
    write: (asking) => call(giveFindings, asking),
    straight,
    onDone: ({ count }) => {
      void queries.invalidateQueries({ queryKey: ['verification'] });
      say({ text: t('given_many', { count }) });
      onClose(true);
    },
  });
  return (
    <Dialog
      title={t('give')}
      sub={t('these', { count: choice.count })}
      shape="middle"
      onClose={() => onClose(false)}
    >
      <form
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          const to = memberId === '' ? null : memberId;
          steps.send({ body: { ...choice.said, memberId: to } });
        }}
      >
        <SelectField
          label={t('give')}
          name="memberId"
          autoFocus
          none={t('owner_account')}
          value={memberId}
          onChange={(event) => {
            steps.forget();
            setMemberId(event.target.value);
          }}
          choices={people.map((person) => ({ value: person.memberId, name: person.name }))}
        />
        {steps.would && <Stake stake={steps.would} />}
        <RefusalNote error={steps.error} words={areaWords} />
        <Button type="submit" tone="main" busy={steps.busy}>
          {straight ? t('save') : t(steps.would ? 'do_it' : 'preview')}
        </Button>
      </form>
    </Dialog>
  );
}
