import { useEffect, useRef, useState } from 'react';

/** The rows whose version changed within the last moment; each flashes once. */
export function useFlash<Row>(rows: Row[], idOf: (row: Row) => string, versionOf: ((row: Row) => number | string) | undefined): ReadonlySet<string> {
  const seen = useRef<Map<string, number | string> | null>(null);
  const [flashing, setFlashing] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!versionOf) return;
    const before = seen.current;
    const now = new Map(rows.map((row) => [idOf(row), versionOf(row)]));
    if (now.size > 0) seen.current = now;
    if (!before) return;
    const changed = [...now].filter(([id, version]) => before.get(id) !== version).map(([id]) => id);
    // A whole new list is another view, not a change.
    if (changed.length === 0 || changed.length > Math.max(20, now.size / 2)) return;
    setFlashing(new Set(changed));
    const timer = setTimeout(() => setFlashing(new Set()), 1300);
    return () => clearTimeout(timer);
  }, [rows, idOf, versionOf]);
  return flashing;
}
