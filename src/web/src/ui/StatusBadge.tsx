import type { Tone } from '@/shared/types';
import { Shape, type ShapeName } from './Shape';

const LOOK: Record<Tone, { shape: ShapeName; colour: string }> = {
  late: { shape: 'triangle', colour: 'late' },
  risk: { shape: 'diamond', colour: 'risk' },
  ok: { shape: 'tick', colour: 'ok' },
  acc: { shape: 'half', colour: 'acc' },
  quiet: { shape: 'bars', colour: '' },
  none: { shape: 'ring', colour: 't3' },
};

export interface StatusBadgeProps {
  tone: Tone;
  word: string;
  /** Another shape of the same colour, e.g. the octagon of a blocked step. */
  shape?: ShapeName;
  /** 20 px high with a ground, where the badge stands alone. */
  tag?: boolean;
  title?: string;
}

/** Shape, colour and word together; never colour alone. */
export function StatusBadge({ tone, word, shape, tag, title }: StatusBadgeProps) {
  const look = LOOK[tone];
  return (
    <span className={`${tag ? 'tag' : 'st'} ${look.colour}`} title={title}>
      <Shape name={shape ?? look.shape} />
      {word}
    </span>
  );
}
