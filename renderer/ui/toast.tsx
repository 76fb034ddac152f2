// Short messages at the foot of the window: what was done, and its undo for ten seconds. The time stands still while a
// toast is hovered or holds the focus. Nothing that must be acted on is a toast.

import { Check, TriangleAlert, X } from 'lucide-react';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button, IconButton } from './button.tsx';
import { announce } from './live-region.tsx';
import styles from './toast.module.css';

const SHOWN_FOR = 10_000;
const TICK = 250;
const MOST = 3;

export interface ToastMessage {
  readonly text: string;
  readonly undo?: (() => void) | undefined;
  readonly tone?: 'neutral' | 'ok' | 'warn' | undefined;
  /** A message takes the place of an older one on the same subject, whose undo would take back too much. */
  readonly subject?: string | undefined;
}

export interface Toasts {
  readonly show: (message: ToastMessage) => void;
  /** Takes away what is shown on a subject, because it can no longer be acted on. */
  readonly drop: (subject: string) => void;
}

interface Shown extends ToastMessage {
  readonly key: number;
  readonly left: number;
}

const ToastContext = createContext<Toasts | null>(null);

export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToasts outside of ToastProvider');
  return toasts;
}

export function ToastProvider(props: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const held = useRef(false);
  const nextKey = useRef(0);

  const show = useCallback((message: ToastMessage) => {
    const key = nextKey.current++;
    const { subject } = message;
    setShown((list) => {
      const others = list.filter((other) => subject === undefined || other.subject !== subject);
      return [...others, { ...message, key, left: SHOWN_FOR }].slice(-MOST);
    });
    announce(message.undo ? `${message.text}. Undo is at the end of the page.` : message.text);
  }, []);
  const remove = useCallback((gone: (toast: Shown) => boolean) => {
    // What is removed takes its focus and hover with it and sends no leave event.
    held.current = false;
    setShown((list) => list.filter((toast) => !gone(toast)));
  }, []);
  const drop = useCallback((subject: string) => remove((toast) => toast.subject === subject), [remove]);

  const waiting = shown.length > 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => {
      if (held.current) return;
      setShown((list) =>
        list.map((toast) => ({ ...toast, left: toast.left - TICK })).filter((toast) => toast.left > 0),
      );
    }, TICK);
    return () => clearInterval(timer);
  }, [waiting]);

  const value = useMemo(() => ({ show, drop }), [show, drop]);
  const hold = () => {
    held.current = true;
  };
  const release = () => {
    held.current = false;
  };
  return (
    <ToastContext value={value}>
      {props.children}
      {waiting && (
        <section
          aria-label="Messages"
          className={styles.region}
          onPointerEnter={hold}
          onPointerLeave={release}
          onFocus={hold}
          onBlur={release}
        >
          {shown.map((toast) => (
            <ToastLine key={toast.key} toast={toast} onClose={() => remove(({ key }) => key === toast.key)} />
          ))}
        </section>
      )}
    </ToastContext>
  );
}

function ToastLine({ toast, onClose }: { readonly toast: Shown; readonly onClose: () => void }) {
  const { undo } = toast;
  return (
    <div className={styles.toast}>
      {toast.tone === 'ok' && <Check />}
      {toast.tone === 'warn' && <TriangleAlert />}
      <span className={styles.text}>{toast.text}</span>
      {undo ? (
        <>
          <span className={styles.left} aria-hidden>
            {Math.ceil(toast.left / 1000)} s
          </span>
          <Button
            size="sm"
            className={styles.button}
            onPress={() => {
              onClose();
              undo();
            }}
          >
            Undo
          </Button>
        </>
      ) : (
        <IconButton
          size="sm"
          label="Close message"
          hideTooltip
          icon={<X size={14} />}
          className={`${styles.button} ${styles.close}`}
          onPress={onClose}
        />
      )}
    </div>
  );
}
