import { Link } from 'wouter';
import { useWords } from '@/shared/i18n/language';
import { EmptyState } from '@/ui/EmptyState';
import { appWords } from './words';

export function NotFound() {
  const t = useWords(appWords);
  return <EmptyState title={t.notFound} text={t.notFoundText} acts={<Link className="btn l p" href="/work">{t.toWork}</Link>} />;
}
