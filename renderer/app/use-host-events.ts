import { useEffect, useRef } from 'react';
import type { OpenedFile } from '../../shared/ipc/contract.ts';
import type { Host } from '../platform/host.ts';
import { useToasts } from '../ui/toast.tsx';
import type { Command } from './commands.ts';

/** The desktop's menu runs the same commands as the keys; files it hands over go to the import. */
export function useHostEvents(
  host: Host,
  commands: readonly Command[],
  onFile: (file: OpenedFile) => void,
): void {
  const { show } = useToasts();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => host.onCommand((id) => latest.current.find((command) => command.id === id)?.run()), [host]);
  useEffect(
    () => host.onFileArrived(onFile, (problem) => show({ text: problem.message, tone: 'warn' })),
    [host, onFile, show],
  );
}
