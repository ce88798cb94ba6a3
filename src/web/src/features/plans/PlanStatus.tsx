import type { Tone } from '@/shared/types';
import { useWords } from '@/shared/i18n/language';
import { StatusBadge } from '@/ui/StatusBadge';
import { planWords } from './words';

export const STATUSES = ['running', 'blocked', 'cancelling', 'finished', 'faulted', 'cancelled'] as const;

const TONES: Record<(typeof STATUSES)[number], Tone> = { running: 'acc', blocked: 'late', cancelling: 'risk', finished: 'ok', faulted: 'late', cancelled: 'quiet' };

/** The status of a plan: shape, colour and word. */
export function PlanStatus({ status }: { status: string }) {
  const t = useWords(planWords);
  const known = STATUSES.find((s) => s === status);
  return <StatusBadge tone={known ? TONES[known] : 'none'} word={known ? t[known] : status} {...(status === 'blocked' ? { shape: 'octagon' as const } : {})} />;
}
