import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';

/** State that lives in the address, so that a link or a reload gives the same screen. */
export function useUrlState(): [URLSearchParams, (changes: Record<string, string | null>) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (changes: Record<string, string | null>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries(changes)) {
            if (value === null || value === '') next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return useMemo(() => [search, set], [search, set]);
}
