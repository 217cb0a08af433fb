/** Says which of our bank accounts a waiting file means. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { bankAccounts } from '#areas/bank-files/contract/accounts.ts';
import { nameAccount, type WireOneFile } from '#areas/bank-files/contract/files.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { SelectField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Unknown = WireOneFile['unknownAccounts'][number];
type Props = {
  fileId: string;
  unknown: Unknown;
  /** No other account of the file is unknown: naming this one takes the file in. */
  last: boolean;
};

export function NameAccount({ fileId, unknown, last }: Props) {
  const t = useWords(words);
  const { shown, currency, registered } = unknown;
  const accounts = useQuery({
    queryKey: ['bank-accounts'],
    queryFn: ({ signal }) => call(bankAccounts, { query: {}, signal }),
  });
  const fitting = accounts.data?.rows.filter((each) => each.active && each.currency === currency);
  const name = useNaming(fileId, unknown);
  const because = useMay()('bank_files.take_in');
  if (registered !== null) {
    return <Registered fileId={fileId} unknown={{ ...unknown, registered }} />;
  }
  return (
    <section className="grid max-w-[520px] gap-3 rounded-lg border border-line bg-surface p-4">
      <h2>{t('name_account')}</h2>
      <p className="text-ink-2">
        {t('account_unknown', { account: shown || t('no_number'), currency })}{' '}
        {t('name_account_why')}
      </p>
      {fitting?.length === 0 ? (
        <p>
          {t('no_account_in', { currency })}{' '}
          <Link to={paths.bankAccounts} className="link">
            {t('register')}
          </Link>
        </p>
      ) : (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            const chosen = new FormData(event.currentTarget).get('account');
            if (typeof chosen === 'string' && chosen !== '') name.mutate(chosen);
          }}
        >
          <SelectField
            label={t('account')}
            name="account"
            required
            none={t('choose_account')}
            choices={(fitting ?? []).map((each) => ({
              value: each.bankAccountId,
              name: `${each.name} ${each.number}`,
            }))}
          />
          <RefusalNote error={name.error} words={areaWords} />
          <Button type="submit" tone="main" busy={name.isPending} because={because}>
            {t(last ? 'name_it' : 'name_one')}
          </Button>
          <Link to={paths.bankAccounts} className="link justify-self-start">
            {t('register_other')}
          </Link>
        </form>
      )}
    </section>
  );
}

/** Names the account and, with the last one named, takes the file in. */
function useNaming(fileId: string, { stated, currency }: Unknown) {
  const t = useWords(words);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (bankAccountId: string) =>
      call(nameAccount, { params: { fileId }, body: { stated, currency, bankAccountId } }),
    onSuccess: ({ state, added }) => {
      void queries.invalidateQueries();
      if (state === 'taken_in') say({ text: t('taken_said', { count: added }) });
    },
  });
}

type RegisteredProps = {
  fileId: string;
  unknown: Unknown & { registered: NonNullable<Unknown['registered']> };
};

/** The account was registered since the file came: one press takes it in. */
function Registered({ fileId, unknown }: RegisteredProps) {
  const t = useWords(words);
  const because = useMay()('bank_files.take_in');
  const name = useNaming(fileId, unknown);
  const { shown, currency, registered } = unknown;
  return (
    <section className="grid max-w-[520px] gap-3 rounded-lg border border-line bg-surface p-4">
      <h2>{t('account_registered')}</h2>
      <p className="text-ink-2">
        {t('account_registered_why', { account: shown, currency, name: registered.name })}
      </p>
      <RefusalNote error={name.error} words={areaWords} />
      <div>
        <Button
          tone="main"
          busy={name.isPending}
          because={because}
          onClick={() => name.mutate(registered.bankAccountId)}
        >
          {t('take_in_now')}
        </Button>
      </div>
    </section>
  );
}
