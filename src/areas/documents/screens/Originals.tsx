/** The originals of an account: each to be opened and saved, and chosen for a copy. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountOriginals, originalFile, type WireOriginal } from '#areas/documents/contract.ts';
import { call, hrefOf } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { words } from './words.ts';

type Props = {
  accountId: string;
  /** Without it nothing can be chosen. */
  onSend?: (originalIds: readonly string[]) => void;
};

/** So many stand open; the rest is behind a button. */
const first = 6;

export function Originals({ accountId, onSend }: Props) {
  const t = useWords(words);
  const forbidden = useMay()('copies.send');
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const kept = useQuery({
    queryKey: ['account', accountId, 'originals'],
    queryFn: ({ signal }) => call(accountOriginals, { params: { accountId }, signal }),
  });
  const rows = kept.data?.rows ?? [];
  const choose = (originalId: string, on: boolean): void =>
    setChosen((before) => [
      ...before.filter((each) => each !== originalId),
      ...(on ? [originalId] : []),
    ]);
  return (
    <section>
      <h2 className="mb-1.5">{t('originals')}</h2>
      {kept.isPending && <Bones lines={2} />}
      {kept.isSuccess && rows.length === 0 && <p className="text-sm text-ink-3">{t('none')}</p>}
      <ul className="grid gap-1.5">
        {rows.slice(0, all ? rows.length : first).map((row) => (
          <OriginalLine
            key={row.originalId}
            accountId={accountId}
            original={row}
            chosen={chosen.includes(row.originalId)}
            onChoose={onSend && ((on) => choose(row.originalId, on))}
          />
        ))}
      </ul>
      {rows.length > first && !all && (
        <button type="button" className="link mt-1 text-sm" onClick={() => setAll(true)}>
          {t('all', { count: rows.length })}
        </button>
      )}
      {rows.length > 0 && onSend !== undefined && (
        <div className="mt-2">
          <Button
            because={forbidden ?? (chosen.length === 0 ? t('choose_first') : undefined)}
            onClick={() => onSend(chosen)}
          >
            {t('send_copy')}
          </Button>
        </div>
      )}
    </section>
  );
}

type LineProps = {
  accountId: string;
  original: WireOriginal;
  chosen: boolean;
  onChoose: ((on: boolean) => void) | undefined;
};

function OriginalLine({ accountId, original, chosen, onChoose }: LineProps) {
  const t = useWords(words);
  const { originalId, number, version, latest, fileName } = original;
  const kind = t(original.kind);
  const at = (inline: 'true' | 'false'): string =>
    hrefOf(originalFile, { params: { accountId, originalId }, query: { inline } });
  const note = [kind, version > 1 && t('version', { version }), !latest && t('earlier')];
  return (
    <li className="flex items-baseline gap-2 text-sm">
      {onChoose !== undefined && (
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t('choose_copy', { kind, number })}
          onChange={(event) => onChoose(event.target.checked)}
          className="size-4 translate-y-0.5 accent-accent"
        />
      )}
      <span className="min-w-0 flex-1">
        <a
          href={at('true')}
          target="_blank"
          rel="noreferrer"
          className="link figures"
          aria-label={t('open', { kind, number })}
        >
          {number}
        </a>
        <span className="block truncate text-ink-2" title={fileName}>
          {note.filter(Boolean).join(' · ')}
        </span>
      </span>
      <a
        href={at('false')}
        download
        className="link"
        aria-label={t('save_long', { file: fileName })}
      >
        {t('save')}
      </a>
    </li>
  );
}
