/**
 * Puts `text` on the clipboard; false where the browser refuses. A page over plain http (a guest of a network without
 * internet) has no clipboard interface, so the old way by selection is tried after it.
 */
export async function copyText(text: string): Promise<boolean> {
  // Not there in insecure contexts, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard) {
    const copied = await clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (copied) return true;
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // Inside the open dialog: its focus trap would take the selection back from anywhere else.
  const place = focused?.closest('[role="dialog"]') ?? document.body;
  place.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
