/** How the company closes its cash: who signs, and how many days each wait may take. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { closingPolicy, setClosingPolicy } from '#areas/cash/contract/closing.ts';
import type { AnswerOf, BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { Bones } from '#web/ui/states.tsx';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from './cash-write.ts';
import { words } from './words.ts';

const days = ['bankAnswerDays', 'keepPaperDays', 'cardLagDays', 'reviewDays'] as const;
type Policy = AnswerOf<typeof closingPolicy>;

export function SettingsForm({ company, onClose }: { company: string; onClose: () => void }) {
  const t = useWords(words);
  const read = useQuery({
    queryKey: ['cash-day', 'policy', company],
    queryFn: ({ signal }) => call(closingPolicy, { query: { company }, signal }),
  });
  return (
    <Dialog title={t('settings')} sub={company} onClose={onClose} shape="middle">
      {read.data ? <Fields policy={read.data} onClose={onClose} /> : <Bones lines={5} />}
    </Dialog>
  );
}

function Fields({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const t = useWords(words);
  const forbidden = useMay()('ledger.close_periods');
  const [wish, setWish] = useState({ ...policy, reason: '' });
  const save = useCashWrite(
    (body: BodyOf<typeof setClosingPolicy>) => call(setClosingPolicy, { body }),
    () => {
      say({ text: t('settings_saved') });
      onClose();
    },
  );
  return (
    <form
      className="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (forbidden === undefined && !save.isPending) save.mutate(wish);
      }}
    >
      <CheckField
        label={t('settings_secondPerson')}
        checked={wish.secondPerson}
        onChange={(event) => setWish({ ...wish, secondPerson: event.target.checked })}
      />
      <p className="text-sm text-ink-2 text-pretty">{t('settings_small')}</p>
      {days.map((name) => (
        <TextField
          key={name}
          label={t(`settings_${name}`)}
          name={name}
          type="number"
          value={String(wish[name])}
          onChange={(event) => setWish({ ...wish, [name]: Number(event.target.value) })}
        />
      ))}
      <TextField
        label={t('reason')}
        name="reason"
        required
        value={wish.reason}
        onChange={(event) => setWish({ ...wish, reason: event.target.value })}
      />
      <RefusalNote error={save.error} words={areaWords} />
      <Button type="submit" tone="main" because={forbidden} busy={save.isPending}>
        {t('settings_save')}
      </Button>
    </form>
  );
}
