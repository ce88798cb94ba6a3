import { send } from '@/shared/api/client';

/** Asks for the workbook of exactly the rows and columns on the screen, and hands it to the browser. */
export async function exportView(study: string, keys: string[], columns: string[], view: string): Promise<void> {
  const answer = await send<Blob>(`/studies/${encodeURIComponent(study)}/sites.xlsx`, { method: 'POST', body: { keys, columns, view }, as: 'blob' });
  const name = /filename="?([^";]+)"?/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'sites.xlsx';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(answer.data);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
