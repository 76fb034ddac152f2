import { cleanText } from '../../shared/publish/html-text.ts';

/** Text of a file as one line for a terminal: no control characters, which a terminal would obey, and no longer than `most`. */
export function terminalLine(text: string, most = 1000): string {
  const characters = [
    ...cleanText(text.slice(0, most * 4))
      .replace(/\s+/gu, ' ')
      .trim(),
  ];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}
