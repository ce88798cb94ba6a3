import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { afterCommand, sendCommand } from '@/features/commands/send';
import { newKey } from '@/shared/api/client';
import { asApiError } from '@/shared/api/problem';
import type { RecordRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { useToast } from '@/ui/Toasts';
import { workWords } from './words';

/** Sends one answer to each task, one after the other. What was recorded is not sent again; what was refused stays, with its reason. */
export function useComplete(rows: RecordRow[], onDone: () => void) {
  const t = useWords(workWords);
  const client = useQueryClient();
  const toast = useToast();
  const done = useRef(new Set<string>());
  const keys = useRef(new Map<string, string>());
  const versions = useRef(new Map(rows.map((r) => [r.key, r.version])));
  const [recorded, setRecorded] = useState(0);
  const [refused, setRefused] = useState<{ row: RecordRow; error: unknown }[]>([]);
  const sendTo = async (row: RecordRow, body: Record<string, unknown>) => {
    const key = keys.current.get(row.key) ?? newKey();
    keys.current.set(row.key, key);
    try {
      await sendCommand({ kind: 'tasks', key: row.key, version: versions.current.get(row.key) }, body, key);
    } catch (error) {
      // A refusal is decided: the next try is a new request. Otherwise it may have taken effect, so it keeps its key.
      const refusal = asApiError(error);
      if (refusal.decided) keys.current.delete(row.key);
      // Whoever was told that somebody else changed it, and saves again, means the newest state.
      if (refusal.conflict && refusal.newest) versions.current.set(row.key, refusal.newest);
      throw error;
    }
  };
  const record = useMutation({
    mutationFn: async (body: Record<string, unknown>) => {
      setRefused([]);
      const failed: { row: RecordRow; error: unknown }[] = [];
      for (const row of rows.filter((r) => !done.current.has(r.key))) {
        try {
          await sendTo(row, body);
          done.current.add(row.key);
          setRecorded(done.current.size);
        } catch (error) {
          failed.push({ row, error });
          // Nobody answers: the others would only wait for the same silence.
          if (asApiError(error).offline || asApiError(error).signedOut) break;
        }
      }
      return failed;
    },
    onSuccess: async (failed) => {
      await Promise.all(afterCommand.map((name) => client.invalidateQueries({ queryKey: [name] })));
      setRefused(failed);
      if (failed.length > 0) return;
      toast(`${t.saved}: ${rows.length > 1 ? `${rows.length} × ` : ''}${rows[0]?.title ?? ''}`);
      onDone();
    },
  });
  return { record, refused, recorded };
}
