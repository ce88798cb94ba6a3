import { Link } from 'wouter';
import { studyPath } from '@/app/place';
import { useWords } from '@/shared/i18n/language';
import { ErrorNote } from '@/ui/ErrorState';
import { Shape } from '@/ui/Shape';
import { isRunning, type Progress } from './api';
import { importWords } from './words';

/** How far it is; afterwards the next step. The page may be closed, the import goes on. */
export function ProgressView({ progress, error, study }: { progress: Progress | undefined; error: unknown; study: string | null }) {
  const t = useWords(importWords);
  const running = !progress || isRunning(progress.status);
  return (
    <div className="col" style={{ maxWidth: 560, gap: 12 }}>
      <h2 className="row" role="status"><Shape name={running ? 'half' : 'tick'} className={running ? 'acc' : 'ok'} />{running ? t.running : t.doneTitle}</h2>
      {running ? (
        <>
          <progress className="progress" aria-label={t.running} max={progress?.total || 1} {...(progress?.total ? { value: progress.done } : {})} />
          {progress && progress.total > 0 && <p className="t2 tn">{t.progress(progress.done, progress.total)}</p>}
        </>
      ) : <p className="t2">{t.doneText(progress.done || progress.total)}</p>}
      {progress && progress.failed.length > 0 && (
        <div className="note late"><Shape name="triangle" /><div><b>{t.failed(progress.failed.length)}</b><ul>{progress.failed.slice(0, 20).map((f, i) => <li key={i}>{[f.key, f.message].filter(Boolean).join(': ')}</li>)}</ul></div></div>
      )}
      <ErrorNote error={error} />
      {!running && study && (
        <>
          <p>{t.startNext}</p>
          <div className="row wrap"><Link className="btn p l" href={studyPath(study)}>{t.openStudy}</Link><Link className="btn l" href={studyPath(study, '/sites')}>{t.openSites}</Link></div>
        </>
      )}
    </div>
  );
}
