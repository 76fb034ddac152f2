import { useCallback, useEffect, useState } from 'react';
import { JOIN, readJoinPath } from './paths.ts';

/** An invite on its way to the Join page: from the address or the clipboard. `key` tells one from the next. */
export interface GivenInvite {
  readonly text: string;
  readonly key: number;
}

type Go = (path: string, options?: { readonly replace?: boolean }) => void;

/** Takes an invite out of the address before anything else sees it: it is a secret, and the history keeps addresses. */
export function useGivenInvite(
  path: string,
  go: Go,
): { readonly invite: GivenInvite; readonly give: (text: string) => void } {
  const [invite, setInvite] = useState<GivenInvite>({ text: '', key: 0 });
  const put = useCallback((text: string) => setInvite(({ key }) => ({ text, key: key + 1 })), []);
  useEffect(() => {
    const text = readJoinPath(path);
    if (text === null) return;
    put(text);
    go(JOIN, { replace: true });
  }, [path, go, put]);
  const isJoining = path === JOIN || readJoinPath(path) !== null;
  useEffect(() => {
    // Left: the secret is not kept for the next visit.
    if (!isJoining) setInvite((old) => (old.text ? { text: '', key: old.key + 1 } : old));
  }, [isJoining]);
  const give = useCallback(
    (text: string) => {
      go(JOIN);
      put(text);
    },
    [go, put],
  );
  return { invite, give };
}
