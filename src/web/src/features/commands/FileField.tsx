import { useMutation } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { send } from '@/shared/api/client';
import { useWords } from '@/shared/i18n/language';
import { ErrorNote } from '@/ui/ErrorState';
import type { UploadedFile } from './values';
import { commandWords } from './words';

export const sizeText = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`);

export async function upload(file: File): Promise<UploadedFile> {
  const form = new FormData();
  form.append('file', file);
  return (await send<UploadedFile>('/files', { method: 'POST', body: form })).data;
}

/** The file is kept as soon as it is chosen, or was dropped before the form opened; the command only names it. */
export function FileField({ label, value, onValue, dropped }: { label: string; value: UploadedFile | undefined; onValue: (file: UploadedFile) => void; dropped?: File | undefined }) {
  const t = useWords(commandWords);
  const id = useId();
  const mutation = useMutation({ mutationFn: upload, onSuccess: onValue });
  const { mutate } = mutation;
  useEffect(() => { if (dropped) mutate(dropped); }, [dropped, mutate]);
  return (
    <div>
      <label htmlFor={id}><span>{label}</span></label>
      <input id={id} type="file" onChange={(e) => { const file = e.target.files?.[0]; if (file) mutation.mutate(file); }} />
      <span className="hint" role="status">{mutation.isPending ? t.uploading : value ? t.fileKept(value.name, sizeText(value.size)) : ''}</span>
      <ErrorNote error={mutation.error} />
    </div>
  );
}
