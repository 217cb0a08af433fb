/** Making a key: its name, its days, its permissions; then the key itself, once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { makeApiKey } from '#areas/team/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useReader } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function ApiKeyForm({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const make = useMutation({
    mutationFn: (body: BodyOf<typeof makeApiKey>) => call(makeApiKey, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  return (
    <Dialog title={t('make_key')} onClose={onClose} shape="middle">
      {make.data === undefined ? (
        <KeyFields busy={make.isPending} error={make.error} onSend={make.mutate} />
      ) : (
        <NewKey text={make.data.key} />
      )}
    </Dialog>
  );
}

type FieldsProps = {
  busy: boolean;
  error: unknown;
  onSend: (body: BodyOf<typeof makeApiKey>) => void;
};

function KeyFields({ busy, error, onSend }: FieldsProps) {
  const t = useWords(words);
  const { permissions } = useReader();
  const form = useForm(makeApiKey, (body) => onSend(body));
  return (
    <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
      <TextField label={t('key_name')} name="name" autoFocus error={form.errors.name} />
      <fieldset>
        <legend className="text-sm font-[550] text-ink-2">{t('key_permissions')}</legend>
        <div className="grid max-h-56 overflow-auto sm:grid-cols-2">
          {permissions.map((permission) => (
            <CheckField
              key={permission}
              name="permissions[]"
              value={permission}
              label={<code className="font-mono text-sm">{permission}</code>}
            />
          ))}
        </div>
        {form.errors.permissions !== undefined && (
          <p role="alert" className="text-sm text-late">
            {t('pick_permission')}
          </p>
        )}
      </fieldset>
      <RefusalNote error={error} words={areaWords} />
      <Button type="submit" tone="main" busy={busy}>
        {t('make_key')}
      </Button>
    </form>
  );
}

function NewKey({ text }: { text: string }) {
  const t = useWords(words);
  return (
    <div className="grid gap-3">
      <p className="text-warn">{t('key_once')}</p>
      <code className="rounded-md border border-line bg-sunk px-3 py-2 font-mono break-all">
        {text}
      </code>
      <Button
        tone="main"
        onClick={() => {
          void navigator.clipboard.writeText(text).then(() => say({ text: t('copied') }));
        }}
      >
        {t('copy')}
      </Button>
    </div>
  );
}
