// One person's caret on screen: the thin line with its knob over the text, the avatar in the margin, the tint under what
// is selected. Told where to be; knows no positions of the document.

import { initials, shownName } from '../../../shared/domain/peer-colour.ts';
import type { PeerCaret } from './caret-source.ts';
import styles from './carets.module.css';
import type { MarginPlace } from './margin.ts';
import { createTint } from './tints.ts';

/** How long a new caret shows its name, milliseconds. */
const NAMED_FOR = 2000;

/** What of a named avatar is not name, and how wide a letter of it is at most on average, pixels. */
const AROUND = 30;
const LETTER = 6.3;

/** In pixels of the layer. */
export interface CaretBox {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

export interface CaretMark {
  readonly line: HTMLElement;
  box: CaretBox | null;
  /** `room` is the width of the margin in pixels. */
  place(box: CaretBox, margin: MarginPlace | null, room: number, selected: Range | null): void;
  /** Shows the name for a while. */
  name(): void;
  /** Shows the name as long as somebody points at the caret. */
  point(isPointed: boolean): void;
  remove(): void;
}

export function createCaretMark(layer: HTMLElement, caret: PeerCaret): CaretMark {
  const name = shownName(caret.name);
  const line = layer.appendChild(document.createElement('div'));
  line.className = styles.caret ?? '';
  const avatar = layer.appendChild(document.createElement('div'));
  avatar.className = styles.avatar ?? '';
  const letters = avatar.appendChild(document.createElement('b'));
  // Without letters it shows the sign of a person.
  letters.textContent = caret.name.trim() === '' ? '' : initials(caret.name);
  const label = avatar.appendChild(document.createElement('span'));
  label.textContent = name;
  const more = avatar.appendChild(document.createElement('i'));
  for (const element of [line, avatar]) {
    element.style.setProperty('--peer', `var(--peer-${caret.colour})`);
    element.toggleAttribute('data-ringed', caret.ringed);
    element.dataset.user = caret.user;
  }
  avatar.title = name;
  // A press on it takes the focus away from nobody who writes.
  avatar.addEventListener('mousedown', (event) => event.preventDefault());
  const tint = createTint();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const mark: CaretMark = {
    line,
    box: null,
    place: (box, margin, room, selected) => {
      mark.box = box;
      line.style.transform = `translate(${box.left}px, ${box.top}px)`;
      line.style.height = `${box.height}px`;
      avatar.hidden = margin === null;
      if (margin) {
        avatar.style.transform = `translate(${margin.left}px, ${margin.top}px)`;
        more.textContent = margin.more > 0 ? `+${margin.more}` : '';
        // The whole name, or the first of it; where not even that has room, only who points at it gets the name.
        const letters = Math.floor((room - margin.left - AROUND) / LETTER);
        const [first = ''] = name.split(/\s/);
        label.textContent = name.length > letters && first.length <= letters ? first : name;
        avatar.toggleAttribute('data-tight', first.length > letters);
      }
      tint(caret.colour, selected);
    },
    name: () => {
      avatar.toggleAttribute('data-named', true);
      clearTimeout(timer);
      timer = setTimeout(() => avatar.toggleAttribute('data-named', false), NAMED_FOR);
    },
    point: (isPointed) => avatar.toggleAttribute('data-pointed', isPointed),
    remove: () => {
      clearTimeout(timer);
      tint(caret.colour, null);
      line.remove();
      avatar.remove();
    },
  };
  return mark;
}
