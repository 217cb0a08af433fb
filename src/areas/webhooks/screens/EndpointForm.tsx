/** One more program that is told: where it listens and what it hears. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import { addWebhook } from '#areas/webhooks/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { isOutsideEvent, outsideEvents } from '../rules/outside-events.ts';
import { words as areaWords } from '../words.ts';
import { SecretNote } from './SecretNote.tsx';
import { useWebhooksChanged } from './webhook-data.ts';
import { words } from './words.ts';

type Body = BodyOf<typeof addWebhook>;

export function EndpointForm({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const changed = useWebhooksChanged();
  const [missing, setMissing] = useState(false);
  const add = useMutation({
    mutationFn: (body: Body) => call(addWebhook, { body }),
    onSuccess: (_, { name }) => {
      changed();
      say({ text: t('added', { name }) });
    },
  });
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const body = readEndpoint(new FormData(event.currentTarget));
    setMissing(body === undefined);
    if (body) add.mutate(body);
  }
  return (
    <Dialog title={t('add')} sub={t('add_sub')} shape="middle" onClose={onClose}>
      {add.data ? (
        <SecretNote secret={add.data.secret} onDone={onClose} />
      ) : (
        <form noValidate onSubmit={send} className="grid gap-3.5">
          <TextField label={t('name')} name="name" autoFocus autoComplete="off" />
          <TextField label={t('url')} name="url" type="url" hint={t('url_hint')} />
          <CompanyChoice />
          <fieldset className="grid gap-1.5 sm:grid-cols-2">
            <legend className="mb-1.5 text-sm font-[600]">{t('news')}</legend>
            {outsideEvents.map((event) => (
              <CheckField key={event} name="events" value={event} label={t(event)} />
            ))}
          </fieldset>
          {missing && (
            <p role="alert" className="text-sm text-late">
              {t('missing')}
            </p>
          )}
          <RefusalNote error={add.error} words={areaWords} />
          <div className="flex gap-2">
            <Button type="submit" tone="main" busy={add.isPending}>
              {t('add')}
            </Button>
            <Button tone="quiet" onClick={onClose}>
              {t('not_now')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function CompanyChoice() {
  const t = useWords(words);
  const companies = useReaderCompanies();
  if (companies.length < 2) return null;
  const named = companies.map(({ code, name }) => ({ value: code, name }));
  return (
    <SelectField
      label={t('company')}
      name="company"
      choices={[{ value: '', name: t('every_company') }, ...named]}
    />
  );
}

/** What the form says; undefined while something is missing. */
function readEndpoint(form: FormData): Body | undefined {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const events = form.getAll('events').map(String).filter(isOutsideEvent);
  const [name, url, company] = [text('name'), text('url'), text('company')];
  if (name === '' || URL.parse(url) === null || events.length === 0) return undefined;
  return { name, url, events, ...(company === '' ? {} : { company }) };
}
