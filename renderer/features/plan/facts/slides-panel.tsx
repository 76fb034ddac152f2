import { FileText, Paperclip } from 'lucide-react';
import { useState } from 'react';
import { addJoinWay, editJoinWay, removeJoinWay } from '../../../../shared/doc/commands/join-ways.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { InlineText } from '../../../ui/inline-text.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { usePlan } from '../plan-context.tsx';
import { AttachmentsDialog } from './attachments-dialog.tsx';
import styles from './facts.module.css';

/** The policy on slides in a sentence, how many items have theirs, and the files. */
export function SlidesPanel() {
  const { doc, newId, readOnly } = usePlan();
  const policy = useMeeting((meeting) => meeting.logistics.find(({ kind }) => kind === 'slides') ?? null);
  const count = useMeeting((meeting) => meeting.attachments.length);
  const { due, present } = useMeeting((meeting) => {
    const withFiles = new Set(meeting.attachments.map(({ item }) => item));
    const items = meeting.days
      .flatMap((day) => day.blocks.flatMap((block) => block.items))
      .filter((item) => item.cancelled === null && item.presenters.length > 0);
    return { due: items.length, present: items.filter(({ id }) => withFiles.has(id)).length };
  });
  const [isOpen, setOpen] = useState(false);
  const setPolicy = (value: string) => {
    if (!policy) addJoinWay(doc, newId, { kind: 'slides', value });
    else if (value === '') removeJoinWay(doc, policy.id);
    else editJoinWay(doc, policy.id, { value });
  };
  return (
    <Panel level={2} title="Slides" icon={<FileText />} count={count === 0 ? undefined : count}>
      <p>
        <InlineText
          label="Policy on slides"
          value={[policy?.value, policy?.details].filter(Boolean).join(' ')}
          onCommit={setPolicy}
          placeholder="When and where to hand in slides"
          multiline
          readOnly={readOnly}
        />
      </p>
      {present > 0 && (
        <div className={styles.meterLine}>
          <Meter label="Items with files" value={present} max={due} className={styles.meter} />
          <span>
            {present} of {due} in
          </span>
        </div>
      )}
      <Button
        size="sm"
        variant="quiet"
        className={styles.files}
        icon={<Paperclip size={14} />}
        onPress={() => setOpen(true)}
      >
        {count === 0 ? 'Files' : `${count} ${count === 1 ? 'file' : 'files'}`}
      </Button>
      <AttachmentsDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </Panel>
  );
}
