import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { studiesQuery } from '@/features/studies/queries';
import { useWords } from '@/shared/i18n/language';
import { Choice } from '@/ui/Field';
import { Icon } from '@/ui/icons';
import type { Source } from './api';
import { importWords } from './words';

/** Which sort of file, and the file itself: chosen or dropped. */
export function ChooseFile({ source, onSource, onFile, reading }: { source: Source; onSource: (source: Source) => void; onFile: (file: File) => void; reading: boolean }) {
  const t = useWords(importWords);
  const id = useId();
  const [over, setOver] = useState(false);
  const studies = useQuery(studiesQuery).data ?? [];
  const ready = source.kind === 'registry' || source.study !== '';
  const option = (kind: Source['kind'], title: string, text: string) => (
    <label className={`choice ${source.kind === kind ? 'on' : ''}`}>
      <input type="radio" name={id} checked={source.kind === kind} onChange={() => onSource(kind === 'registry' ? { kind } : { kind, study: '' })} />
      <b>{title}</b><span />
      <span className="rest">{text}</span>
    </label>
  );
  return (
    <div className="form" style={{ maxWidth: 620 }}>
      {option('registry', t.registry, t.registryText)}
      {option('list', t.list, t.listText)}
      {source.kind === 'list' && (
        <Choice label={t.intoStudy} value={source.study} onValue={(study) => onSource({ kind: 'list', study })}
          options={[{ value: '', label: t.chooseStudy }, ...studies.map((s) => ({ value: s.key, label: `${s.protocolNumber ?? s.key} ${s.shortTitle ?? s.title}` }))]} />
      )}
      <label className={`drop${over ? ' over' : ''}${ready ? '' : ' off'}`} onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(e) => { e.preventDefault(); setOver(false); const dropped = e.dataTransfer.files[0]; if (dropped && ready) onFile(dropped); }}>
        <Icon name="upload" />
        <span role="status">{reading ? t.reading : <><b className="acc">{t.chooseFile}</b> {t.drop}</>}</span>
        <input type="file" className="sr" aria-label={t.chooseFile} disabled={!ready || reading} accept={source.kind === 'registry' ? '.json,application/json' : '.csv,.txt,text/csv'}
          onChange={(e) => { const chosen = e.target.files?.[0]; if (chosen) onFile(chosen); e.target.value = ''; }} />
      </label>
    </div>
  );
}
