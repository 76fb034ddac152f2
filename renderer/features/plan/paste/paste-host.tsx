// Where pasted agendas are taken: from a menu, from several lines pasted into quick entry, and anywhere on the page while
// no text has the focus.

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { DayId } from '../../../../shared/domain/ids.ts';
import { LazyView, lazyCode } from '../../../ui/lazy-view.tsx';
import { usePlan } from '../plan-context.tsx';

const DIALOG = lazyCode(async () => (await import('./paste-dialog.tsx')).PasteDialog);

export type PasteAgenda = (day: DayId | null, text: string) => void;

const PasteAgendaContext = createContext<PasteAgenda | null>(null);

export function usePasteAgenda(): PasteAgenda {
  const paste = useContext(PasteAgendaContext);
  if (!paste) throw new Error('usePasteAgenda outside of PasteHost');
  return paste;
}

/** `day` is the one that is shown. */
export function PasteHost(props: {
  readonly day: DayId | null;
  readonly onDay: (day: DayId) => void;
  readonly children: ReactNode;
}) {
  const { day } = props;
  const { readOnly } = usePlan();
  const [pasted, setPasted] = useState<{ readonly day: DayId | null; readonly text: string } | null>(null);
  const paste = useCallback<PasteAgenda>((to, text) => setPasted({ day: to, text }), []);
  const isFree = !readOnly && pasted === null;
  useEffect(() => {
    if (!isFree) return;
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.defaultPrevented || takesText(event.target) || !text.trim().includes('\n')) return;
      event.preventDefault();
      paste(day, text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [isFree, day, paste]);
  return (
    <PasteAgendaContext value={paste}>
      {props.children}
      {pasted && (
        <LazyView
          code={DIALOG}
          props={{ ...pasted, onDay: props.onDay, onClose: () => setPasted(null) }}
          waiting={null}
        />
      )}
    </PasteAgendaContext>
  );
}

/** A text field, or a dialog over the page. */
function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, [role=dialog]') !== null)
  );
}
