// The look of one action item inside of the editor: tick, who, text, due date or state. Plain DOM, so that typing never
// waits for React. It changes the node's attributes; what it means to be assigned or due it does not know.

import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { Dispose } from '../../../shared/base/disposer.ts';
import type { Person } from '../../../shared/domain/meeting.ts';
import styles from '../editor.module.css';
import { describeAction, readAction } from './action-words.ts';

/** What an action item may ask of the editor around it. */
export interface ActionHost {
  readonly people: () => readonly Person[];
  /** Calls back whenever names may have changed. */
  readonly onPeople: (refresh: () => void) => Dispose;
  /** Shows who, when and state of the action at `pos` for editing, beside `anchor`. */
  readonly openDetails: (pos: number, anchor: HTMLElement) => void;
}

interface ViewProps {
  readonly editor: Editor;
  readonly node: Node;
  readonly getPos: () => number | undefined;
}

export function actionView(host: ActionHost, { editor, node, getPos }: ViewProps): NodeView {
  const dom = element('div', styles.action);
  const tick = button(styles.tick);
  const body = element('div', styles.body);
  const who = element('span', styles.who);
  const text = element('div', styles.text);
  const details = button(styles.details);
  dom.setAttribute('role', 'group');
  tick.setAttribute('role', 'checkbox');
  details.setAttribute('aria-haspopup', 'dialog');
  for (const part of [tick, who, details]) part.contentEditable = 'false';
  body.append(who, text);
  dom.append(tick, body, details);

  let current = node;
  const show = () => {
    const action = readAction(current);
    const words = describeAction(action, host.people());
    dom.dataset.status = action.status;
    dom.setAttribute('aria-label', words.name);
    tick.setAttribute('aria-checked', String(action.status === 'done'));
    tick.setAttribute('aria-label', 'Done');
    tick.disabled = !editor.isEditable;
    who.replaceChildren(...whoParts(words));
    details.textContent = words.chip ?? 'Who, when';
    details.dataset.tone = words.tone;
    details.toggleAttribute('data-empty', words.chip === null);
    details.setAttribute('aria-label', `Who, when and state: ${words.details}`);
    details.disabled = !editor.isEditable;
  };
  const toggle = () => {
    const pos = getPos();
    if (pos === undefined) return;
    const status = readAction(current).status === 'done' ? 'open' : 'done';
    editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, 'status', status));
  };
  const open = () => {
    const pos = getPos();
    if (pos !== undefined && editor.isEditable) host.openDetails(pos, details);
  };
  tick.addEventListener('click', toggle);
  details.addEventListener('click', open);
  who.addEventListener('click', open);
  show();
  const stop = host.onPeople(show);

  return {
    dom,
    contentDOM: text,
    update: (next) => {
      if (next.type !== current.type) return false;
      const changed = !next.hasMarkup(current.type, current.attrs);
      current = next;
      if (changed) show();
      return true;
    },
    stopEvent: (event) => event.target instanceof globalThis.Node && isControl(event.target),
    ignoreMutation: (mutation) => !text.contains(mutation.target),
    destroy: stop,
  };

  function isControl(target: globalThis.Node): boolean {
    return [tick, who, details].some((part) => part.contains(target));
  }
}

function whoParts(words: {
  readonly assignees: string;
  readonly helpers: string;
}): (globalThis.Node | string)[] {
  const { assignees, helpers } = words;
  if (!assignees && !helpers) return [];
  const name = element('b', undefined);
  name.textContent = assignees;
  return [name, `${assignees && helpers ? ', ' : ''}${helpers && `with ${helpers}`}: `];
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string | undefined) {
  const made = document.createElement(tag);
  made.className = className ?? '';
  return made;
}

function button(className: string | undefined): HTMLButtonElement {
  const made = element('button', className);
  made.type = 'button';
  return made;
}
