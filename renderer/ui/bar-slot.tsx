// A place in the top bar for what the view on screen wants to offer there ("Start day 1"). The bar renders the place,
// the view renders into it; neither knows the other.

import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';

interface BarSlot {
  readonly place: HTMLElement | null;
  readonly setPlace: (place: HTMLElement | null) => void;
}

const BarSlotContext = createContext<BarSlot>({ place: null, setPlace: () => {} });

export function BarSlotProvider(props: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const slot = useMemo(() => ({ place, setPlace }), [place]);
  return <BarSlotContext value={slot}>{props.children}</BarSlotContext>;
}

/** Where it appears; once, in the top bar. */
export function BarPlace(props: { readonly className?: string | undefined }) {
  const { setPlace } = use(BarSlotContext);
  return <span ref={setPlace} className={props.className} />;
}

/** What a view puts there while it is on screen. */
export function InBar(props: { readonly children: ReactNode }) {
  const { place } = use(BarSlotContext);
  return place ? createPortal(props.children, place) : null;
}
