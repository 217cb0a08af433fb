/** The question before a text becomes a version that nobody can change any more: what for. */
import type { ComponentType, FormEvent } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { type Checked, type PolicyDesk, type Proposed, usePropose } from './text-work.ts';
import { words } from './words.ts';

type Props<C extends Checked> = {
  desk: PolicyDesk<C>;
  written: string;
  check: C;
  /** What the text changes, in words. */
  Changes: ComponentType<{ check: C }>;
  onClose: () => void;
  onProposed: (made: Proposed) => void;
};

export function ProposeForm<C extends Checked>(props: Props<C>) {
  const { desk, written, check, Changes, onClose, onProposed } = props;
  const t = useWords(words);
  const propose = usePropose(desk, (made) => {
    onClose();
    onProposed(made);
  });
  const fails = check.results.some(({ passed }) => !passed);
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const said = new FormData(event.currentTarget).get('reason');
    propose.mutate({ written, reason: typeof said === 'string' ? said.trim() : '' });
  }
  return (
    <Dialog shape="middle" title={t('propose_title')} onClose={onClose}>
      <form onSubmit={send} className="grid gap-3">
        <Changes check={check} />
        {fails && <p className="text-late text-pretty">{t('propose_fails')}</p>}
        <TextField label={t('reason')} name="reason" required autoFocus maxLength={500} />
        <RefusalNote error={propose.error} words={desk.refusals} />
        <div>
          <Button type="submit" tone="main" busy={propose.isPending}>
            {t('send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
