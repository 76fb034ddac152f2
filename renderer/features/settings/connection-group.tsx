// Where new invites meet: the relay that is named in them, asked whether it really answers, and on the desktop the
// meeting point that this computer can be for its own network.

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { checkRelay, type RelayCheck } from '../../platform/check-relay.ts';
import { relayName } from '../../platform/relay-places.ts';
import { useServices } from '../../session/services.tsx';
import { useLan } from '../../session/use-lan.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { PreferencesStore } from './preferences.ts';
import { readRelaySetting } from './relay-setting.ts';
import { Group, Row } from './settings-rows.tsx';
import styles from './settings-view.module.css';

export function ConnectionGroup({ preferences }: { readonly preferences: PreferencesStore }) {
  return (
    <Group id="connection" name="Connection">
      <RelayRow preferences={preferences} />
      <LanRow />
    </Group>
  );
}

type Asked = 'no' | 'asking' | RelayCheck['state'] | number;

function RelayRow({ preferences }: { readonly preferences: PreferencesStore }) {
  const { host } = useServices();
  const kept = useStore(preferences, ({ relay }) => relay);
  const [text, setText] = useState(kept);
  const [asked, setAsked] = useState<Asked>('no');
  // Another window may choose another one.
  useEffect(() => setText((old) => (readsAs(old, kept) ? old : kept)), [kept]);
  const read = readRelaySetting(text);
  const change = (next: string) => {
    setText(next);
    setAsked('no');
    const wanted = readRelaySetting(next);
    if (wanted.ok) preferences.setState({ relay: wanted.relay });
  };
  const check = async () => {
    if (!read.ok) return;
    setAsked('asking');
    try {
      await host.allowRelays([read.relay]);
      const answer = await checkRelay(read.relay);
      setAsked(answer.state === 'answers' ? answer.ms : answer.state);
    } catch {
      // The shell takes no such address, which the browser's own answer says as well.
      setAsked('blocked');
    }
  };
  return (
    <Row
      label="Relay for new invites"
      hint="The place where computers find each other. It passes on only what it cannot read. Empty: the server of this page, or this network."
    >
      <div className={styles.relay}>
        <TextField
          label="Relay for new invites"
          hideLabel
          className={styles.field}
          value={text}
          onChange={change}
          placeholder="wss://relay.example.org/signal"
          autoComplete="off"
          spellCheck="false"
          type="url"
          error={read.ok ? '' : read.problem}
        />
        <Button isDisabled={!read.ok || read.relay === '' || asked === 'asking'} onPress={() => void check()}>
          Check
        </Button>
      </div>
      <p className={styles.answer} role="status" data-good={typeof asked === 'number' || undefined}>
        {read.ok && answerWords(asked, read.relay)}
      </p>
    </Row>
  );
}

function readsAs(text: string, relay: string): boolean {
  const read = readRelaySetting(text);
  return !read.ok || read.relay === relay;
}

function answerWords(asked: Asked, relay: string): string {
  if (typeof asked === 'number') return `${relayName(relay)} answers, in ${asked} ms.`;
  switch (asked) {
    case 'asking':
      return `Asking ${relayName(relay)}...`;
    case 'unreachable':
      return `${relayName(relay)} is not reached: wrong address, not running, or blocked by this network.`;
    case 'silent':
      return `${relayName(relay)} is there, but it is no relay of Quorum: it gave no answer.`;
    case 'blocked':
      return 'This page may not reach that address. A page over https needs a wss:// relay.';
    default:
      return '';
  }
}

function LanRow() {
  const { lan, start, stop } = useLan();
  if (lan.kind !== 'known') {
    return lan.kind === 'asking' ? null : (
      <Row
        label="Meeting point of this network"
        hint="The desktop app can be one, for meetings without internet. A browser cannot."
      >
        {null}
      </Row>
    );
  }
  const { state, busy, problem } = lan;
  const where = state.addresses.map(({ page }) => page).join(', ');
  return (
    <Row
      label="Meeting point of this network"
      hint={
        problem ||
        (!state.running
          ? 'Not running. It starts by itself when you share a meeting on this network.'
          : where
            ? `Runs at ${where}. Guests open that address in a browser.`
            : 'Runs, but this computer is on no network.')
      }
    >
      <Button isDisabled={busy} onPress={() => void (state.running ? stop() : start())}>
        {state.running ? 'Stop' : 'Start'}
      </Button>
    </Row>
  );
}
