import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './app/styles/tokens.css';
import './app/styles/base.css';
import './app/styles/shell.css';
import './app/styles/mantine.css';
import './ui/ui.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startDensity } from './app/appearance';
import { shareNonce } from './app/nonce';
import { Providers } from './app/providers';

startDensity();
shareNonce();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers>
      <App />
    </Providers>
  </StrictMode>,
);
