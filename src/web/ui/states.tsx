/** Empty, failed, still loading, cut off: each says what is missing, why, and the next step. */
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { words } from './words.ts';
import { useWords } from './say.ts';

type EmptyProps = {
  title: string;
  why?: ReactNode;
  children?: ReactNode;
  /** It is the whole page, so its title is the page's heading. */
  page?: boolean;
};

/** Nothing to show, and that is an answer. */
export function Empty({ title, why, children, page = false }: EmptyProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-items-center gap-1.5 px-6 py-12 text-center">
      <Title className="text-md font-[600]">{title}</Title>
      {why !== undefined && <p className="max-w-[46ch] text-ink-2 text-pretty">{why}</p>}
      {children !== undefined && (
        <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>
      )}
    </div>
  );
}

type FailedProps = { why: string; onRetry?: () => void };

/** It could not be loaded; the reason and the way back. */
export function Failed({ why, onRetry }: FailedProps) {
  const t = useWords(words);
  return (
    <div role="alert" className="grid justify-items-center gap-1.5 px-6 py-12 text-center">
      <p className="text-md strong">{t('failed')}</p>
      <p className="max-w-[46ch] text-ink-2 text-pretty">{why}</p>
      {onRetry !== undefined && (
        <Button className="mt-2" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

/** A line of the height that the text will have. */
export function Bone({
  width = '100%',
  height = 14,
}: {
  width?: string | number;
  height?: number;
}) {
  return <span aria-hidden className="skeleton block" style={{ width, height }} />;
}

/** Lines of text that are on their way. */
export function Bones({ lines, gap = 8 }: { lines: number; gap?: number }) {
  const t = useWords(words);
  return (
    <div role="status" aria-label={t('loading')} className="grid" style={{ gap }}>
      {Array.from({ length: lines }, (_, index) => (
        <Bone key={index} width={`${92 - ((index * 23) % 40)}%`} />
      ))}
    </div>
  );
}
