/** The right column of an account: what was promised, what happened, what one can do. */
import { AccountTimeline, useAccountChanged } from '#areas/customers/screens/index.ts';
import { PromiseCards } from '#areas/promises/screens/index.ts';
import { Button } from '../ui/Button.tsx';
import { useMay } from '../ui/reader.tsx';
import { useWords } from '../ui/say.ts';
import type { AccountForm } from './AccountForms.tsx';
import { words } from './words.ts';

type Props = { accountId: string; onForm: (form: AccountForm) => void };

export function AccountStrip({ accountId, onForm }: Props) {
  const t = useWords(words);
  const may = useMay();
  const changed = useAccountChanged();
  return (
    <div className="flex flex-col gap-5">
      <div className="no-print flex flex-wrap gap-1 [&>button]:px-1.5">
        <Button keys="p" because={may('promises.make')} onClick={() => onForm('promise')}>
          {t('promise')}
        </Button>
        <Button keys="o" because={may('accounts.note')} onClick={() => onForm('note')}>
          {t('note')}
        </Button>
        <Button keys="z" because={may('worklist.work')} onClick={() => onForm('snooze')}>
          {t('snooze')}
        </Button>
      </div>
      <PromiseCards accountId={accountId} onChanged={changed} />
      <AccountTimeline accountId={accountId} />
    </div>
  );
}
