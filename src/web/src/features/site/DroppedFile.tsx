import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { documentActs } from '@/features/commands/acts/document';
import { CommandDialog } from '@/features/commands/CommandDialog';
import { get } from '@/shared/api/client';
import type { RecordDetail, RecordRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { useToast } from '@/ui/Toasts';
import { siteWords } from './words';

const receive = documentActs.find((a) => a.type === 'document.receive');

/** A file let go over a document's row: it is recorded as what arrived, or it is said why not. */
export function DroppedFile({ row, study, file, onClose }: { row: RecordRow; study: string; file: File; onClose: () => void }) {
  const t = useWords(siteWords);
  const toast = useToast();
  const name = row.title ?? row.key;
  const detail = useQuery({ queryKey: ['documents', row.key], queryFn: ({ signal }) => get<RecordDetail>(`/documents/${encodeURIComponent(row.key)}`, signal) });
  const refused = detail.error !== null || detail.data?.allowed.includes('document.receive') === false;
  useEffect(() => {
    if (!refused) return;
    toast(t.notDropped(name));
    onClose();
  }, [refused, toast, t, name, onClose]);
  if (!receive || !detail.data || refused) return null;
  return <CommandDialog act={receive} target={{ kind: 'documents', key: row.key, version: detail.data.record.version, name, study }} dropped={file} onClose={onClose} />;
}
