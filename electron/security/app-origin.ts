/** The one place the app's pages come from. A URL is compared by its parts, never by substring. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'quorum';
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`;

export function isAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''
  );
}
