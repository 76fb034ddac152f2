/** Keeps the screen on while it is held. A browser drops the lock when the page is hidden; it is taken again after. */
export function createScreenLock(): { hold(wanted: boolean): void } {
  let wanted = false;
  let lock: WakeLockSentinel | null = null;
  let working = Promise.resolve();

  const settle = async () => {
    const can = 'wakeLock' in navigator && document.visibilityState === 'visible';
    if (wanted && can && (lock === null || lock.released)) {
      lock = await navigator.wakeLock.request('screen').catch(refusedLock);
    } else if (!wanted && lock !== null) {
      const held = lock;
      lock = null;
      await held.release();
    }
  };
  const queue = () => {
    working = working.then(settle);
  };
  document.addEventListener('visibilitychange', queue);
  return {
    hold: (value) => {
      wanted = value;
      queue();
    },
  };
}

/** A low battery or a setting may refuse it; the meeting goes on without. */
function refusedLock(error: unknown): null {
  if (error instanceof DOMException && error.name === 'NotAllowedError') return null;
  throw error;
}
