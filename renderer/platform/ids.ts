import type { NewId } from '../../shared/domain/ids.ts';

const ID_BYTES = 16;

/** 128 random bits as 22 letters of `[A-Za-z0-9_-]`. */
export const newId: NewId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
};
