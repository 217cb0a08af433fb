/** The company one looks at: part of every address, so that a link shows the same figures. */
import { useNavigate, useSearch } from '@tanstack/react-router';

/** The company's code, undefined for all of them, and how to change it. */
export function useCompany(): [string | undefined, (code: string | undefined) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const company = typeof search.company === 'string' ? search.company : undefined;
  return [
    company,
    (code) =>
      void navigate({
        to: '.',
        search: (before) => ({ ...before, company: code, cursor: undefined }),
      }),
  ];
}
