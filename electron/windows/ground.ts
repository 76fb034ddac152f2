/** The page's ground (`--bg` of renderer/ui/tokens.css), so that nothing flashes before its first paint. */
export const GROUND = { light: '#f5f5f2', dark: '#121416' };
