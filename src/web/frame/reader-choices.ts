/** What the reader decides about the desk itself: its language, and leaving. */
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Language } from '#kernel/words.ts';
import { setLanguage, signOut } from '#areas/team/contract.ts';
import { call } from '../api.ts';
import { sessionQuery } from '../session.ts';
import { useWhy } from '../ui/refusal.ts';
import { say } from '../ui/said.ts';

/** Changes the language for this person, everywhere and at once. */
export function useSpeak(): (language: Language) => void {
  const queries = useQueryClient();
  const why = useWhy();
  return (language) => {
    queries.setQueryData(sessionQuery.queryKey, (me) => (me ? { ...me, language } : me));
    call(setLanguage, { body: { language } }).catch((error: unknown) =>
      say({ text: why(error), tone: 'refused' }),
    );
  };
}

/** Ends the session and goes to the door. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  const router = useRouter();
  const why = useWhy();
  async function leave(): Promise<void> {
    await call(signOut, {});
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, null);
    await router.invalidate();
  }
  return () => {
    leave().catch((error: unknown) => say({ text: why(error), tone: 'refused' }));
  };
}
