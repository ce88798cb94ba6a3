import type { KeyboardEvent } from 'react';

/** Ctrl Enter sends a form from wherever one is in it: Enter alone begins a new line where text is long. */
export function submitOnCtrlEnter(e: KeyboardEvent<HTMLFormElement>): void {
  if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
  e.preventDefault();
  e.currentTarget.requestSubmit();
}
