import { Calendar, TriangleAlert } from 'lucide-react';
import type { Invite } from '../../../shared/invite/invite.ts';
import { isLoopback, relayName } from '../../platform/relay-places.ts';
import styles from './join-view.module.css';
import type { CopyHere } from './use-copy-here.ts';

const WORDS: Readonly<Record<CopyHere, string>> = {
  asking: '',
  none: '',
  deleted: 'You deleted it on this computer. Joining brings your copy back, and the two become one.',
  unshared:
    'You have a copy that is connected with nobody. Joining connects it: your copy and theirs become one.',
  'same-room': 'You are in this meeting already.',
  'other-room':
    'You have a copy that is connected through another invite. Joining moves it to this one: your copy and theirs become one, and those with only the other invite get nothing more from you.',
};

/** Which meeting an invite is for, where its people meet, and what of it is here. */
export function InvitedMeeting(props: { readonly invite: Invite; readonly copy: CopyHere }) {
  const { invite, copy } = props;
  const blocked = location.protocol === 'https:' && invite.relays.every((relay) => /^ws:/i.test(relay));
  return (
    <section aria-label="Invited to" aria-live="polite" className={styles.meeting}>
      <Calendar />
      <div>
        <p className={styles.title}>{invite.title || 'Untitled meeting'}</p>
        <p className={styles.where}>
          Meets at{' '}
          {invite.relays.map((relay) => (isLoopback(relay) ? 'this computer' : relayName(relay))).join(', ')}
        </p>
        {WORDS[copy] && <p className={styles.copy}>{WORDS[copy]}</p>}
        {blocked && (
          <p className={styles.warning}>
            <TriangleAlert />
            <span>
              This page came over https and may not reach that address. Open the invite at the address it came
              with, or in the desktop app.
            </span>
          </p>
        )}
      </div>
    </section>
  );
}
