import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '@/shared/api/client';
import { useRight } from '@/shared/api/session';
import { useDraft } from '@/shared/draft';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { ErrorNote } from '@/ui/ErrorState';
import { PageHeader } from '@/ui/PageHeader';
import { get } from '@/shared/api/client';
import { isRunning, sendImport, toPreview, toProgress, type Preview, type Source } from './api';
import { ChooseFile } from './ChooseFile';
import './import.css';
import { useKeptFile } from './keptFile';
import { PreviewView } from './PreviewView';
import { ProgressView } from './ProgressView';
import { importWords } from './words';

/** File, preview, import: three steps, and nothing is saved before the third. */
export default function ImportPage() {
  const t = useWords(importWords);
  const client = useQueryClient();
  const may = useRight('setUpStudies');
  const [url, setUrl] = useUrlState();
  const [kept, keep] = useKeptFile();
  const file = kept?.file ?? null;
  const asked: Source | null = url.get('study') ? { kind: 'list', study: url.get('study')! } : null;
  const draft = useDraft<{ source: Source }>('import', () => ({ source: { kind: 'registry' } }));
  const [chosen, setChosen] = useState(asked);
  const source = chosen ?? draft.values.source;
  const setSource = (next: Source) => { setChosen(null); draft.put({ source: next }); };
  const [key, setKey] = useState(newKey);
  const running = url.get('run');

  const look = useMutation({ mutationFn: async (file: File) => toPreview(await sendImport(source, file, true)), onSuccess: (preview, file) => keep({ file, preview }) });
  const accept = useMutation({
    mutationFn: async (preview: Preview) => ({ preview, progress: toProgress(await sendImport(source, file!, false, key)) }),
    onSuccess: ({ preview, progress }) => { keep(null); draft.forget(); setUrl({ run: progress.id, of: progress.study ?? preview.study }); },
  });
  const progress = useQuery({
    queryKey: ['import', running],
    queryFn: async ({ signal }) => {
      const now = toProgress(await get<unknown>(`/imports/${encodeURIComponent(running!)}`, signal));
      if (!isRunning(now.status)) void client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'import' });
      return now;
    },
    enabled: running !== null,
    refetchInterval: (query) => (query.state.data && !isRunning(query.state.data.status) ? false : 700),
  });
  const choose = (file: File) => {
    keep({ file, preview: undefined });
    setKey(newKey());
    look.mutate(file);
  };
  const again = () => {
    keep(null);
    look.reset();
    accept.reset();
    setUrl({ run: null, of: null });
  };
  if (!may) return <><PageHeader title={t.title} /><p className="pad t2">{t.notAllowed}</p></>;
  return (
    <>
      <PageHeader title={t.title} sub={t.sub} acts={(file || running) && <button type="button" className="btn" onClick={again}>{t.other}</button>} />
      <div className="pad" style={{ paddingBottom: 24 }}>
        {running ? <ProgressView progress={progress.data} error={progress.error} study={progress.data?.study ?? url.get('of')} />
          : kept?.preview ? <PreviewView preview={kept.preview} onAccept={() => accept.mutate(kept.preview!)} pending={accept.isPending} error={accept.error} />
          : <>
              <ChooseFile source={source} onSource={setSource} onFile={choose} reading={look.isPending} />
              <ErrorNote error={look.error} />
            </>}
      </div>
    </>
  );
}
