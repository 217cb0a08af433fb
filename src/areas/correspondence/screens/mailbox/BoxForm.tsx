/**
 * One more box: where it lies and how to sign in, with a password or with a token.
 *
 * The secret goes in and is never shown again; trying it keeps nothing.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { registerMailbox, testMailbox } from '#areas/correspondence/contract/mailboxes.ts';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { readBox } from './read-box.ts';
import { words } from './box-words.ts';

type SignIn = 'password' | 'oauth2';
type Body = BodyOf<typeof registerMailbox>;

export function BoxForm({ onDone }: { onDone: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [signIn, setSignIn] = useState<SignIn>('password');
  const register = useMutation({
    mutationFn: (body: Body) => call(registerMailbox, { body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['mailboxes'] });
      say({ text: t('registered') });
      onDone();
    },
  });
  const attempt = useMutation({ mutationFn: (body: Body) => call(testMailbox, { body }) });
  const read = (): Body | undefined =>
    form.current === null ? undefined : readBox(new FormData(form.current));
  const send = (to: { mutate: (body: Body) => void }): void => {
    const body = read();
    if (body !== undefined) to.mutate(body);
  };
  return (
    <form
      ref={form}
      noValidate
      className="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        send(register);
      }}
    >
      <Place />
      <SelectField
        label={t('sign_in')}
        name="signIn"
        value={signIn}
        onChange={(event) => setSignIn(event.target.value === 'oauth2' ? 'oauth2' : 'password')}
        choices={(['password', 'oauth2'] as const).map((value) => ({ value, name: t(value) }))}
      />
      <Secret signIn={signIn} renewed={attempt.data?.refreshToken ?? null} />
      {attempt.data !== undefined && <Found {...attempt.data} />}
      <RefusalNote error={attempt.error ?? register.error} words={areaWords} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="main" busy={register.isPending}>
          {t('register')}
        </Button>
        <Button busy={attempt.isPending} onClick={() => send(attempt)}>
          {t('try_it')}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          {t('not_now')}
        </Button>
      </div>
    </form>
  );
}

function Place() {
  const t = useWords(words);
  const companies = useReaderCompanies();
  return (
    <>
      {companies.length > 1 && (
        <SelectField
          label={t('company')}
          name="company"
          choices={companies.map((each) => ({ value: each.code, name: each.name }))}
        />
      )}
      <div className="grid gap-3.5 sm:grid-cols-2">
        <TextField label={t('name')} name="name" autoFocus autoComplete="off" />
        <TextField label={t('address')} name="address" type="email" autoComplete="off" />
        <TextField label={t('host')} name="host" autoComplete="off" hint={t('host_hint')} />
        <TextField label={t('port')} name="port" inputMode="numeric" defaultValue="993" />
        <TextField label={t('user')} name="user" autoComplete="off" hint={t('user_hint')} />
        <TextField label={t('folder')} name="folder" defaultValue="INBOX" />
        <TextField
          label={t('minutes')}
          name="answerMinutes"
          inputMode="numeric"
          defaultValue="240"
        />
      </div>
      <CheckField name="secure" label={t('secure')} defaultChecked />
    </>
  );
}

/** `renewed`: a token that the server gave along when it was tried, in place of the old one. */
function Secret({ signIn, renewed }: { signIn: SignIn; renewed: string | null }) {
  const t = useWords(words);
  if (signIn === 'password') {
    return <TextField label={t('password')} name="password" type="password" autoComplete="off" />;
  }
  return (
    <div className="grid gap-3.5 sm:grid-cols-2">
      <TextField label={t('token_url')} name="tokenUrl" type="url" hint={t('token_hint')} />
      <TextField label={t('client_id')} name="clientId" autoComplete="off" />
      <TextField
        key={renewed}
        label={t('refresh_token')}
        name="refreshToken"
        type="password"
        autoComplete="off"
        defaultValue={renewed ?? ''}
      />
      <TextField
        label={t('client_secret')}
        name="clientSecret"
        type="password"
        autoComplete="off"
        hint={t('client_hint')}
      />
    </div>
  );
}

type FoundProps = { mails: number | null; remedy: string | null; detail: string | null };

function Found({ mails, remedy, detail }: FoundProps) {
  const t = useWords(words);
  if (mails !== null) {
    return (
      <p role="status" className="text-good">
        {t('works', { mails })}
      </p>
    );
  }
  return (
    <p role="status" className="text-late">
      {remedy} <span className="text-ink-3">{detail}</span>
    </p>
  );
}
