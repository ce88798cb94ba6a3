import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n/language';
import { Icon } from './icons';
import { Shape } from './Shape';
import { uiWords } from './words';

interface Toast { id: number; text: string; undo?: (() => void) | undefined }
const Context = createContext<(text: string, undo?: () => void) => void>(() => undefined);

/** Says that something was done, with an undo where there is one; errors stay in their place instead. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useWords(uiWords);
  const [toasts, set] = useState<Toast[]>([]);
  const drop = useCallback((id: number) => set((all) => all.filter((x) => x.id !== id)), []);
  const say = useCallback((text: string, undo?: () => void) => {
    const id = performance.now() + Math.random();
    set((all) => [...all.slice(-2), { id, text, undo }]);
    setTimeout(() => drop(id), 10_000);
  }, [drop]);
  return (
    <Context.Provider value={useMemo(() => say, [say])}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className="toast">
            <Shape name="tick" className="ok" />
            <span>{toast.text}</span>
            {toast.undo && <button type="button" className="act" onClick={() => { toast.undo?.(); drop(toast.id); }}>{t.undo}</button>}
            <button type="button" className="btn g ic" aria-label={t.dismiss} onClick={() => drop(toast.id)}><Icon name="x" small /></button>
          </div>
        ))}
      </div>
    </Context.Provider>
  );
}

export const useToast = () => useContext(Context);
