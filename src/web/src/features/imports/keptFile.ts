import { useState } from 'react';
import type { Preview } from './api';

/** A chosen file and what would come of it, kept while the app is open: another page and back, and it is still there. */
interface Kept { file: File; preview: Preview | undefined }
let kept: Kept | null = null;

export function useKeptFile(): [Kept | null, (next: Kept | null) => void] {
  const [value, setValue] = useState(kept);
  return [value, (next) => { kept = next; setValue(next); }];
}
