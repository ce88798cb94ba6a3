import { useCallback, useState } from 'react';
import { newKey } from './client';
import { asApiError } from './problem';

/**
 * The key of what a person means to do once. It is kept while nobody knows whether it was done (no answer, or one that leaves
 * it open), so that sending it again does it once; when it is done or was decided against, what comes next is another intention.
 */
export function useIntention(): { key: string; done: () => void; failed: (error: unknown) => void } {
  const [key, setKey] = useState(newKey);
  const done = useCallback(() => setKey(newKey()), []);
  const failed = useCallback((error: unknown) => { if (asApiError(error).decided) setKey(newKey()); }, []);
  return { key, done, failed };
}
