import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { send } from '@/shared/api/client';
import { useWords } from '@/shared/i18n/language';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { SkeletonRows } from '@/ui/Skeleton';
import { siteWords } from './words';

/** Only what a browser shows without running anything. */
const SHOWN = /^(application\/pdf|image\/(png|jpeg|gif|webp)|text\/plain)$/;
export const canPreview = (mediaType: string | null | undefined) => SHOWN.test(mediaType ?? '');

/** A file looked at beside its record; the download is one click away. */
export function FilePreview({ href, name, mediaType, onClose }: { href: string; name: string; mediaType: string; onClose: () => void }) {
  const t = useWords(siteWords);
  const file = useQuery({ queryKey: ['file', href], queryFn: async ({ signal }) => (await send<Blob>(href, { signal, as: 'blob' })).data, staleTime: Infinity, gcTime: 60_000 });
  const url = useMemo(() => (file.data ? URL.createObjectURL(new Blob([file.data], { type: mediaType })) : null), [file.data, mediaType]);
  useEffect(() => () => { if (url) URL.revokeObjectURL(url); }, [url]);
  return (
    <Modal opened onClose={onClose} title={name} size="xl" centered>
      <div className="col" style={{ gap: 12 }}>
        {file.error ? <ErrorState error={file.error} onRetry={() => void file.refetch()} /> : !url ? <SkeletonRows rows={6} />
          : mediaType.startsWith('image/') ? <img src={url} alt={name} style={{ maxWidth: '100%' }} /> : <iframe src={url} title={name} className="file-frame" />}
        <div className="row" style={{ justifyContent: 'flex-end' }}><a className="btn l" href={href} download={name}><Icon name="download" small />{t.download}</a></div>
      </div>
    </Modal>
  );
}
