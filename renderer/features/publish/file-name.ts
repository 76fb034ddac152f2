const LONGEST = 120;

/** A title as a file name: what file systems refuse becomes a space, and no dot stands at either end. */
export function fileName(title: string): string {
  const tidy = title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what a file name must not hold
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .slice(0, LONGEST)
    .replace(/[. ]+$/, '');
  return tidy || 'Untitled meeting';
}
