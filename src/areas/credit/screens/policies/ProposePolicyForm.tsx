/** The question before a text becomes a version that nobody can change any more: what for. */
import type { FormEvent } from 'react';
import type { WireCheckedPolicy } from '#areas/credit/contract/policies.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { type Proposed, usePropose } from './policy-data.ts';
import { Changes } from './PolicyMeaning.tsx';
import { words } from './words.ts';

type Props = {
  written: string;
  check: WireCheckedPolicy;
  onClose: () => void;
  onProposed: (made: Proposed) => void;
};

export function ProposePolicyForm({ written, check, onClose, onProposed }: Props) {
  const t = useWords(words);
  const propose = usePropose((made) => {
    onClose();
    onProposed(made);
  });
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const said = new FormData(event.currentTarget).get('reason');
    propose.mutate({ written, reason: typeof said === 'string' ? said.trim() : '' });
  }
  return (
    <Dialog shape="middle" title={t('propose_title')} onClose={onClose}>
      <form onSubmit={send} className="grid gap-3">
        <Changes changes={check.changes} />
        {check.results.some(({ passed }) => !passed) && (
          <p className="text-late text-pretty">{t('propose_fails')}</p>
        )}
        <TextField label={t('reason')} name="reason" required autoFocus maxLength={500} />
        <RefusalNote error={propose.error} words={areaWords} />
        <div>
          <Button type="submit" tone="main" busy={propose.isPending}>
            {t('send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
