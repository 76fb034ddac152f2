import type { App, Dialog } from 'electron';

/** A start that failed shows no window: it says why and ends, instead of holding the only instance without a sign. */
export function tellStartFailure(
  error: unknown,
  { dialog, app }: { readonly dialog: Pick<Dialog, 'showErrorBox'>; readonly app: Pick<App, 'exit'> },
): void {
  console.error(error);
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(
    'Quorum could not start',
    `Your meetings are where they were. Start Quorum again; if this comes back, install it anew.\n\n${reason}`,
  );
  app.exit(1);
}
