import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { afterCommand, sendCommand } from '@/features/commands/send';
import { newKey } from '@/shared/api/client';
import { asApiError } from '@/shared/api/problem';
import { useWords } from '@/shared/i18n/language';
import { useToast } from '@/ui/Toasts';
import { scheduleWords } from './words';

/** Sends a reminder for each of these tasks; the mail leaves by the server. */
export function useRemind() {
  const t = useWords(scheduleWords);
  const client = useQueryClient();
  const toast = useToast();
  // A reminder that may have left keeps its key: asked for again, it does not leave twice.
  const open = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: async (tasks: readonly string[]) => {
      let sent = 0;
      let refusal: unknown = null;
      for (const task of tasks) {
        const key = open.current.get(task) ?? newKey();
        open.current.set(task, key);
        try {
          await sendCommand({ kind: 'tasks', key: task }, { type: 'task.remind' }, key);
          sent++;
          open.current.delete(task);
        } catch (error) {
          refusal = error;
          if (asApiError(error).decided) open.current.delete(task);
        }
      }
      if (sent === 0 && refusal) throw refusal;
      return sent;
    },
    onSuccess: async (sent) => {
      toast(sent === 0 ? t.cannotRemind : t.reminded(sent));
      await Promise.all(afterCommand.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
}
