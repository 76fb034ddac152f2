import type { CommandLine } from 'electron';

/** Chromium's own settings, each with its reason. */
export const SWITCHES: ReadonlyArray<readonly [name: string, value: string]> = [
  // Host candidates under `.local` names need multicast, which routed networks do not pass: peers never find each
  // other. Joining a meeting is the consent to show them this computer's address.
  ['disable-features', 'WebRtcHideLocalIpsWithMdns'],
];

/** Must run before the app is ready. */
export function setSwitches(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of SWITCHES) commandLine.appendSwitch(name, value);
}
