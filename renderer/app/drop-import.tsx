// A file dropped anywhere on the window, and a page pasted where no text has the focus, go to the import. Drops that a
// part of the page took itself (an attachment on an item) are left alone.

import { useEffect, useState } from 'react';
import type { OpenedFile } from '../../shared/ipc/contract.ts';
import styles from './drop-import.module.css';
import { hasTextFocus } from './text-focus.ts';

export interface DropImportProps {
  readonly onSource: (source: OpenedFile) => void;
  /** A pasted text with an invite in it. */
  readonly onInvite: (text: string) => void;
  /** Where a paste is taken; elsewhere it means something else. */
  readonly takesPaste: boolean;
}

export function DropImport({ onSource, onInvite, takesPaste }: DropImportProps) {
  const [over, setOver] = useState(false);

  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const dragOver = (event: DragEvent) => {
      if (event.defaultPrevented || !holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (event.defaultPrevented || !file) return;
      event.preventDefault();
      void file.arrayBuffer().then((bytes) => onSource({ name: file.name, bytes: new Uint8Array(bytes) }));
    };
    window.addEventListener('dragover', dragOver);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', dragOver);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onSource]);

  useEffect(() => {
    if (!takesPaste) return;
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || hasTextFocus()) return;
      const source = readPaste(event.clipboardData);
      if (!source) return;
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (mayBeInvite(text)) onInvite(text);
      else if ('file' in source) {
        const { file } = source;
        void file.arrayBuffer().then((bytes) => onSource({ name: file.name, bytes: new Uint8Array(bytes) }));
      } else onSource(source);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [onSource, onInvite, takesPaste]);

  return over ? <div className={styles.overlay}>Drop to import</div> : null;
}

/** An invite by itself or in a mail; a page to import may link to one as well, and is longer. */
function mayBeInvite(text: string): boolean {
  return text.length < 6_000 && /(?:\/join\/|quorum:|\bv\d{1,3}\.[\w-]{40})/.test(text);
}

/** A file, a rich page or plain text, in this order: the richest that the clipboard offers. */
function readPaste(data: DataTransfer | null): OpenedFile | { readonly file: File } | null {
  const file = data?.files[0];
  if (file) return { file };
  const html = data?.getData('text/html') ?? '';
  const text = data?.getData('text/plain') ?? '';
  if (html.trim()) return { name: 'Pasted page.html', bytes: new TextEncoder().encode(html) };
  if (text.trim()) return { name: 'Pasted text.md', bytes: new TextEncoder().encode(text) };
  return null;
}
