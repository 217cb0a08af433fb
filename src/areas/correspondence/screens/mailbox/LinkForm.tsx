/** Whose mail is it? Accounts that it may belong to, or a number that somebody knows. */
import { useMutation } from '@tanstack/react-query';
import { linkMail, type WireMailPage } from '#areas/correspondence/contract/mailbox.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { useMailsChanged } from './mail-data.ts';
import { words } from './words.ts';

export function LinkForm({ page }: { page: WireMailPage }) {
  const t = useWords(words);
  const may = useMay();
  const changed = useMailsChanged();
  const { mailId } = page.mail;
  const link = useMutation({
    mutationFn: (body: { accountId?: string; account?: string }) =>
      call(linkMail, { params: { mailId }, body }),
    onSuccess: () => {
      changed();
      say({ text: t('linked') });
    },
  });
  return (
    <section className="grid gap-2 rounded-md border border-line p-3">
      <h2>{t('whose')}</h2>
      <div className="flex flex-wrap gap-1.5">
        {page.candidates.map(({ accountId, number, name }) => (
          <Button
            key={accountId}
            because={may('mail.work')}
            onClick={() => link.mutate({ accountId })}
          >
            {`${number} · ${name}`}
          </Button>
        ))}
      </div>
      <form
        noValidate
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const account = new FormData(event.currentTarget).get('account');
          if (typeof account === 'string' && account !== '') link.mutate({ account });
        }}
      >
        <TextField label={t('account_number')} name="account" autoComplete="off" />
        <Button type="submit" busy={link.isPending} because={may('mail.work')}>
          {t('link')}
        </Button>
      </form>
      <RefusalNote error={link.error} words={areaWords} />
    </section>
  );
}
