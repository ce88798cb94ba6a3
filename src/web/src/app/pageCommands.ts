import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { IconName } from '@/ui/icons';

/** What the open page can do besides what holds everywhere: the palette offers it first. */
export interface PageCommand { id: string; title: string; icon: IconName; keys?: string; run: () => void }

const NONE: readonly PageCommand[] = [];
let current = NONE;
const listeners = new Set<() => void>();

function put(next: readonly PageCommand[]): void {
  current = next;
  listeners.forEach((tell) => tell());
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** The commands of the open page. */
export const useOfferedCommands = (): readonly PageCommand[] => useSyncExternalStore(subscribe, () => current);

/** Offers a page's commands in the palette as long as the page is open. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const latest = useRef(commands);
  useEffect(() => { latest.current = commands; });
  const shape = commands.map((c) => `${c.id}\n${c.title}`).join('\n');
  useEffect(() => {
    put(latest.current.map((c) => ({ ...c, run: () => latest.current.find((x) => x.id === c.id)?.run() })));
    return () => put(NONE);
  }, [shape]);
}
