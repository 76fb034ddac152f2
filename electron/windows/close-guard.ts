// Between the user's wish to close a window and its end: while something is unsaved the page is asked to store it
// first. A page that cannot, or does not answer, never loses text silently: the user decides. Knows no Electron.

export interface CloseGuard {
  /** True when the window may close now; otherwise the page has been asked and will end it. */
  mayClose(): boolean;
  setUnsaved(unsaved: boolean): void;
  /** The page's answer: true when everything is stored. */
  finish(stored: boolean): void;
  /** The page is gone (crashed, reloaded): what it said before counts no more. */
  forget(): void;
}

export interface CloseEffects {
  /** Asks the page to store what it has. */
  askPage(): void;
  /** Asks the user; true means: close and lose it. */
  askUser(): Promise<boolean>;
  close(): void;
  /** The user keeps the window, so a quit that began with it is over too. */
  stay(): void;
  /** Runs `f` after the page's time to answer; gives back how to call that off. */
  later(f: () => void): () => void;
}

type State = 'open' | 'page-asked' | 'user-asked' | 'closing';

export function createCloseGuard(effects: CloseEffects): CloseGuard {
  let state: State = 'open';
  let unsaved = false;
  let callOff = () => {};

  const close = () => {
    callOff();
    state = 'closing';
    effects.close();
  };
  const letUserDecide = async () => {
    callOff();
    state = 'user-asked';
    if (await effects.askUser()) {
      close();
    } else {
      state = 'open';
      effects.stay();
    }
  };

  return {
    mayClose: () => {
      if (state === 'closing' || !unsaved) return true;
      if (state === 'open') {
        state = 'page-asked';
        callOff = effects.later(() => void letUserDecide());
        effects.askPage();
      }
      return false;
    },
    setUnsaved: (value) => {
      unsaved = value;
    },
    finish: (stored) => {
      if (state !== 'page-asked') return;
      if (stored) close();
      else void letUserDecide();
    },
    forget: () => {
      callOff();
      unsaved = false;
      if (state === 'page-asked') close();
    },
  };
}
