/** As `ref` of a form in a dialog: the first field has the focus, not the cross that closes it. */
export function firstField(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('input:not([type=hidden]):not([tabindex="-1"]), select, textarea');
  field?.setAttribute('data-autofocus', '');
  // A form that comes after its dialog: the focus was put already, on the cross.
  const dialog = form?.closest('[role=dialog]');
  if (field && dialog?.contains(document.activeElement) && !form?.contains(document.activeElement)) field.focus();
}
