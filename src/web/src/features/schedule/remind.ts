import { useMutation, useQueryClient } from '@tanstack/react-query';
import { afterCommand, sendCommand } from '@/features/commands/send';
import { newKey } from '@/shared/api/client';
import { useWords } from '@/shared/i18n/language';
import { useToast } from '@/ui/Toasts';
import { scheduleWords } from './words';

/** Sends a reminder for each of these tasks; the mail leaves by the server. */
export function useRemind() {
  const t = useWords(scheduleWords);
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: async (tasks: readonly string[]) => {
      const key = newKey();
      let sent = 0;
      let refusal: unknown = null;
      for (const task of tasks) await sendCommand({ kind: 'tasks', key: task }, { type: 'task.remind' }, `${key}.${task}`).then(() => sent++, (error: unknown) => { refusal = error; });
      if (sent === 0 && refusal) throw refusal;
      return sent;
    },
    onSuccess: async (sent) => {
      toast(sent === 0 ? t.cannotRemind : t.reminded(sent));
      await Promise.all(afterCommand.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
}
