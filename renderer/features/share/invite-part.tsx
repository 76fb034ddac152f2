import { Check, Copy, KeyRound, Shield, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Invite } from '../../../shared/invite/invite.ts';
import { encodeInvite } from '../../../shared/invite/invite-code.ts';
import { copyText } from '../../platform/copy-text.ts';
import { Button } from '../../ui/button.tsx';
import { keyNames } from '../../ui/kbd.tsx';
import { announce } from '../../ui/live-region.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { addressOfInvite, isOnlyLocal, type OwnPage } from './invite-address.ts';
import { QrCode } from './qr-code.tsx';
import styles from './share-dialog.module.css';

const SAID_FOR = 2_500;

/** The invite: link, picture and bare code, and what it is worth. */
export function InvitePart(props: { readonly invite: Invite; readonly own: OwnPage | null }) {
  const { invite, own } = props;
  const link = addressOfInvite(invite, own);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'link' | 'code' | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (what: 'link' | 'code') => {
    const done = await copyText(what === 'link' ? link : encodeInvite(invite));
    setRefused(!done);
    if (done) {
      setCopied(what);
      announce(what === 'link' ? 'Invite link copied.' : 'Invite code copied.');
    } else field.current?.select();
  };
  return (
    <section aria-label="Invite" className={styles.invite}>
      {!isOnlyLocal(invite) && <QrCode text={link} label="The invite link as a code for a camera" />}
      <div className={styles.link}>
        <div className={styles.linkRow}>
          <TextField
            label="Invite link"
            value={link}
            isReadOnly
            inputRef={field}
            onFocus={() => field.current?.select()}
            className={styles.linkField}
          />
          <Button
            variant="primary"
            icon={copied === 'link' ? <Check /> : <Copy />}
            className={styles.copy}
            onPress={() => void copy('link')}
          >
            {copied === 'link' ? 'Copied' : 'Copy'}
          </Button>
        </div>
        {refused && (
          <p className={styles.refused} role="status">
            This browser does not let pages copy. The link is selected: press {keyNames('Ctrl C')}.
          </p>
        )}
        <p className={styles.codeRow}>
          For pasting into the app:{' '}
          <Button size="sm" variant="quiet" className={styles.code} onPress={() => void copy('code')}>
            {copied === 'code' ? 'Code copied' : 'Copy the code alone'}
          </Button>
        </p>
        <ul className={styles.notes}>
          {isOnlyLocal(invite) && (
            <li className={styles.warning}>
              <TriangleAlert />
              <span>
                Only this computer reaches this address. For others, start the relay where they can reach it,
                or set one in Settings.
              </span>
            </li>
          )}
          <li>
            <KeyRound />
            <span>
              The invite is the key: whoever has it can read and change the whole meeting, and pass it on.
              Send it as you would send a key.
            </span>
          </li>
          <li>
            <Shield />
            <span>
              What stands after # never reaches a server. The meeting point passes on only what it cannot
              read.
            </span>
          </li>
        </ul>
      </div>
    </section>
  );
}
