import type { Party, Slip, Waiting } from './types';

/**
 * Which colour a number gets, and nothing more: no decision hangs on it. The server's own level wins where it sends one.
 */
export const slipOf = (days: number | null | undefined, level?: string | null): Slip | null =>
  days === null || days === undefined ? null : { businessDays: days, level: (level as Slip['level'] | null) ?? (days > 10 ? 'late' : days > 0 ? 'risk' : days < 0 ? 'early' : 'ok') };

export const partyOf = (waitingOn: string | null | undefined): Party => {
  switch (waitingOn) {
    case 'us': case 'site': case 'sponsor': case 'authority': return waitingOn;
    case 'ethics': return 'authority';
    default: return 'nobody';
  }
};

export function waitingOf(row: { waitingOn?: string | null; waitingName?: string | null; waitingOwner?: string | null; waitingWhat?: string | null; waitingBusinessDays?: number | null; nextStep?: string | null }, word: (party: string) => string): Waiting | null {
  if (!row.waitingOn) return null;
  const what = row.waitingWhat ?? row.nextStep;
  const days = row.waitingBusinessDays ?? 0;
  return {
    party: partyOf(row.waitingOn), who: row.waitingName || word(row.waitingOn), businessDays: days,
    level: days > 15 ? 'late' : days > 7 ? 'risk' : 'ok', ...(what ? { what } : {}),
  };
}
