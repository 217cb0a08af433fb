/** Who is reading, as far as the parts of a page must know: a name and what they may do. */
import { createContext, type ReactNode, useContext } from 'react';
import { useWords } from './say.ts';
import { words } from './words.ts';

export type Reader = {
  readonly memberId: string;
  readonly name: string;
  readonly permissions: readonly string[];
};

const ReaderContext = createContext<Reader>({ memberId: '', name: '', permissions: [] });

export function IsReading({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

export function useReader(): Reader {
  return useContext(ReaderContext);
}

/** Why the reader may not do it, or undefined when they may: what a button's `because` wants. */
export function useMay(): (permission: string) => string | undefined {
  const t = useWords(words);
  const { permissions } = useReader();
  return (permission) => (permissions.includes(permission) ? undefined : t('may_not'));
}
