import { useWords } from '@/shared/i18n/language';
import { appWords } from './words';

export function Brand() {
  return (
    <span className="brand">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <rect width="20" height="20" rx="5" fill="var(--accent-solid)" />
        <path d="M5 13.5h3V10h3.5V6.5H15" fill="none" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {useWords(appWords).brand}
    </span>
  );
}
