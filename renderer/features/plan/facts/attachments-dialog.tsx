import { Download, Plus, Trash2 } from 'lucide-react';
import { memo } from 'react';
import {
  addAttachment,
  editAttachment,
  removeAttachment,
} from '../../../../shared/doc/commands/attachments.ts';
import type { Attachment } from '../../../../shared/domain/meeting.ts';
import { formatDate, wallTime } from '../../../../shared/domain/zones.ts';
import { HostError } from '../../../platform/host.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { useServices } from '../../../session/services.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { InlineText } from '../../../ui/inline-text.tsx';
import { Select } from '../../../ui/select.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from './people.module.css';

/** The files of the meeting: those kept here, and those only listed. */
export function AttachmentsDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { readOnly } = usePlan();
  const attachments = useMeeting((meeting) => meeting.attachments);
  const add = useAddFile();
  return (
    <Dialog
      title="Files"
      size="lg"
      isOpen={props.isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      footer={
        !readOnly && (
          <Button variant="primary" icon={<Plus />} onPress={add}>
            Add a file
          </Button>
        )
      }
    >
      {attachments.length === 0 ? (
        <Empty
          title="No files yet"
          text="Slides and papers stay with the meeting and can be opened without a network."
        />
      ) : (
        <ul className={styles.list}>
          {attachments.map((attachment) => (
            <FileRow key={attachment.id} attachment={attachment} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

const NO_ITEM = 'none';

const FileRow = memo(function FileRow({ attachment }: { readonly attachment: Attachment }) {
  const { doc, readOnly, undoable } = usePlan();
  const save = useSaveFile();
  const items = useMeeting((meeting) =>
    meeting.days.flatMap((day) => day.blocks.flatMap((block) => block.items)),
  );
  const { id, name } = attachment;
  const about = [
    attachment.author,
    attachment.date && formatDate(attachment.date, 'long'),
    attachment.size === null ? attachment.type : formatSize(attachment.size),
    attachment.sha256 === null && 'only listed, not kept here',
  ].filter(Boolean);
  return (
    <li className={styles.person}>
      <div className={styles.line}>
        <span className={styles.who}>
          <InlineText
            label="Name of the file"
            value={attachment.label || name}
            onCommit={(label) => editAttachment(doc, id, { label: label === name ? '' : label })}
            readOnly={readOnly}
          />
          <span className={styles.about}>{about.join(' · ')}</span>
        </span>
        <Select
          label={`Item of ${name}`}
          hideLabel
          size="sm"
          items={[
            { id: NO_ITEM, label: 'The whole meeting' },
            ...items.map((item) => ({ id: item.id as string, label: item.title || 'Untitled item' })),
          ]}
          value={attachment.item ?? NO_ITEM}
          isDisabled={readOnly}
          onChange={(chosen) =>
            editAttachment(doc, id, { item: items.find((item) => item.id === chosen)?.id ?? null })
          }
          className={styles.fileItem}
        />
        {attachment.sha256 !== null && (
          <IconButton
            size="sm"
            label={`Save ${name}`}
            icon={<Download size={14} />}
            onPress={() => save(attachment)}
          />
        )}
        {!readOnly && (
          <IconButton
            size="sm"
            label={`Remove ${name}`}
            icon={<Trash2 size={14} />}
            onPress={() => undoable(`${name} removed`, () => removeAttachment(doc, id))}
          />
        )}
      </div>
    </li>
  );
});

function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function useAddFile(): () => Promise<void> {
  const { doc, newId, ownZone } = usePlan();
  const { host, library, me, now } = useServices();
  const tell = useTellProblem();
  return () =>
    tell(async () => {
      const file = await host.openFile();
      if (!file) return;
      const stored = await library.putBlob(new Uint8Array(file.bytes), '');
      addAttachment(doc, newId, {
        name: file.name,
        author: me.name,
        date: wallTime(now(), ownZone).date,
        sha256: stored.sha256,
        size: stored.size,
      });
    });
}

function useSaveFile(): (attachment: Attachment) => Promise<void> {
  const { host, library } = useServices();
  const tell = useTellProblem();
  const toasts = useToasts();
  return ({ name, sha256, type }) =>
    tell(async () => {
      const blob = sha256 === null ? null : await library.getBlob(sha256);
      if (!blob) {
        toasts.show({ text: `${name} is not on this computer.`, tone: 'warn' });
        return;
      }
      const bytes = new Uint8Array(await blob.arrayBuffer());
      await host.saveFile({ name, type: type || 'application/octet-stream', bytes });
    });
}

/** A host's refusal is written for the user; anything else is a fault of the program and goes on. */
function useTellProblem(): (act: () => Promise<void>) => Promise<void> {
  const toasts = useToasts();
  return async (act) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      toasts.show({ text: error.message, tone: 'warn' });
    }
  };
}
