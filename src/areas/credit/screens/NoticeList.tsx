/** What a customer is still to be told of credit cut or refused, and the word that it was sent. */
import { useState } from 'react';
import type { WireNotice } from '#areas/credit/contract/notices.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { LetterForm } from './LetterForm.tsx';
import { NoticeForm } from './NoticeForm.tsx';
import { words } from './words.ts';

type Props = { notices: readonly WireNotice[]; onSent: () => void };

export function NoticeList({ notices, onSent }: Props) {
  const t = useWords(words);
  const may = useMay()('messages.write') === undefined;
  const [sending, setSending] = useState<WireNotice | null>(null);
  const [writing, setWriting] = useState<WireNotice | null>(null);
  if (notices.length === 0) return null;
  return (
    <>
      <ul aria-label={t('notices')} className="mt-1.5 grid gap-1 text-sm">
        {notices.map((notice) => (
          <li key={notice.clockId} className="text-pretty">
            <NoticeLine notice={notice} />{' '}
            {may && (
              <span className="no-print">
                <button type="button" className="link" onClick={() => setWriting(notice)}>
                  {t('letter_write')}
                </button>{' '}
                ·{' '}
                <button type="button" className="link" onClick={() => setSending(notice)}>
                  {t('notice_sent')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {writing !== null && (
        <LetterForm
          notice={writing}
          onClose={() => {
            setWriting(null);
            onSent();
          }}
        />
      )}
      {sending !== null && (
        <NoticeForm
          notice={sending}
          onClose={() => {
            setSending(null);
            onSent();
          }}
        />
      )}
    </>
  );
}

function NoticeLine({ notice }: { notice: WireNotice }) {
  const t = useWords(words);
  const say = useFigures();
  const today = useToday();
  const { order, dueOn, source, writtenReasons } = notice;
  return (
    <>
      <Tag tone={dueOn < today ? 'late' : 'warn'}>
        {order === null ? t('notice_limit') : t('notice_order', { order })}
      </Tag>{' '}
      {t('notice_by', { day: say.day(dueOn), source })},{' '}
      {t(writtenReasons ? 'notice_reasons' : 'notice_if_asked')}
    </>
  );
}
