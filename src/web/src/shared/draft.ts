import { useCallback, useState } from 'react';

/** What may be kept: text, choices and lists of them; files are chosen again. */
type Kept = Record<string, unknown>;

function read(key: string): Kept | null {
  try {
    const text = sessionStorage.getItem(key);
    const value: unknown = text === null ? null : JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Kept) : null;
  } catch {
    return null;
  }
}

/**
 * The values of a form, kept in this tab until they are sent or given up: a reload, a closed dialog or a session that ended
 * loses nothing that was typed. Nothing of it leaves the device.
 */
export function useDraft<T extends object>(name: string, initial: () => T): { values: T; put: (change: Partial<T>) => void; forget: () => void; restored: boolean } {
  const key = `startup.draft.${name}`;
  const [kept] = useState(() => read(key));
  const [values, setValues] = useState<T>(() => ({ ...initial(), ...(kept as Partial<T> | null) }));
  const put = useCallback((change: Partial<T>) => setValues((before) => {
    const after = { ...before, ...change };
    try {
      sessionStorage.setItem(key, JSON.stringify(after));
    } catch {
      // Storage may be switched off: the values hold as long as the form is open.
    }
    return after;
  }), [key]);
  const forget = useCallback(() => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  }, [key]);
  return { values, put, forget, restored: kept !== null };
}
