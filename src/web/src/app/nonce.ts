import { setNonce } from 'get-nonce';

/** The server writes a fresh nonce into the page; style tags without it are refused by the content security policy. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/** The scroll lock of dialogs adds a style tag of its own and asks here. */
export function shareNonce(): void {
  const nonce = styleNonce();
  if (nonce) setNonce(nonce);
}
