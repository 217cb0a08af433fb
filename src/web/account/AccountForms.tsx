/** The little forms over an account page; done and snooze lead to the next account. */
import { useNavigate } from '@tanstack/react-router';
import type { Account } from '#areas/customers/contract.ts';
import { firstContact, NoteForm, useAccountChanged } from '#areas/customers/screens/index.ts';
import { EmailForm, TextForm } from '#areas/correspondence/screens/index.ts';
import { ReceiveForm } from '#areas/complaints/screens/index.ts';
import { CauseForm, DisputeForm } from '#areas/disputes/screens/index.ts';
import { EscalateForm } from '#areas/escalations/screens/index.ts';
import {
  askable,
  askOf,
  FamilyPromiseForm,
  PlanForm,
  PromiseForm,
  SettlementForm,
} from '#areas/promises/screens/index.ts';
import { DoneForm, keptWalked, SnoozeForm, WhyPanel } from '#areas/worklist/screens/index.ts';
import { paths } from '../paths.ts';
import type { Marks } from './marks.ts';
import { useWords } from '../ui/say.ts';
import { say } from '../ui/said.ts';
import { words } from './words.ts';

export type AccountForm =
  | 'done'
  | 'snooze'
  | 'promise'
  | 'family'
  | 'plan'
  | 'settlement'
  | 'dispute'
  | 'cause'
  | 'complaint'
  | 'email'
  | 'text'
  | 'note'
  | 'why'
  | 'escalate';

type Props = {
  account: Account;
  form: AccountForm | null;
  marks: Marks;
  onForm: (form: AccountForm | null) => void;
};

export function AccountForms({ account, form, marks, onForm }: Props) {
  const { marked, items } = marks;
  const { accountId, name } = account;
  const changed = useAccountChanged();
  const next = useNext();
  const work = { accountId, name, list: keptWalked() };
  const close = (): void => onForm(null);
  if (form === 'done') return <DoneForm work={work} onNext={next} onClose={close} />;
  if (form === 'snooze') {
    const { code } = account.company;
    return <SnoozeForm work={work} company={code} onNext={next} onClose={close} />;
  }
  if (form === 'email') {
    const { contacts } = account;
    return <EmailForm {...work} contacts={contacts} itemIds={[...marked]} onClose={close} />;
  }
  if (form === 'text') {
    return <TextForm {...work} contacts={account.contacts} onClose={close} />;
  }
  if (form === 'note') return <NoteForm {...work} onClose={close} />;
  if (form === 'escalate') return <EscalateForm {...work} onClose={close} />;
  if (form === 'cause') return <CauseForm {...work} itemIds={[...marked]} onClose={close} />;
  if (form === 'complaint') {
    const saidBy = firstContact(account.contacts)?.name;
    return <ReceiveForm {...work} saidBy={saidBy} onClose={close} />;
  }
  if (form === 'why') return <WhyPanel work={work} onClose={close} />;
  if (form === 'dispute') {
    return (
      <DisputeForm
        accountId={accountId}
        name={name}
        currency={account.balances[0]?.currency ?? account.company.baseCurrency}
        saidBy={firstContact(account.contacts)?.name}
        itemIds={[...marked]}
        onClose={close}
        onChanged={changed}
      />
    );
  }
  if (form === 'plan' || form === 'settlement' || form === 'family') {
    const Form = agreeing[form];
    return (
      <Form
        {...work}
        currency={account.balances[0]?.currency ?? account.company.baseCurrency}
        saidBy={firstContact(account.contacts)?.name}
        itemIds={[...marked]}
        onClose={close}
        onChanged={changed}
      />
    );
  }
  if (form === 'promise') {
    const owed = account.balances[0];
    const currency = items[0]?.currency ?? owed?.currency ?? account.company.baseCurrency;
    return (
      <PromiseForm
        {...work}
        currency={currency}
        ask={items.length > 0 ? askOf(items, currency) : askable(owed?.collectable)}
        saidBy={firstContact(account.contacts)?.name}
        items={items}
        onClose={close}
        onChanged={changed}
      />
    );
  }
  return null;
}

/** Forms that ask for the same of an account. */
const agreeing = { plan: PlanForm, settlement: SettlementForm, family: FamilyPromiseForm };

/** Opens the next account of the list, or the list when there is none. */
function useNext(): (accountId: string | null) => void {
  const t = useWords(words);
  const navigate = useNavigate();
  return (accountId) => {
    if (accountId === null) {
      say({ text: t('last_one') });
      void navigate({ to: paths.worklist });
    } else {
      void navigate({ to: paths.account, params: { accountId }, search: {} });
    }
  };
}
