/** A new password; the other sessions of the same person end. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { changePassword } from '#areas/team/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function PasswordForm() {
  const t = useWords(words);
  const [round, setRound] = useState(1);
  const change = useMutation({
    mutationFn: (body: BodyOf<typeof changePassword>) => call(changePassword, { body }),
    onSuccess: () => {
      say({ text: t('password_changed') });
      // A new round empties the fields.
      setRound(round + 1);
    },
  });
  const form = useForm(changePassword, (body) => change.mutate(body));
  return (
    <section aria-labelledby="password">
      <h2 id="password" className="mb-2">
        {t('password')}
      </h2>
      <form key={round} noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <div className="grid items-start gap-3.5 sm:grid-cols-2">
          <TextField
            label={t('password_now')}
            name="current"
            type="password"
            autoComplete="current-password"
            error={form.errors.current}
          />
          <TextField
            label={t('password_new')}
            name="password"
            type="password"
            autoComplete="new-password"
            hint={t('password_length')}
            error={form.errors.password}
          />
        </div>
        <RefusalNote error={change.error} words={areaWords} />
        <div>
          <Button type="submit" busy={change.isPending}>
            {t('password_change')}
          </Button>
        </div>
      </form>
    </section>
  );
}
