/** The question before a version is approved, rejected, published or withdrawn: why, and when. */
import { type FormEvent, useState } from 'react';
import type { WirePolicyVersion } from '#areas/policies/contract/policies.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { useToday } from '#web/ui/language.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { type LifeAct, useLife } from './life-data.ts';
import { words } from './words.ts';

const verbs = {
  approved: 'approve',
  rejected: 'reject',
  published: 'publish',
  withdrawn: 'withdraw',
} as const;

type Props = { version: WirePolicyVersion; act: LifeAct; onClose: () => void };

export function LifeForm({ version, act, onClose }: Props) {
  const t = useWords(words);
  const today = useToday();
  const [from, setFrom] = useState<string | undefined>(today);
  const [unseen, setUnseen] = useState(false);
  const life = useLife(version, onClose);
  const mustSee = act === 'approved' && version.needsSimulation;
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const said = new FormData(event.currentTarget).get('reason');
    const reason = typeof said === 'string' ? said.trim() : '';
    life.mutate({ act, reason, unseen, from: from ?? today });
  }
  return (
    <Dialog
      shape="middle"
      title={t('of_version', { act: t(verbs[act]), version: version.version })}
      onClose={onClose}
    >
      <form onSubmit={send} className="grid gap-3">
        {act === 'published' && (
          <DayField label={t('from')} name="from" defaultValue={today} onDay={setFrom} />
        )}
        <TextField label={t('reason')} name="reason" required autoFocus maxLength={500} />
        {mustSee && (
          <CheckField
            label={t('unseen_yes')}
            checked={unseen}
            onChange={(event) => setUnseen(event.target.checked)}
          />
        )}
        <RefusalNote error={life.error} words={areaWords} />
        <div>
          <Button
            type="submit"
            tone="main"
            busy={life.isPending}
            because={mustSee && !unseen ? t('unseen_needed') : undefined}
          >
            {t(verbs[act])}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
