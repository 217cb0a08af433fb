/** Handing crossings on to a colleague. */
import { type FormEvent, useState } from 'react';
import { useMembers } from '#areas/team/screens/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField } from '#web/ui/Field.tsx';
import { useReader } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { onPick: (memberId: string) => void; onClose: () => void };

export function DelegateForm({ onPick, onClose }: Props) {
  const t = useWords(words);
  const { memberId } = useReader();
  const people = useMembers().filter((person) => person.memberId !== memberId);
  const [chosen, setChosen] = useState('');
  const person = chosen === '' ? (people[0]?.memberId ?? '') : chosen;
  function send(event: FormEvent): void {
    event.preventDefault();
    if (person !== '') onPick(person);
  }
  return (
    <Dialog title={t('delegate')} onClose={onClose} shape="middle">
      <form onSubmit={send} className="grid gap-3.5">
        <SelectField
          label={t('delegate_to')}
          name="delegateTo"
          autoFocus
          value={person}
          onChange={(event) => setChosen(event.target.value)}
          choices={people.map(({ memberId: value, name }) => ({ value, name }))}
        />
        <Button type="submit" tone="main" keys="Enter">
          {t('delegate')}
        </Button>
      </form>
    </Dialog>
  );
}
