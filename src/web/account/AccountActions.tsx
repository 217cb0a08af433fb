/** What one can do on an account page, as buttons and as keys. */
import { useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { EditInExcel } from '#areas/workbooks/screens/index.ts';
import { paths } from '../paths.ts';
import { AsOfPicker } from '../ui/AsOf.tsx';
import { Button } from '../ui/Button.tsx';
import { useKeys } from '../ui/keys.ts';
import { useMedia } from '../ui/media.ts';
import { useMay } from '../ui/reader.tsx';
import { useWords } from '../ui/say.ts';
import type { AccountForm } from './AccountForms.tsx';
import type { AccountSearch, AccountSearchChange } from './account-search.ts';
import { WorkButtons } from './WorkButtons.tsx';
import { words } from './words.ts';

type Props = {
  search: AccountSearch;
  onSearch: AccountSearchChange;
  onForm: (form: AccountForm) => void;
};

export function AccountActions({ search, onSearch, onForm }: Props) {
  const t = useWords(words);
  const may = useMay();
  const roomy = useMedia('(min-width: 1100px)');
  const { accountId } = useParams({ from: `/desk${paths.account}` });
  const openStatement = useOpen(paths.statement);
  const openCall = useOpen(paths.call);
  useFormKeys(onForm, openStatement, openCall);
  return (
    <>
      <AsOfPicker
        asOf={search.asOf}
        knownAt={search.knownAt}
        onPick={({ asOf, knownAt }) => onSearch({ asOf, knownAt })}
      />
      <Button keys="c" because={may('calls.make')} onClick={openCall}>
        {t('call')}
      </Button>
      <Button keys="Shift+s" onClick={openStatement}>
        {t('statement')}
      </Button>
      <EditInExcel kind="open-items" account={accountId} />
      {!roomy && <WorkButtons onForm={onForm} />}
      <Button tone="main" keys="n" because={may('worklist.work')} onClick={() => onForm('done')}>
        {t('done')}
      </Button>
    </>
  );
}

function useOpen(to: typeof paths.statement | typeof paths.call): () => void {
  const navigate = useNavigate();
  const { accountId } = useParams({ from: `/desk${paths.account}` });
  return () => void navigate({ to, params: { accountId } });
}

/** Back to where the reader came from; to the list for who came by a link. */
function useBack(): () => void {
  const router = useRouter();
  return () => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: paths.worklist });
  };
}

function useFormKeys(
  onForm: (form: AccountForm) => void,
  openStatement: () => void,
  openCall: () => void,
): void {
  const t = useWords(words);
  const may = useMay();
  const back = useBack();
  const opens = (key: string, form: AccountForm, permission: string) =>
    may(permission) === undefined ? [{ key, phrase: t(form), run: () => onForm(form) }] : [];
  useKeys([
    ...opens('p', 'promise', 'promises.make'),
    ...opens('Shift+p', 'family', 'promises.make'),
    ...opens('t', 'plan', 'promises.make'),
    ...opens('Shift+t', 'settlement', 'promises.make'),
    ...opens('x', 'dispute', 'disputes.open'),
    ...opens('y', 'cause', 'disputes.open'),
    ...opens('Shift+x', 'complaint', 'disputes.open'),
    ...opens('e', 'email', 'messages.write'),
    ...opens('s', 'text', 'calls.make'),
    ...opens('o', 'note', 'accounts.note'),
    ...opens('!', 'escalate', 'escalations.ask'),
    ...opens('z', 'snooze', 'worklist.work'),
    ...opens('n', 'done', 'worklist.work'),
    ...opens('w', 'why', 'worklist.read'),
    ...(may('calls.make') === undefined ? [{ key: 'c', phrase: t('call'), run: openCall }] : []),
    { key: 'Shift+s', phrase: t('statement'), run: openStatement },
    { key: 'Escape', phrase: t('back'), run: back, group: 'go' },
  ]);
}
