const MOST_PRINTS = 4;

/**
 * Prints until two prints in a row have the same length, and gives the last. In a page without scripts nobody can ask
 * whether the fonts are there, and those that only paper needs are first asked for by a print: it may come too early for
 * them, and without one of its fonts a PDF has another length. A page that never looks the same twice has had its time.
 */
export async function settledPrint(print: () => Promise<Uint8Array>): Promise<Uint8Array> {
  let printed = await print();
  for (let count = 2; count <= MOST_PRINTS; count += 1) {
    const before = printed.length;
    printed = await print();
    if (printed.length === before) break;
  }
  return printed;
}
