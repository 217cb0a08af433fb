/** What one writes down about an account: a promise, a note, a day to come back. */
import { Button } from '../ui/Button.tsx';
import { useMay } from '../ui/reader.tsx';
import { useWords } from '../ui/say.ts';
import type { AccountForm } from './AccountForms.tsx';
import { words } from './words.ts';

export function WorkButtons({ onForm }: { onForm: (form: AccountForm) => void }) {
  const t = useWords(words);
  const may = useMay();
  return (
    <>
      <Button keys="p" because={may('promises.make')} onClick={() => onForm('promise')}>
        {t('promise')}
      </Button>
      <Button keys="t" because={may('promises.make')} onClick={() => onForm('plan')}>
        {t('plan')}
      </Button>
      <Button keys="x" because={may('disputes.open')} onClick={() => onForm('dispute')}>
        {t('dispute')}
      </Button>
      <Button keys="e" because={may('messages.write')} onClick={() => onForm('email')}>
        {t('email')}
      </Button>
      <Button keys="s" because={may('calls.make')} onClick={() => onForm('text')}>
        {t('text')}
      </Button>
      <Button keys="o" because={may('accounts.note')} onClick={() => onForm('note')}>
        {t('note')}
      </Button>
      <Button keys="z" because={may('worklist.work')} onClick={() => onForm('snooze')}>
        {t('snooze')}
      </Button>
    </>
  );
}
