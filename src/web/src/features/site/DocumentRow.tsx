import { useCallback, useState, type DragEvent } from 'react';
import { sayName } from '@/shared/api/history';
import { list, text, type RecordRow } from '@/shared/api/records';
import { useSession } from '@/shared/api/session';
import { statusWord } from '@/shared/i18n/codes';
import { useWords } from '@/shared/i18n/language';
import { useOwnerName } from '@/shared/roles';
import { DateText } from '@/ui/DateText';
import { Icon } from '@/ui/icons';
import { StatusBadge } from '@/ui/StatusBadge';
import { DroppedFile } from './DroppedFile';
import { canPreview, FilePreview } from './FilePreview';
import { LazyActMenu } from './LazyActMenu';
import { recordTone } from './tone';
import { siteWords } from './words';

interface FileOf { sha256: string; name: string; mediaType: string }
export interface Version { number: number; label?: string | null; dated?: string | null; validUntil?: string | null; receivedOn?: string | null; receivedFrom?: string | null; status: string; file?: FileOf }

/** One expected document; opened, all its versions with what became of each. */
export function DocumentRow({ row, study, versionText }: { row: RecordRow; study: string; versionText: string }) {
  const t = useWords(siteWords);
  const ownerName = useOwnerName();
  const { instance } = useSession();
  const [open, setOpen] = useState(false);
  const [looking, setLooking] = useState<{ href: string; file: FileOf } | null>(null);
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState<File | null>(null);
  const forget = useCallback(() => setDropped(null), []);
  const drop = {
    onDragOver: (e: DragEvent) => { e.preventDefault(); setOver(true); },
    onDragLeave: () => setOver(false),
    onDrop: (e: DragEvent) => { e.preventDefault(); setOver(false); setDropped(e.dataTransfer.files[0] ?? null); },
  };
  const versions = [...list<Version>(row.details.versions)].reverse();
  const newest = versions[0];
  const validUntil = text(row.details.validUntil);
  const reason = text(row.details.reasonCode);
  const href = (file: FileOf) => `/api/v1/documents/${encodeURIComponent(row.key)}/files/${file.sha256}`;
  const fileCell = (file: FileOf | undefined) => !file ? <span className="t3">–</span> : (
    <span className="row" style={{ gap: 8 }}>
      {canPreview(file.mediaType) && <button type="button" className="act" onClick={() => setLooking({ href: href(file), file })}>{t.preview}<span className="sr">: {file.name}</span></button>}
      <a className="btn g ic" style={{ height: 24, width: 24 }} href={href(file)} download={file.name} title={file.name}><Icon name="download" small /><span className="sr">{t.download} {file.name}</span></a>
    </span>
  );
  return (
    <>
      <tr className={over ? 'drop-over' : undefined} {...drop}>
        <td className="ell" style={{ maxWidth: 320, fontWeight: 500 }}>
          {versions.length > 0 ? <button type="button" className="gr-btn ell" aria-expanded={open} onClick={() => setOpen(!open)} style={{ maxWidth: '100%' }}><Icon name={open ? 'down' : 'right'} small /><span className="ell">{row.title ?? row.type}</span></button> : <span style={{ paddingLeft: 20 }}>{row.title ?? row.type}</span>}
        </td>
        <td className="t2">{versionText || '–'}{versions.length > 1 && <span className="t3"> ({t.versionsN(versions.length)})</span>}</td>
        <td><StatusBadge {...recordTone(row.status)} word={row.statusWord} {...(reason ? { title: sayName(reason) } : {})} />{reason && row.status === 'rejected' && <span className="t2 small"> {sayName(reason).toLowerCase()}</span>}</td>
        <td className="t2 tn" data-label={t.artefact}>{text(row.details.artefact) ?? '–'}</td>
        <td className="num" data-label={t.due}><DateText date={row.due} /></td>
        <td className="num" data-label={t.validUntil}>{validUntil && validUntil < instance.today ? <span className="late"><DateText date={validUntil} /></span> : row.details.expiryWarned ? <span className="st risk"><StatusBadge tone="risk" word="" title={t.expiresSoon} /><DateText date={validUntil} /></span> : <DateText date={validUntil} />}</td>
        <td>{fileCell(newest?.file)}</td>
        <td className="num"><LazyActMenu kind="documents" row={row} study={study} /></td>
      </tr>
      {open && versions.map((v) => (
        <tr key={v.number} className="sub">
          <td className="t2 small" style={{ paddingLeft: 32 }}>{t.versionNo(v.number)}, {t.receivedFrom} {ownerName(v.receivedFrom) ?? v.receivedFrom}</td>
          <td className="t2">{v.label && `v${v.label.replace(/^v/i, '')}`} <DateText date={v.dated} /></td>
          <td><StatusBadge {...recordTone(v.status)} word={statusWord('version', v.status)} /></td>
          <td /><td className="num t2"><DateText date={v.receivedOn} /></td><td className="num t2"><DateText date={v.validUntil} /></td><td>{fileCell(v.file)}</td><td />
        </tr>
      ))}
      {dropped && <tr hidden><td><DroppedFile row={row} study={study} file={dropped} onClose={forget} /></td></tr>}
      {looking && <tr hidden><td><FilePreview href={looking.href} name={looking.file.name} mediaType={looking.file.mediaType} onClose={() => setLooking(null)} /></td></tr>}
    </>
  );
}
