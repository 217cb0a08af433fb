/** The words by which the account is grouped, and the form that changes them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { accountTags, setTags } from '#areas/customers/contract/tags.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, TextField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { accountKey } from './account-data.ts';
import { tagCardWords as words } from './tag-words.ts';
import { words as areaWords } from '../words.ts';

export function TagsCard({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const read = useQuery({
    queryKey: [...accountKey(accountId), 'tags'],
    queryFn: ({ signal }) => call(accountTags, { params: { accountId }, signal }),
  });
  if (!read.data) return null;
  const { tags, known } = read.data;
  return (
    <section>
      <h2 className="mb-1.5">{t('tags')}</h2>
      {tags.length === 0 ? (
        <p className="text-sm text-ink-3">{t('no_tags')}</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag}>
              <Tag tone="plain">{tag}</Tag>
            </li>
          ))}
        </ul>
      )}
      {may('accounts.edit') === undefined && (
        <p className="no-print mt-1 text-sm">
          <button type="button" className="link" onClick={() => setChanging(true)}>
            {t('change_tags')}
          </button>
        </p>
      )}
      {changing && <TagsForm {...{ accountId, tags, known }} onClose={() => setChanging(false)} />}
    </section>
  );
}

type FormProps = {
  accountId: string;
  tags: readonly string[];
  known: readonly { tag: string; accounts: number }[];
  onClose: () => void;
};

function TagsForm({ accountId, tags, known, onClose }: FormProps) {
  const t = useWords(words);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (body: { tags: string[]; reason: string }) =>
      call(setTags, { params: { accountId }, body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: accountKey(accountId) });
      onClose();
    },
  });
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = wordsIn(form, 'tags').split(/[\s,]+/u);
    save.mutate({ tags: said, reason: wordsIn(form, 'reason') });
  };
  const inUse = known.map(({ tag }) => tag).join(', ');
  return (
    <Dialog title={t('change_tags')} onClose={onClose}>
      <form noValidate onSubmit={send} className="grid gap-3.5">
        <TextField
          label={t('tags')}
          name="tags"
          autoFocus
          defaultValue={tags.join(', ')}
          hint={inUse === '' ? t('tags_hint') : t('tags_in_use', { tags: inUse })}
        />
        <AreaField label={t('tags_reason')} name="reason" rows={2} />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save_tags')}
        </Button>
      </form>
    </Dialog>
  );
}

function wordsIn(form: FormData, field: string): string {
  const said = form.get(field);
  return typeof said === 'string' ? said : '';
}
