import type { Editor } from '@tiptap/core';
import { useCallback, useSyncExternalStore } from 'react';

/** Follows a small fact about the editor (a string or a boolean) and renders only when it changes. */
export function useEditorState<T extends string | boolean>(
  editor: Editor | null,
  read: (editor: Editor) => T,
  none: T,
): T {
  const watch = useCallback(
    (changed: () => void) => {
      editor?.on('transaction', changed);
      return () => {
        editor?.off('transaction', changed);
      };
    },
    [editor],
  );
  return useSyncExternalStore(watch, () => (editor && !editor.isDestroyed ? read(editor) : none));
}
