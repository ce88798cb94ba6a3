import { useSyncExternalStore } from 'react';

let on = false;
const listeners = new Set<() => void>();
function turn(next: boolean) {
  on = next;
  listeners.forEach((listener) => listener());
}
if (typeof window !== 'undefined') {
  addEventListener('beforeprint', () => turn(true));
  addEventListener('afterprint', () => turn(false));
}

/** True while the page is put on paper: virtual lists then draw every row. */
export function usePrinting(): boolean {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => on, () => false);
}
