/** Files whose name said too little: each is linked by hand, or put aside with a reason. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { waitingFiles, type WireWaitingFile } from '#areas/documents/contract.ts';
import { call } from '#web/api.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { LinkForm } from './LinkForm.tsx';
import { PutAsideForm } from './PutAsideForm.tsx';
import { words } from './words.ts';

type Opened = { readonly form: 'link' | 'aside'; readonly file: WireWaitingFile };

export function WaitingFiles() {
  const t = useWords(words);
  const why = useWhy();
  const [opened, setOpened] = useState<Opened | null>(null);
  const waiting = useQuery({
    queryKey: ['originals', 'waiting'],
    queryFn: ({ signal }) => call(waitingFiles, { query: {}, signal }),
  });
  const rows = waiting.data?.rows ?? [];
  const close = (): void => setOpened(null);
  return (
    <section>
      <h2 className="mb-1.5">{t('waiting')}</h2>
      {waiting.isPending && <Bones lines={4} />}
      {waiting.isError && (
        <Failed why={why(waiting.error)} onRetry={() => void waiting.refetch()} />
      )}
      {waiting.isSuccess && rows.length === 0 && (
        <p className="text-sm text-ink-3">{t('waiting_none')}</p>
      )}
      <ul className="grid max-w-[960px] gap-3">
        {rows.map((file) => (
          <li key={file.fileId} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-[550] break-words">{file.fileName}</p>
              <p className="text-sm text-ink-2">
                {file.message} {file.remedy}
              </p>
            </div>
            <Button
              aria-label={t('link_long', { file: file.fileName })}
              onClick={() => setOpened({ form: 'link', file })}
            >
              {t('link')}
            </Button>
            <Button
              aria-label={t('put_aside_long', { file: file.fileName })}
              onClick={() => setOpened({ form: 'aside', file })}
            >
              {t('put_aside')}
            </Button>
          </li>
        ))}
      </ul>
      {opened?.form === 'link' && <LinkForm file={opened.file} onClose={close} />}
      {opened?.form === 'aside' && <PutAsideForm file={opened.file} onClose={close} />}
    </section>
  );
}
