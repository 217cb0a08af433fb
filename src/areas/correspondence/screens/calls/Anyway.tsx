/** Calling against the firm's own policy, with the reason that is kept. */
import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { textIn } from './came-of.ts';
import { words } from './words.ts';

export function Anyway({ onCall }: { onCall: (why: string) => void }) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="danger" onClick={() => setOpen(true)}>
        {t('call_anyway')}
      </Button>
      {open && (
        <Dialog title={t('call_anyway')} shape="middle" onClose={() => setOpen(false)}>
          <form
            noValidate
            className="grid gap-3.5"
            onSubmit={(event) => {
              event.preventDefault();
              const why = textIn(new FormData(event.currentTarget), 'why');
              if (why === '') return;
              setOpen(false);
              onCall(why);
            }}
          >
            <TextField label={t('anyway_why')} name="why" autoFocus autoComplete="off" />
            <Button type="submit" tone="main" keys="Enter">
              {t('call_anyway')}
            </Button>
          </form>
        </Dialog>
      )}
    </>
  );
}
