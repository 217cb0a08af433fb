/** Everything behind the door: who reads, in which language, inside the frame. */
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../session.ts';
import { Speaks } from '../ui/language.tsx';
import { IsReading } from '../ui/reader.tsx';
import { Frame } from './Frame.tsx';

export function Desk() {
  const router = useRouter();
  const me = useQuery(sessionQuery).data;
  const gone = me === null;
  useEffect(() => {
    // The session ended while a screen was open: the router's guard leads to the door.
    if (gone) void router.invalidate();
  }, [gone, router]);
  if (me === null || me === undefined) return null;
  return (
    <Speaks language={me.language}>
      <IsReading reader={me}>
        <Frame />
      </IsReading>
    </Speaks>
  );
}
