import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { readPreference } from '@/shared/preferences';
import { studyPath } from './place';

/** Keys do nothing while somebody types. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return !!element?.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]');
}

/** Single keys can be switched off (WCAG 2.1.4). */
export const singleKeys = () => readPreference('keys', ['on', 'off'], 'on') === 'on';

export function useGlobalKeys({ onPalette, onHelp, study }: { onPalette: () => void; onHelp: () => void; study: string | null }): void {
  const [, go] = useLocation();
  const g = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const down = (e: KeyboardEvent) => {
      if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') {
        e.preventDefault();
        onPalette();
        return;
      }
      if (e.ctrlKey || e.metaKey || e.altKey || isTyping(e.target) || !singleKeys()) return;
      if (document.querySelector('[role=dialog]')) return;
      const afterG = e.timeStamp - g.current < 1200;
      const key = e.key.toLowerCase();
      if (key === 'g') g.current = e.timeStamp;
      else if (e.key === '?') onHelp();
      else if (afterG && key === 'w') go('/work');
      else if (afterG && key === 'm') go('/mail');
      else if (afterG && key === 'p') go('/studies');
      else if (afterG && key === 's') go(study ? studyPath(study, '/sites') : '/studies');
      else if (afterG && key === 't' && study) go(studyPath(study, '/timeline'));
      else if (key === 'c' && !afterG && !getSelection()?.toString()) void navigator.clipboard?.writeText(location.href);
    };
    addEventListener('keydown', down);
    return () => removeEventListener('keydown', down);
  }, [go, onHelp, onPalette, study]);
}

/** Keys of one page; they rest while somebody types or a dialog is open. */
export function usePageKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const down = (e: KeyboardEvent) => {
      if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || isTyping(e.target) || !singleKeys()) return;
      if (document.querySelector('[role=dialog]')) return;
      const act = latest.current[e.key.toLowerCase()];
      if (act) {
        e.preventDefault();
        act();
      }
    };
    addEventListener('keydown', down);
    return () => removeEventListener('keydown', down);
  }, []);
}
