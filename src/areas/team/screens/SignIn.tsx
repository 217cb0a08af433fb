/** The door of the desk. It never says whether the address or the password was wrong. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '#kernel/words.ts';
import { type Me, signIn } from '#areas/team/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { firstLanguage, Speaks, useLanguage } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { onSignedIn: (me: Me) => void };

export function SignIn({ onSignedIn }: Props) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  return (
    <Speaks language={language}>
      <main className="grid min-h-dvh place-items-center p-5">
        <div className="w-full max-w-[340px]">
          <SignInForm onSignedIn={onSignedIn} />
          <OtherLanguage onPick={setLanguage} />
        </div>
      </main>
    </Speaks>
  );
}

function SignInForm({ onSignedIn }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const enter = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(signIn, { body }),
    onSuccess: onSignedIn,
  });
  const form = useForm(signIn, (body) => enter.mutate(body));
  return (
    <>
      <p className="mb-1 text-xl font-[700] tracking-[-0.025em]">Dunlin</p>
      <h1 className="mb-6 text-base! font-[400]! tracking-normal! text-ink-2">
        {t('sign_in_sub')}
      </h1>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-4">
        <TextField
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          error={form.errors.email}
        />
        <TextField
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          error={form.errors.password}
        />
        {enter.isError && (
          <p role="alert" className="rounded-md bg-late-soft px-3 py-2 text-late">
            {why(enter.error)}
          </p>
        )}
        <Button type="submit" tone="main" keys="Enter" busy={enter.isPending}>
          {t('sign_in')}
        </Button>
      </form>
    </>
  );
}

function OtherLanguage({ onPick }: { onPick: (language: Language) => void }) {
  const t = useWords(words);
  const other = useLanguage() === 'en' ? 'es' : 'en';
  return (
    <button
      type="button"
      lang={other}
      className="link mt-5 min-h-8 text-sm"
      onClick={() => onPick(other)}
    >
      {t('other_language')}
    </button>
  );
}
