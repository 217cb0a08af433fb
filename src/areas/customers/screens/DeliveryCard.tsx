/** How the account gets its papers, to whom and where its letters go; each open to correction. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  delivery,
  saveAddress,
  setDelivery,
  type WireDelivery,
} from '#areas/customers/contract/delivery.ts';
import { deliveryRules, statementForms } from '#areas/customers/rules/delivery.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { accountKey } from './account-data.ts';
import { words as areaWords } from '../words.ts';
import { deliveryWords as words } from './delivery-words.ts';

type Form = 'rule' | 'address';

export function DeliveryCard({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const forbidden = useMay()('accounts.edit');
  const [form, setForm] = useState<Form | null>(null);
  const read = useQuery<WireDelivery>({
    queryKey: [...accountKey(accountId), 'delivery'],
    queryFn: ({ signal }) => call(delivery, { params: { accountId }, signal }),
  });
  const known = read.data;
  if (!known) return null;
  const { address, contact, portalName } = known;
  const to = known.rule === 'portal' ? portalName : known.rule === 'email' ? contact?.email : null;
  return (
    <section>
      <h2 className="mb-1.5">{t('papers')}</h2>
      <p className="text-sm text-ink-2">
        <span className="block text-ink">{t(`rule_${known.rule}`)}</span>
        {to !== null && to !== undefined && <span className="block truncate">{to}</span>}
        {known.consolidated && <span className="block">{t('consolidated')}</span>}
        <span className="block">
          {address === null ? t('no_address') : `${address.line1}, ${address.city}`}
        </span>
        {address !== null && address.refused !== null && (
          <span className="block font-[550] text-late">{t('refused')}</span>
        )}
      </p>
      <div className="no-print mt-1.5 flex flex-wrap gap-2">
        <Button because={forbidden} onClick={() => setForm('rule')}>
          {t('change_rule')}
        </Button>
        <Button because={forbidden} onClick={() => setForm('address')}>
          {t('change_address')}
        </Button>
      </div>
      {form === 'rule' && (
        <RuleForm accountId={accountId} known={known} onClose={() => setForm(null)} />
      )}
      {form === 'address' && (
        <AddressForm accountId={accountId} known={known} onClose={() => setForm(null)} />
      )}
    </section>
  );
}

type FormProps = { accountId: string; known: WireDelivery; onClose: () => void };

function useSaved(accountId: string, onClose: () => void) {
  const t = useWords(words);
  const queries = useQueryClient();
  return () => {
    say({ text: t('saved') });
    void queries.invalidateQueries({ queryKey: accountKey(accountId) });
    onClose();
  };
}

function RuleForm({ accountId, known, onClose }: FormProps) {
  const t = useWords(words);
  const saved = useSaved(accountId, onClose);
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof setDelivery>) =>
      call(setDelivery, { params: { accountId }, body }),
    onSuccess: saved,
  });
  return (
    <Dialog title={t('change_rule')} onClose={onClose}>
      <form
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(readRule(new FormData(event.currentTarget)));
        }}
      >
        <SelectField
          label={t('rule')}
          name="rule"
          autoFocus
          defaultValue={known.rule}
          choices={deliveryRules.map((value) => ({ value, name: t(`rule_${value}`) }))}
        />
        <SelectField
          label={t('form')}
          name="statementForm"
          defaultValue={known.statementForm}
          choices={statementForms.map((value) => ({ value, name: t(`form_${value}`) }))}
        />
        <CheckField
          name="consolidated"
          label={t('consolidated')}
          defaultChecked={known.consolidated}
        />
        <TextField
          label={t('portal_name')}
          name="portalName"
          defaultValue={known.portalName ?? ''}
        />
        <TextField label={t('portal_url')} name="portalUrl" defaultValue={known.portalUrl ?? ''} />
        <TextField label={t('reason')} name="reason" required />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

function readRule(form: FormData): BodyOf<typeof setDelivery> {
  const text = textIn(form);
  return {
    rule: deliveryRules.find((each) => each === text('rule')) ?? 'email',
    statementForm: statementForms.find((each) => each === text('statementForm')) ?? 'open_item',
    consolidated: form.get('consolidated') !== null,
    portalName: text('portalName') || null,
    portalUrl: text('portalUrl') || null,
    reason: text('reason'),
  };
}

function AddressForm({ accountId, known, onClose }: FormProps) {
  const t = useWords(words);
  const saved = useSaved(accountId, onClose);
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof saveAddress>) =>
      call(saveAddress, { params: { accountId }, body }),
    onSuccess: saved,
  });
  const { address } = known;
  const field = (name: keyof typeof fields, required = false) => (
    <TextField
      label={t(fields[name])}
      name={name}
      required={required}
      defaultValue={address?.[name] ?? (name === 'country' ? 'US' : '')}
    />
  );
  return (
    <Dialog title={t('change_address')} onClose={onClose}>
      <form
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(readAddress(new FormData(event.currentTarget)));
        }}
      >
        {field('attention')}
        {field('line1', true)}
        {field('line2')}
        {field('city', true)}
        {field('state')}
        {field('postalCode', true)}
        {field('country', true)}
        <TextField label={t('reason')} name="reason" required />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

const fields = {
  attention: 'attention',
  line1: 'line1',
  line2: 'line2',
  city: 'city',
  state: 'state',
  postalCode: 'postal_code',
  country: 'country',
} as const;

function readAddress(form: FormData): BodyOf<typeof saveAddress> {
  const text = textIn(form);
  return {
    address: {
      attention: text('attention') || null,
      line1: text('line1'),
      line2: text('line2') || null,
      city: text('city'),
      state: text('state') || null,
      postalCode: text('postalCode'),
      country: text('country'),
    },
    reason: text('reason'),
  };
}

function textIn(form: FormData): (name: string) => string {
  return (name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
}
