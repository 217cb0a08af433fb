/** Whether a media query holds, known at the first paint. */
import { useCallback, useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  const watch = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(watch, () => matchMedia(query).matches);
}

/** Narrower than a small tablet: lists show two-line rows. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 599px)');
}
