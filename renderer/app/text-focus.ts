/** True while typing would go into a text: then bare keys and paste belong to it. */
export function hasTextFocus(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  if (focused.isContentEditable || focused instanceof HTMLTextAreaElement) return true;
  return (
    focused instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(focused.type)
  );
}
