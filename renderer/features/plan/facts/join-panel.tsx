import { Copy, ExternalLink, Plus, Video } from 'lucide-react';
import { useRef, useState } from 'react';
import { addJoinWay, removeJoinWay } from '../../../../shared/doc/commands/join-ways.ts';
import type { JoinWayId } from '../../../../shared/domain/ids.ts';
import type { JoinWay } from '../../../../shared/domain/meeting.ts';
import { safeHref } from '../../../../shared/domain/safe-href.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { useServices } from '../../../session/services.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import { usePlan } from '../plan-context.tsx';
import { Fact } from './fact.tsx';
import styles from './facts.module.css';
import { JOIN_KINDS, JoinWayForm } from './join-way-form.tsx';

/** How to get in, in the order they are tried; the first link is the one *Join call* opens. */
export function JoinPanel() {
  const { doc, newId, read, readOnly } = usePlan();
  const ways = useMeeting((meeting) => meeting.logistics.filter(({ kind }) => kind !== 'slides'));
  const [open, setOpen] = useState<JoinWayId | null>(null);
  const plus = useRef<HTMLButtonElement>(null);
  const add = () => setOpen(addJoinWay(doc, newId, { kind: ways.length === 0 ? 'link' : 'other' }));
  const close = (way: JoinWay) => {
    setOpen(null);
    // One that was begun and left again would stay as an empty line.
    const isEmpty = (id: JoinWayId) =>
      read().logistics.some((each) => each.id === id && `${each.label}${each.value}${each.details}` === '');
    if (isEmpty(way.id)) removeJoinWay(doc, way.id);
    // The closing popover gives the focus back in the next frame; what opened it may be gone.
    const focus = () => document.activeElement === document.body && plus.current?.focus();
    requestAnimationFrame(() => requestAnimationFrame(focus));
  };
  return (
    <Panel
      level={2}
      title="Ways to join"
      icon={<Video />}
      count={ways.length}
      actions={
        !readOnly && (
          <IconButton
            ref={plus}
            size="sm"
            label="Add a way to join"
            icon={<Plus size={14} />}
            onPress={add}
          />
        )
      }
    >
      {ways.length === 0 ? (
        <>
          <p className={styles.hint}>A link, a room, a phone number or a place.</p>
          {!readOnly && (
            <Button size="sm" className={styles.first} onPress={add}>
              Add the first
            </Button>
          )}
        </>
      ) : (
        <ul className={styles.list}>
          {ways.map((way) => (
            <WayLine
              key={way.id}
              way={way}
              isOpen={open === way.id}
              onOpen={(isOpen) => (isOpen ? setOpen(way.id) : close(way))}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function WayLine(props: {
  readonly way: JoinWay;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}) {
  const { way } = props;
  const { readOnly } = usePlan();
  const { host } = useServices();
  const toasts = useToasts();
  const name = way.label || JOIN_KINDS[way.kind];
  const href = way.kind === 'link' ? safeHref(withScheme(way.value)) : null;
  const shown = [way.kind === 'link' ? way.value.replace(/^https?:\/\//, '') : way.value, way.details]
    .filter((part) => part !== '')
    .join(', ');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText([way.value, way.details].filter((part) => part !== '').join('\n'));
      announce('Copied.');
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      toasts.show({ text: 'This browser does not let pages copy. Select the text instead.', tone: 'warn' });
    }
  };
  return (
    <Fact name={name}>
      {readOnly ? (
        <span className={styles.value}>{shown}</span>
      ) : (
        <Popover
          label={`Edit ${name}`}
          isOpen={props.isOpen}
          onOpenChange={props.onOpen}
          trigger={
            <Button variant="quiet" className={styles.edit} aria-label={`${name}: ${shown || 'empty'}`}>
              <span className={href ? styles.link : shown === '' ? styles.missing : undefined}>
                {shown || 'Add'}
              </span>
            </Button>
          }
        >
          {(close) => <JoinWayForm way={way} onDone={close} />}
        </Popover>
      )}
      <span className={styles.tools}>
        {href && (
          <IconButton
            size="sm"
            className={styles.tool}
            label={`Open ${name}`}
            icon={<ExternalLink size={14} />}
            onPress={() => host.openExternal(href)}
          />
        )}
        {way.value !== '' && (
          <IconButton
            size="sm"
            className={styles.tool}
            label={`Copy ${name}`}
            icon={<Copy size={14} />}
            onPress={copy}
          />
        )}
      </span>
    </Fact>
  );
}

function withScheme(text: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}
