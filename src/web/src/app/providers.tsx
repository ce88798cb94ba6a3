import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { asApiError } from '@/shared/api/problem';
import { LanguageProvider, useLanguage, useWords } from '@/shared/i18n/language';
import { ToastProvider } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { styleNonce } from './nonce';
import { resolver, theme } from './theme';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      // A refusal stays a refusal; a silent server is asked again.
      retry: (count, error) => count < 3 && (asApiError(error).status === 0 || asApiError(error).status >= 500),
    },
    mutations: { retry: false },
  },
});

export function Providers({ children }: { children: ReactNode }) {
  return (
    <LanguageProvider>
      <Look>
        <QueryClientProvider client={queryClient}>
          <Spoken />
          <ToastProvider>{children}</ToastProvider>
        </QueryClientProvider>
      </Look>
    </LanguageProvider>
  );
}

/** Words that stand beside codes come with the answers: another language asks for them again. */
function Spoken() {
  const { language } = useLanguage();
  const before = useRef(language);
  useEffect(() => {
    if (before.current !== language) void queryClient.invalidateQueries();
    before.current = language;
  }, [language]);
  return null;
}

/** The theme in the reader's language: the cross of every dialog has a name. */
function Look({ children }: { children: ReactNode }) {
  const { close } = useWords(uiWords);
  const named = useMemo(() => mergeThemeOverrides(theme, { components: { Modal: { defaultProps: { ...theme.components?.Modal?.defaultProps, closeButtonProps: { 'aria-label': close } } } } }), [close]);
  return (
    <MantineProvider theme={named} cssVariablesResolver={resolver} defaultColorScheme="auto" getStyleNonce={styleNonce}>{children}</MantineProvider>
  );
}
