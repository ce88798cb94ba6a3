import type { ReactNode } from 'react';

export type ShapeName = 'triangle' | 'diamond' | 'tick' | 'half' | 'ring' | 'bars' | 'octagon' | 'dash';

const DRAWINGS: Record<ShapeName, ReactNode> = {
  triangle: <path d="M8 2.5l6 11H2zM8 7v3M8 12v.01" />,
  diamond: <path d="M8 2l6 6-6 6-6-6zM8 5.5v3M8 10.5v.01" />,
  tick: <><circle cx="8" cy="8" r="5.5" /><path d="M5.5 8.2l1.8 1.8 3.2-3.8" /></>,
  half: <><circle cx="8" cy="8" r="5.5" /><path d="M8 2.5a5.5 5.5 0 010 11z" fill="currentColor" /></>,
  ring: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.5 2" />,
  bars: <><circle cx="8" cy="8" r="5.5" /><path d="M6.5 6v4M9.5 6v4" /></>,
  octagon: <path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM6 6l4 4M10 6l-4 4" />,
  dash: <><circle cx="8" cy="8" r="5.5" /><path d="M5.5 8h5" /></>,
};

/** The form that says the same as the colour and the word beside it. */
export function Shape({ name, className }: { name: ShapeName; className?: string }) {
  return (
    <svg className={`i s${className ? ` ${className}` : ''}`} viewBox="0 0 16 16" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  );
}
