/** Sign-in, and the way on to where the reader wanted to go. */
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import type { Me } from '#areas/team/contract.ts';
import { SignIn } from '#areas/team/screens/SignIn.tsx';
import { paths } from '../paths.ts';
import { sessionQuery, signedIn } from '../session.ts';

export function Door() {
  const queries = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  function enter(me: Me): void {
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, signedIn(me));
    // Only addresses of this app: anything else would let a link lead elsewhere.
    const inside = next !== undefined && /^\/(?!\/)/u.test(next) ? next : paths.worklist;
    router.history.replace(inside);
  }
  return <SignIn onSignedIn={enter} />;
}
