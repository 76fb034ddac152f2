import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { usePeopleHere, useSync } from '../../session/meeting-context.tsx';
import type { Room } from '../../session/sync-types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FirstShare } from './first-share.tsx';
import { InvitePart } from './invite-part.tsx';
import { NamePart } from './name-part.tsx';
import { PeopleRows } from './people-rows.tsx';
import { LeaveQuestion, NewInviteQuestion } from './room-questions.tsx';
import styles from './share-dialog.module.css';
import { useMeetingPoint } from './use-meeting-point.ts';
import { WaysPart } from './ways-part.tsx';

export interface ShareDialogProps {
  /** The relay for new invites, from Settings; '' when none is set. */
  readonly relay: string;
  readonly settingsHref: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

export function ShareDialog(props: ShareDialogProps) {
  const room = useStore(useSync().room, ({ room }) => room);
  const point = useMeetingPoint();
  const [asks, setAsks] = useState<'new-invite' | 'leave' | null>(null);
  const close = () => setAsks(null);
  const { onClose } = props;
  const wasShared = useRef(room !== null);
  const hasLeft = room === null && wasShared.current;
  useEffect(() => {
    if (room) wasShared.current = true;
    // Left, here or in another window: sharing anew is for another press.
    else if (wasShared.current) onClose();
  }, [room, onClose]);
  if (hasLeft) return null;
  return (
    <>
      <Dialog
        title="Share this meeting"
        size={room ? 'xl' : 'md'}
        isOpen
        onOpenChange={(isOpen) => !isOpen && props.onClose()}
      >
        <div className={styles.name}>
          <NamePart onName={props.onName} />
        </div>
        {room ? (
          <div className={styles.columns}>
            <div className={styles.left}>
              <InvitePart invite={room.invite} own={point.own} />
              <WaysPart room={room} />
              <div className={styles.acts}>
                <Button size="sm" onPress={() => setAsks('new-invite')}>
                  New invite...
                </Button>
                <Button size="sm" onPress={() => setAsks('leave')}>
                  Leave...
                </Button>
              </div>
            </div>
            <Copies room={room} />
          </div>
        ) : (
          <FirstShare point={point} relay={props.relay} settingsHref={props.settingsHref} />
        )}
      </Dialog>
      {asks === 'new-invite' && <NewInviteQuestion onClose={close} />}
      {asks === 'leave' && <LeaveQuestion onClose={close} />}
    </>
  );
}

/** Who has a copy, as far as they were met. */
function Copies({ room }: { readonly room: Room }) {
  const people = usePeopleHere();
  return (
    <section aria-labelledby="share-copies" className={styles.copies}>
      <div className={styles.copiesHead}>
        <h3 id="share-copies">People with a copy</h3>
        <span>{people.length + 1}</span>
      </div>
      <PeopleRows />
      {people.length === 0 && (
        <p className={styles.note}>
          {room.offline ? 'You work offline.' : 'Others appear here once they joined.'} They keep their copy
          when they leave.
        </p>
      )}
    </section>
  );
}
