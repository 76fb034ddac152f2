import type { ItemId, MeetingId } from '../../shared/domain/ids.ts';
import { LazyView, lazyCode } from '../ui/lazy-view.tsx';
import type { BesideMeeting } from './beside.ts';
import { SETTINGS } from './paths.ts';

const SHARE = lazyCode(async () => (await import('../features/share/share-dialog.tsx')).ShareDialog);
const CONNECTION = lazyCode(
  async () => (await import('../features/share/connection-panel.tsx')).ConnectionPanel,
);
const KEPT = lazyCode(async () => (await import('../features/library/kept-dialog.tsx')).KeptDialog);
const MERGED = lazyCode(async () => (await import('../features/share/merged-panel.tsx')).MergedPanel);

/** Fetches what a press in the top bar shows, so that it is there at once, and without a network too. */
export function preloadBeside(): void {
  SHARE.preload();
  CONNECTION.preload();
  MERGED.preload();
  KEPT.preload();
}

export function BesideView(
  props: BesideMeeting & {
    /** The relay for new invites; '' when none is set. */
    readonly relay: string;
    readonly onName: (name: string) => void;
    readonly itemHref: (item: ItemId) => string;
    readonly onCopied: (id: MeetingId) => void;
  },
) {
  const { beside, show } = props;
  const onClose = () => {
    show(null);
    requestAnimationFrame(keepFocus);
  };
  switch (beside?.kind) {
    case 'share':
      return (
        <LazyView
          code={SHARE}
          props={{ relay: props.relay, settingsHref: `#${SETTINGS}`, onName: props.onName, onClose }}
          waiting={null}
        />
      );
    case 'connection':
      return (
        <LazyView
          code={CONNECTION}
          props={{
            onClose,
            onShare: () => show({ kind: 'share' }),
            onShowMerge: (id: string) => show({ kind: 'merge', id }),
          }}
          waiting={null}
        />
      );
    case 'merge':
      return (
        <LazyView
          code={MERGED}
          props={{ merge: beside.id, itemHref: props.itemHref, onClose }}
          waiting={null}
        />
      );
    case 'kept':
      return <LazyView code={KEPT} props={{ onCopied: props.onCopied, onClose }} waiting={null} />;
    default:
      return null;
  }
}

/** What was opened from the palette has nothing to give the focus back to: it goes to the chip, not to the page. */
function keepFocus(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('[data-connection-chip]')?.focus();
}
