// Imports a page as a user does: choose the file, look at the review, answer the zone, import.
import type { Page } from 'playwright-core';

export interface ImportSteps {
  /** Called while the review is on screen, before anything is answered. */
  readonly review?: () => Promise<void>;
  readonly zone?: string;
}

/** From Home; resolves when the new meeting's Plan view shows. */
export async function importPage(page: Page, file: string, steps: ImportSteps = {}): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /^Import/ })
    .first()
    .click();
  await (await chooser).setFiles(file);
  const confirm = page.getByRole('button', { name: 'Import this meeting' });
  await confirm.waitFor();
  await steps.review?.();
  const zone = page.getByRole('combobox', { name: 'Time zone of the meeting' });
  if (await zone.isVisible()) {
    await zone.fill(steps.zone ?? 'Phoenix');
    await page
      .getByRole('option', { name: /Phoenix/ })
      .first()
      .click();
  }
  await confirm.click();
  await page.waitForURL(/#\/m\/[^/]+\/plan$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
