import type { RecordRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { asApiError } from '@/shared/api/problem';
import { ErrorNote } from '@/ui/ErrorState';
import { Shape } from '@/ui/Shape';
import { workWords } from './words';

/** What was not recorded, each with its reason; the rest is. */
export function Refused({ refused, where, recorded, of }: { refused: { row: RecordRow; error: unknown }[]; where: (key: string) => string; recorded: number; of: number }) {
  const t = useWords(workWords);
  if (refused.length === 0) return null;
  if (of === 1) return <ErrorNote error={refused[0]!.error} />;
  return (
    <div className="note late" role="alert">
      <Shape name="triangle" />
      <div>
        <b>{t.someStay(recorded, of)}</b>
        <ul>{refused.map(({ row, error }) => <li key={row.key}>{where(row.key)}: {asApiError(error).problem.detail ?? asApiError(error).message}</li>)}</ul>
      </div>
    </div>
  );
}
