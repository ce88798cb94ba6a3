import type { ShapeName } from '@/ui/Shape';
import type { Tone } from '@/shared/types';

/** The look of a status of a document, task, submission or contract; its word comes from the server. */
export function recordTone(status: string): { tone: Tone; shape?: ShapeName } {
  switch (status) {
    case 'approved': case 'effective': case 'done': case 'completed': case 'executed': case 'agreed': case 'approved-with-conditions': case 'tacit': case 'decided': case 'met': return { tone: 'ok' };
    case 'rejected': case 'expired': case 'refused': case 'lapsed': case 'missed': case 'overdue': return { tone: 'late' };
    case 'expiring': case 'rfi-open': return { tone: 'risk' };
    case 'not-applicable': case 'not-required': case 'waived': case 'skipped': case 'cancelled': case 'superseded': case 'withdrawn': case 'discontinued': return { tone: 'none', shape: 'dash' };
    case 'expected': case 'planned': case 'open': case 'created': case 'assigned': case 'opened': case 'draft': return { tone: 'none' };
    case 'waiting': case 'requested': case 'on-hold': case 'blocked': return { tone: 'quiet' };
    case 'faulted': return { tone: 'late', shape: 'octagon' };
    default: return { tone: 'acc' };
  }
}

/** Nothing more is to be done with it. */
export const isEnded = (status: string): boolean => {
  const { tone, shape } = recordTone(status);
  return tone === 'ok' || shape === 'dash';
};
