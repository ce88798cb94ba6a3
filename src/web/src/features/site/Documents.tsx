import { list, text, type RecordRow } from '@/shared/api/records';
import { formatDate } from '@/shared/dates';
import { useWords } from '@/shared/i18n/language';
import { Icon } from '@/ui/icons';
import { SkeletonRows } from '@/ui/Skeleton';
import { StatusBadge } from '@/ui/StatusBadge';
import { DocumentRow, type Version } from './DocumentRow';
import { isEnded, recordTone } from './tone';
import { siteWords } from './words';

/** The label and date of the newest version, as letters quote it. */
export function versionText(row: RecordRow): string {
  const newest = list<Version>(row.details.versions).at(-1);
  const label = newest?.label ?? text(row.details.version) ?? text(row.details.label);
  const dated = newest?.dated ?? text(row.details.dated);
  return [label && `v${label.replace(/^v/i, '')}`, dated && formatDate(dated)].filter(Boolean).join(', ');
}

/** Expected documents and where each stands. `aside` = the short list beside the gates. */
export function Documents({ rows, study, aside }: { rows: RecordRow[] | undefined; study: string; aside?: boolean }) {
  const t = useWords(siteWords);
  if (!rows) return <SkeletonRows rows={4} />;
  const missing = rows.filter((r) => !isEnded(r.status)).length;
  if (aside)
    return rows.length === 0 ? null : (
      <section className="sec" aria-label={t.documents}>
        <div className="sec-head"><Icon name="doc" small /><h2 className="grow">{t.documents}</h2><span className="t3">{t.missingOf(missing, rows.length)}</span></div>
        {[...rows].sort((a, b) => Number(isEnded(a.status)) - Number(isEnded(b.status))).slice(0, 8).map((r) => {
          const look = recordTone(r.status);
          return (
            <div key={r.key} className="row" style={{ padding: '3px 0' }}>
              <StatusBadge {...look} word="" /><span className="ell grow" title={[r.title, versionText(r)].filter(Boolean).join(', ')}>{r.title}</span><span className="t3 small nw">{r.statusWord}</span>
            </div>
          );
        })}
      </section>
    );
  return (
    <section>
      <div className="sec-head"><h2>{t.documents}</h2><span className="t3 small grow drop-hint">{rows.length > 0 && t.dropHere}</span><span className="t3">{rows.length > 0 && t.missingOf(missing, rows.length)}</span></div>
      {rows.length === 0 ? <p className="t3">{t.noDocuments}</p> : (
        <div className="tscroll" tabIndex={0} role="region" aria-label={t.documents}>
          <table className="tb stack">
            <thead><tr><th>{t.document}</th><th>{t.version}</th><th>{t.status}</th><th>{t.artefact}</th><th className="num">{t.due}</th><th className="num">{t.validUntil}</th><th>{t.file}</th><td /></tr></thead>
            <tbody>
              {rows.map((r) => <DocumentRow key={r.key} row={r} study={study} versionText={versionText(r)} />)}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
