import type { Editor } from '@tiptap/core';
import { type RefObject, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { safeHref } from '../../shared/domain/safe-href.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './editor.module.css';

/** Asks for the address of a link: of the selected text, of the link at the caret, or of a new one. */
export function LinkField(props: {
  readonly editor: Editor;
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}) {
  const { editor, anchor } = props;
  const [current] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const [address, setAddress] = useState(current);
  const [error, setError] = useState('');

  const close = () => {
    props.onClose();
    editor.commands.focus();
  };
  const set = () => {
    const href = readAddress(address);
    if (!href) {
      setError('An address starts with https://, mailto: or tel:');
      return;
    }
    const chain = editor.chain().focus();
    const { empty, to } = editor.state.selection;
    if (current) chain.extendMarkRange('link').setLink({ href }).run();
    else if (!empty) chain.setLink({ href }).setTextSelection(to).unsetMark('link').run();
    else
      chain
        .insertContent([{ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }])
        .run();
    props.onClose();
  };

  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && close()}
      placement="bottom end"
      className={styles.popover ?? ''}
    >
      <Dialog aria-label="Link" className={styles.linkForm ?? ''}>
        <TextField
          label="Address"
          hideLabel
          autoFocus
          placeholder="https://"
          value={address}
          error={error}
          onChange={(text) => {
            setAddress(text);
            setError('');
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            set();
          }}
        />
        <Button variant="primary" onPress={set}>
          {current ? 'Change' : 'Link'}
        </Button>
        {current && (
          <Button
            variant="quiet"
            onPress={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run();
              props.onClose();
            }}
          >
            Remove
          </Button>
        )}
      </Dialog>
    </Popover>
  );
}

/** What people type for an address: "example.org" and "mara@example.org" are understood. */
export function readAddress(text: string): string | null {
  const address = text.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return safeHref(`mailto:${address}`);
  return (
    safeHref(address) ??
    (/^[\w-]+(\.[\w-]+)+(?:[/?#:]|$)/.test(address) ? safeHref(`https://${address}`) : null)
  );
}
