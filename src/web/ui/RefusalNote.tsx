/** The no of the business, above the button that asked. */
import { useWhy } from './refusal.ts';

export function RefusalNote({ error }: { error: unknown }) {
  const why = useWhy();
  if (error === null || error === undefined) return null;
  return (
    <p role="alert" className="rounded-md bg-late-soft px-3 py-2 text-late text-pretty">
      {why(error)}
    </p>
  );
}
