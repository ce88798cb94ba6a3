import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import { list, text, type Page, type RecordRow } from '@/shared/api/records';

export interface NoteMessage { by: string; at: string; text: string | null; mentions: string[] }
export interface NoteThread { key: string; version: number; about: string | null; messages: NoteMessage[]; waiting: string[] }

const toThread = (row: RecordRow): NoteThread => ({
  key: row.key, version: row.version, about: text(row.details.about), waiting: list<string>(row.details.waiting),
  messages: list<{ by?: string; at?: string; text?: string | null; mentions?: string[] }>(row.details.messages).map((m) => ({ by: m.by ?? '', at: m.at ?? '', text: m.text ?? null, mentions: m.mentions ?? [] })),
});

export const notesQuery = (site: string) =>
  queryOptions({
    queryKey: ['notes', site],
    queryFn: async ({ signal }) => (await get<Page<RecordRow>>(`/notes?site=${encodeURIComponent(site)}&status=open&limit=500`, signal)).items.map(toThread)
      .sort((a, b) => (b.messages.at(-1)?.at ?? '').localeCompare(a.messages.at(-1)?.at ?? '')),
  });
