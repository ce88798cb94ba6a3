import type { Tone } from '@/shared/types';

/** The look of a status of a study or country; its word comes from the server. */
export function studyTone(status: string): { tone: Tone; shape?: 'dash' } {
  switch (status.replace(/-/g, '').toLowerCase()) {
    case 'recruiting': case 'approved': case 'greenlit': case 'active': return { tone: 'ok' };
    case 'instartup': case 'planning': case 'preparing': case 'submitted': case 'underreview': case 'selected': return { tone: 'acc' };
    case 'onhold': return { tone: 'quiet' };
    case 'refused': case 'lapsed': return { tone: 'late' };
    case 'closed': case 'cancelled': case 'withdrawn': return { tone: 'none', shape: 'dash' };
    default: return { tone: 'none' };
  }
}
