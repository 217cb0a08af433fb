/** The little forms over one account of the list, and the keys that open them. */
import {
  firstContact,
  NoteForm,
  useAccount,
  useAccountChanged,
} from '#areas/customers/screens/index.ts';
import { askable, PromiseForm } from '#areas/promises/screens/index.ts';
import type { WorkRow } from '#areas/worklist/contract.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { useCallOf } from './call-of.ts';
import { DoneForm } from './DoneForm.tsx';
import { SnoozeForm } from './SnoozeForm.tsx';
import { WhyPanel } from './WhyPanel.tsx';
import { words } from './words.ts';
import { walkedOf, type WorkSearch } from './work-search.ts';
import type { WorkForm } from './WorkStrip.tsx';

type Props = {
  row: WorkRow;
  search: WorkSearch;
  form: WorkForm | null;
  onForm: (form: WorkForm | null) => void;
  onNext: (accountId: string | null) => void;
};

export function WorkForms({ row, search, form, onForm, onNext }: Props) {
  useFormKeys(onForm);
  useCallKey(row, search);
  const work = { accountId: row.accountId, name: row.name, list: walkedOf(search) };
  const close = (): void => onForm(null);
  if (form === 'done') return <DoneForm work={work} onNext={onNext} onClose={close} />;
  if (form === 'snooze') {
    return <SnoozeForm work={work} company={row.company} onNext={onNext} onClose={close} />;
  }
  if (form === 'note') return <NoteForm {...work} onClose={close} />;
  if (form === 'why')
    return <WhyPanel work={work} owner={ofPerson(search.owner)} onClose={close} />;
  if (form === 'promise') return <PromiseOf row={row} onClose={close} />;
  return null;
}

/** An order by hand is of a person's list; everybody's and nobody's have none. */
function ofPerson(owner: string): string {
  return owner === 'all' || owner === 'nobody' ? 'me' : owner;
}

function PromiseOf({ row, onClose }: { row: WorkRow; onClose: () => void }) {
  const account = useAccount(row.accountId);
  const changed = useAccountChanged();
  if (account.data === undefined) return null;
  return (
    <PromiseForm
      accountId={row.accountId}
      name={row.name}
      currency={row.currency}
      ask={askable(row.ask ?? row.overdue)}
      saidBy={firstContact(account.data.contacts)?.name}
      onClose={onClose}
      onChanged={changed}
    />
  );
}

function useCallKey(row: WorkRow, search: WorkSearch): void {
  const t = useWords(words);
  const may = useMay();
  const open = useCallOf(search);
  const run = (): void => open(row);
  useKeys(may('calls.make') === undefined ? [{ key: 'c', phrase: t('call'), run }] : []);
}

function useFormKeys(onForm: (form: WorkForm) => void): void {
  const t = useWords(words);
  const may = useMay();
  const opens = (key: string, phrase: string, form: WorkForm, permission: string) =>
    may(permission) === undefined ? [{ key, phrase, run: () => onForm(form) }] : [];
  useKeys([
    ...opens('n', t('done'), 'done', 'worklist.work'),
    ...opens('z', t('snooze'), 'snooze', 'worklist.work'),
    ...opens('p', t('promise'), 'promise', 'promises.make'),
    ...opens('o', t('note'), 'note', 'accounts.note'),
    ...opens('w', t('why'), 'why', 'worklist.read'),
  ]);
}
