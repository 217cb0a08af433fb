/** Gives what an account owes to an agency; never more than is owed or was written off. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '#platform/contract/route.ts';
import { useAccountsFound } from '#areas/customers/screens/index.ts';
import { placeable, placeWithAgency } from '#areas/write-offs/contract.ts';
import { type Answer, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Found = { accountId: string; name: string };
type Props = { agencies: readonly string[]; onClose: () => void };

export function PlaceForm({ agencies, onClose }: Props) {
  const t = useWords(words);
  const [typed, setTyped] = useState('');
  const [account, setAccount] = useState<Found | null>(null);
  const found = useAccountsFound(typed);
  return (
    <Dialog title={t('place')} sub={account?.name} onClose={onClose} shape="middle">
      {account !== null && <Whose account={account} agencies={agencies} onClose={onClose} />}
      {account === null && (
        <div className="grid gap-3.5">
          <TextField
            label={t('pick')}
            name="found"
            autoFocus
            autoComplete="off"
            value={typed}
            hint={found.length === 0 ? t('found_none') : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className="flex flex-wrap gap-2">
            {found.slice(0, 6).map((row) => (
              <Button key={row.accountId} onClick={() => setAccount(row)}>
                {row.name} · {row.number}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Dialog>
  );
}

type WhoseProps = Props & { account: Found };

/** What can be placed of it is read first. */
function Whose({ account, agencies, onClose }: WhoseProps) {
  const t = useWords(words);
  const figures = useFigures();
  const { accountId } = account;
  const read = useQuery({
    queryKey: ['placements', 'of', accountId],
    // A form begins with what holds now, and keeps what was typed into it.
    gcTime: 0,
    staleTime: Infinity,
    queryFn: ({ signal }) => call(placeable, { params: { accountId }, signal }),
  });
  if (read.isError) return <RefusalNote error={read.error} words={areaWords} />;
  if (read.data === undefined) return <Bones lines={4} />;
  const standing = read.data.rows.find(({ recalledOn }) => recalledOn === null);
  if (standing) {
    const day = figures.day(standing.placedOn);
    return <p>{t('placed_with', { agency: standing.agency, day })}</p>;
  }
  if (read.data.placeable.length === 0) return <p>{t('placeable_none')}</p>;
  return (
    <Fields
      account={account}
      agencies={agencies}
      placeable={read.data.placeable}
      onClose={onClose}
    />
  );
}

type FieldsProps = WhoseProps & { placeable: Answer<typeof placeable>['placeable'] };

function Fields({ account, agencies, placeable: sums, onClose }: FieldsProps) {
  const t = useWords(words);
  const figures = useFigures();
  const [code, setCode] = useState(sums[0]?.currency ?? '');
  const place = usePlacing(account.accountId, onClose);
  const form = useForm(placeWithAgency, (body) => place.mutate(body));
  const most = sums.find(({ currency }) => currency === code);
  const told = sums.map(({ amount, currency }) => figures.money(amount, currency)).join(', ');
  const text = (name: 'agency' | 'reference' | 'feePercent' | 'reason') => ({
    name,
    autoComplete: 'off',
    error: form.errors[name],
  });
  return (
    <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
      <p className="text-ink-2 text-pretty">{t('placeable', { sums: told })}</p>
      <TextField label={t('agency')} {...text('agency')} autoFocus list="agencies-known" />
      <datalist id="agencies-known">
        {agencies.map((agency) => (
          <option key={agency}>{agency}</option>
        ))}
      </datalist>
      <TextField label={t('its_number')} {...text('reference')} />
      <SelectField
        label={t('currency')}
        name="currency"
        value={code}
        choices={sums.map(({ currency }) => ({ value: currency, name: currency }))}
        onChange={(event) => setCode(event.target.value)}
      />
      <MoneyField
        key={code}
        label={t('amount')}
        name="amount"
        currency={code}
        defaultValue={most?.amount ?? ''}
        error={form.errors['amount']}
      />
      <TextField label={t('fee')} {...text('feePercent')} inputMode="decimal" defaultValue="0" />
      <TextField label={t('reason')} {...text('reason')} />
      <RefusalNote error={place.error} words={areaWords} />
      <Button type="submit" tone="main" busy={place.isPending}>
        {t('place_it')}
      </Button>
    </form>
  );
}

function usePlacing(accountId: string, onClose: () => void) {
  const t = useWords(words);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof placeWithAgency>) =>
      call(placeWithAgency, { params: { accountId }, body }),
    onSuccess: (_answer, { agency }) => {
      void queries.invalidateQueries({ queryKey: ['placements'] });
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
      say({ text: t('placed_now', { agency }) });
      onClose();
    },
  });
}
