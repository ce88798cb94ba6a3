import { useWords } from '@/shared/i18n/language';
import { uiWords } from './words';

/** One of the five phases of a site; `share` runs from 0 to 1. */
export interface Phase { name: string; share: number; late?: boolean }

/** Five small bars with one accessible name for all of them. */
export function PhaseProgress({ phases }: { phases: Phase[] }) {
  const t = useWords(uiWords);
  const spoken = phases
    .map((p) => `${p.name}: ${p.late ? t.phaseLate : p.share >= 1 ? t.phaseDone : p.share > 0 ? t.phasePart(Math.round(p.share * 100)) : t.phaseNot}`)
    .join(', ');
  return (
    <span className="pp" role="img" aria-label={spoken} title={spoken}>
      {phases.map((p) => (
        <i key={p.name} className={p.late ? 'x' : p.share >= 1 ? 'd' : ''}>
          <b style={{ width: `${Math.min(1, p.share) * 100}%` }} />
        </i>
      ))}
    </span>
  );
}
