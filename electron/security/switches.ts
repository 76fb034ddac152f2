import type { CommandLine } from 'electron';

/** Chromium's own settings, each with its reason. */
export const SWITCHES: ReadonlyArray<readonly [name: string, value: string]> = [
  // One list, because a second switch of this name would replace the first:
  // - Host candidates under `.local` names need multicast, which routed networks do not pass: peers never find each
  //   other. Joining a meeting is the consent to show them this computer's address.
  // - A relay may stand on the own network. Which addresses a page reaches is decided by requests.ts, not by a question.
  ['disable-features', 'WebRtcHideLocalIpsWithMdns,LocalNetworkAccessChecks'],
];

/** Must run before the app is ready. */
export function setSwitches(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of SWITCHES) commandLine.appendSwitch(name, value);
}
