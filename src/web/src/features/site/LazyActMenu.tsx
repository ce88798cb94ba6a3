import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActMenu } from '@/features/commands/ActMenu';
import { commandWords } from '@/features/commands/words';
import { get } from '@/shared/api/client';
import type { Kind, RecordDetail, RecordRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { Icon } from '@/ui/icons';

/** Asks what is allowed only when somebody points at the menu; the version comes with the answer. Who presses before it has come sees the menu open then. */
export function LazyActMenu({ kind, row, study }: { kind: Kind; row: Pick<RecordRow, 'key' | 'title' | 'code'>; study: string }) {
  const t = useWords(commandWords);
  const [wanted, setWanted] = useState(false);
  const [pressed, setPressed] = useState(false);
  const name = row.title ?? row.code ?? row.key;
  const detail = useQuery({
    queryKey: [kind, row.key],
    queryFn: ({ signal }) => get<RecordDetail>(`/${kind}/${encodeURIComponent(row.key)}`, signal),
    enabled: wanted,
  }).data;
  if (!detail)
    return (
      <button type="button" className="btn g ic" aria-label={t.acts(name)} onPointerEnter={() => setWanted(true)} onFocus={() => setWanted(true)} onClick={() => { setWanted(true); setPressed(true); }}>
        <Icon name="more" />
      </button>
    );
  return <ActMenu target={{ kind, key: row.key, version: detail.record.version, name, study }} allowed={detail.allowed} startOpen={pressed} />;
}
