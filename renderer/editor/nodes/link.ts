// Links hold an address and nothing else. Whatever way one comes in (typed, pasted, from a peer), only what `safeHref`
// lets through becomes an address on screen.

import { Link } from '@tiptap/extension-link';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { safeHref } from '../../../shared/domain/safe-href.ts';

const isSafe = (url: string): boolean => safeHref(url) !== null;

/** `open` takes an address that is safe to hand to the system. */
export function safeLink(open: (url: string) => void) {
  return Link.extend({
    inclusive: false,
    addAttributes: () => ({
      href: {
        default: '',
        parseHTML: (element) => safeHref(element.getAttribute('href') ?? ''),
      },
    }),
    renderHTML({ HTMLAttributes }) {
      const href = safeHref(String(HTMLAttributes.href ?? ''));
      const title = 'Ctrl click opens the link';
      return ['a', href ? { href, title, rel: 'noopener noreferrer', target: '_blank' } : {}, 0];
    },
    addProseMirrorPlugins() {
      return [...(this.parent?.() ?? []).map(ownEditsOnly), clicks(open)];
    },
  }).configure({
    openOnClick: false,
    autolink: true,
    linkOnPaste: true,
    markdownLinks: true,
    defaultProtocol: 'https',
    HTMLAttributes: {},
    isAllowedUri: isSafe,
  });
}

/** Making links of addresses is a habit of typing: what arrives from the document (mounting, peers) is left as it is. */
function ownEditsOnly(plugin: Plugin): Plugin {
  const { appendTransaction } = plugin.spec;
  if (!appendTransaction) return plugin;
  return new Plugin({
    ...plugin.spec,
    appendTransaction: (transactions, before, after) =>
      transactions.some((tr) => tr.getMeta(ySyncPluginKey))
        ? null
        : appendTransaction.call(plugin, transactions, before, after),
  });
}

function clicks(open: (url: string) => void): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        // A link inside of the editor never navigates by itself; Ctrl (Cmd on a Mac) or the middle button opens it.
        click: (view, event) => {
          const href = linkAt(event);
          if (href === null) return false;
          event.preventDefault();
          if (!(event.ctrlKey || event.metaKey || !view.editable)) return false;
          open(href);
          return true;
        },
        auxclick: (_view, event) => {
          const href = linkAt(event);
          if (href === null || event.button !== 1) return false;
          event.preventDefault();
          open(href);
          return true;
        },
      },
    },
  });
}

function linkAt(event: MouseEvent): string | null {
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  return anchor ? safeHref(anchor.getAttribute('href') ?? '') : null;
}
