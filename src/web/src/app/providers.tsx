import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asApiError } from '@/shared/api/problem';
import { LanguageProvider } from '@/shared/i18n/language';
import { ToastProvider } from '@/ui/Toasts';
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
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <LanguageProvider>
        <QueryClientProvider client={queryClient}>
          <ToastProvider>{children}</ToastProvider>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
