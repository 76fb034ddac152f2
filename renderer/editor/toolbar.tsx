// The editor's toolbar: one stop of the Tab key, arrows within. Presses never take the caret out of the text.

import type { Editor } from '@tiptap/core';
import { Bold, Diamond, Italic, Link, List, SquareCheck, Strikethrough } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from '../ui/cx.ts';
import { keyNames } from '../ui/kbd.tsx';
import styles from './editor.module.css';
import { LinkField } from './link-field.tsx';
import { useEditorState } from './use-editor-state.ts';

interface Tool {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
  readonly icon: ReactNode;
  readonly wide?: boolean;
  readonly run: (editor: Editor) => void;
}

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

const TOOLS: readonly Tool[] = [
  {
    id: 'bold',
    label: 'Bold',
    keys: 'Ctrl B',
    icon: <Bold {...ICON} />,
    run: (e) => e.chain().focus().toggleBold().run(),
  },
  {
    id: 'italic',
    label: 'Italic',
    keys: 'Ctrl I',
    icon: <Italic {...ICON} />,
    run: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    id: 'strike',
    label: 'Strike',
    keys: 'Ctrl Shift X',
    icon: <Strikethrough {...ICON} />,
    run: (e) => e.chain().focus().toggleStrike().run(),
  },
  { id: 'link', label: 'Link', keys: 'Ctrl Shift K', icon: <Link {...ICON} />, run: () => {} },
  {
    id: 'bulletList',
    label: 'List',
    keys: 'Ctrl Shift 8',
    icon: <List {...ICON} />,
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'decision',
    label: 'Decision',
    keys: 'Ctrl Shift D',
    icon: <Diamond {...ICON} />,
    wide: true,
    run: (e) => e.chain().focus().makeLine('decision').run(),
  },
  {
    id: 'actionItem',
    label: 'Action',
    keys: 'Ctrl Shift A',
    icon: <SquareCheck {...ICON} />,
    wide: true,
    run: (e) => e.chain().focus().makeLine('actionItem').run(),
  },
];

export function Toolbar(props: { readonly editor: Editor | null; readonly label: string }) {
  const { editor } = props;
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const [linking, setLinking] = useState(false);
  const active = useEditorState(
    editor,
    (e) =>
      TOOLS.filter((tool) => e.isActive(tool.id))
        .map((tool) => tool.id)
        .join(' '),
    '',
  ).split(' ');

  useEffect(() => {
    const dom = editor && !editor.isDestroyed ? editor.view.dom : null;
    const open = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      // The browser tells of a moved selection only after the key; the field must not take the focus before that.
      requestAnimationFrame(() => setLinking(true));
    };
    dom?.addEventListener('keydown', open);
    return () => dom?.removeEventListener('keydown', open);
  }, [editor]);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const edge = { Home: 0, End: TOOLS.length - 1 }[event.key];
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    const next = edge ?? (stop + (step ?? 0) + TOOLS.length) % TOOLS.length;
    setStop(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <div ref={bar} role="toolbar" aria-label={props.label} className={styles.toolbar} onKeyDown={move}>
      {TOOLS.map((tool, index) => (
        <button
          key={tool.id}
          type="button"
          tabIndex={index === stop ? 0 : -1}
          title={`${tool.label}  ${keyNames(tool.keys)}`}
          aria-label={tool.label}
          aria-pressed={active.includes(tool.id)}
          aria-haspopup={tool.id === 'link' ? 'dialog' : undefined}
          disabled={!editor}
          className={cx(styles.tool, tool.wide && styles.wide)}
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setStop(index)}
          onClick={() => (tool.id === 'link' ? setLinking(true) : editor && tool.run(editor))}
        >
          {tool.icon}
          {tool.wide && <span className={styles.toolName}>{tool.label}</span>}
        </button>
      ))}
      {editor && linking && <LinkField editor={editor} anchor={bar} onClose={() => setLinking(false)} />}
    </div>
  );
}
