// Joining a meeting with an invite: paste it, see which meeting it is, say who you are. Whatever is wrong with an invite
// is said while it is pasted, not after a press.

import { ChevronLeft, Link2 } from 'lucide-react';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import { decodeInvite } from '../../../shared/invite/find-invite.ts';
import { joinByInvite, prefetchConnection, reachRelays } from '../../session/join-meeting.ts';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { NameField } from '../../ui/name-field.tsx';
import { Strip } from '../../ui/strip.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { InvitedMeeting } from './invited-meeting.tsx';
import styles from './join-view.module.css';
import { useCopyHere } from './use-copy-here.ts';

export interface JoinViewProps {
  /** What the address or the clipboard held; '' for an empty field. */
  readonly given: string;
  readonly homeHref: string;
  readonly onName: (name: string) => void;
  readonly onJoined: (id: MeetingId) => void;
}

export function JoinView(props: JoinViewProps) {
  useEffect(prefetchConnection, []);
  const services = useServices();
  const { host, me } = services;
  const [text, setText] = useState(props.given);
  const [name, setName] = useState(me.name);
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const inviteField = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const nameField = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const read = useMemo(() => (text.trim() ? decodeInvite(text) : null), [text]);
  const invite = read?.ok ? read.value : null;
  const copy = useCopyHere(invite);
  const noName = name.trim() === '';

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (!invite) return inviteField.current?.focus();
    if (noName) return nameField.current?.focus();
    setBusy(true);
    setProblem('');
    try {
      reachRelays(host, invite);
      if (name.trim() !== me.name) props.onName(name.trim());
      const { id } = await joinByInvite(services, invite);
      props.onJoined(id);
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <main className={styles.page}>
      <form className={styles.box} onSubmit={(event) => void enter(event)} noValidate>
        <a href={props.homeHref} className={styles.home}>
          <ChevronLeft /> Home
        </a>
        <h1>Join a meeting</h1>
        <p className={styles.lead}>
          {host.kind === 'browser'
            ? 'Nothing to install, no account. The meeting is kept in this browser, and you write in it together.'
            : 'You get a whole copy on this computer, and write in it together.'}
        </p>
        <TextField
          label="Invite"
          multiline
          rows={3}
          inputRef={inviteField}
          value={text}
          onChange={setText}
          autoFocus={!invite}
          spellCheck="false"
          autoComplete="off"
          placeholder="Paste the link or the code, or the whole mail it came in"
          error={inviteError(read, pressed)}
          className={styles.invite}
        />
        {invite && <InvitedMeeting invite={invite} copy={copy} />}
        <NameField
          inputRef={nameField}
          value={name}
          onChange={setName}
          autoFocus={Boolean(invite)}
          error={pressed && invite && noName ? 'Say who you are: others see it beside what you write.' : ''}
        />
        {problem && (
          <Strip boxed tone="warn" role="status">
            <strong>Joining did not work.</strong> {problem}
          </Strip>
        )}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" size="lg" icon={<Link2 />} isDisabled={busy}>
            {copy === 'same-room' ? 'Open the meeting' : 'Join'}
          </Button>
          {invite && (copy === 'other-room' || copy === 'unshared') && (
            <Button size="lg" onPress={() => props.onJoined(invite.meeting)}>
              Open my copy as it is
            </Button>
          )}
        </div>
      </form>
    </main>
  );
}

function inviteError(read: ReturnType<typeof decodeInvite> | null, pressed: boolean): string {
  if (read === null) return pressed ? 'Paste the invite that you were sent.' : '';
  return read.ok ? '' : `${read.error.message} ${read.error.advice}`;
}
