/** Saving the changed rules as a new version, with the reason for it. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { setRules, type WireRule } from '#areas/portfolios/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { usePortfolioChanged } from './portfolio-data.ts';
import type { SavedRules } from './RulesWork.tsx';
import { words } from './words.ts';

type Props = { saved: SavedRules; rules: readonly WireRule[]; onDrop: () => void };

export function SaveRules({ saved, rules, onDrop }: Props) {
  const t = useWords(words);
  const changed = usePortfolioChanged();
  const [missing, setMissing] = useState(false);
  const { company, version } = saved;
  const save = useMutation({
    mutationFn: (reason: string) =>
      call(setRules, { body: { company, rules: [...rules], changed: version, reason } }),
    onSuccess: (answer) => {
      changed();
      say({ text: t('rules_saved', answer) });
    },
  });
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('reason');
    const reason = typeof given === 'string' ? given.trim() : '';
    setMissing(reason === '');
    if (reason !== '') save.mutate(reason);
  }
  return (
    <form
      noValidate
      onSubmit={send}
      aria-label={t('rules_save')}
      className="no-print mt-4 grid gap-2.5 rounded-lg border border-line bg-warn-soft p-3"
    >
      <p className="text-sm text-pretty text-warn">
        <b className="font-[600]">{t('rules_unsaved')}</b> {t('rules_save_why')}
      </p>
      <TextField
        label={t('reason')}
        name="reason"
        autoComplete="off"
        maxLength={500}
        error={missing ? t('reason_missing') : undefined}
      />
      <RefusalNote error={save.error} words={areaWords} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('rules_save')}
        </Button>
        <Button onClick={onDrop}>{t('rules_drop')}</Button>
      </div>
    </form>
  );
}
