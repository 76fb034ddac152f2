// Publish: what leaves and how on the left, the page itself in the centre. The page is the preview: it is built from
// the same record and options as the file, a moment after each edit.

import { FileDown } from 'lucide-react';
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import { buildPrintable } from '../../../shared/publish/build-printable.ts';
import { defaultPublishOptions, type PublishOptions } from '../../../shared/publish/publish-options.ts';
import { renderHtml } from '../../../shared/publish/render-html.ts';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Strip } from '../../ui/strip.tsx';
import { useToasts } from '../../ui/toast.tsx';
import { FormatCards } from './format-cards.tsx';
import { FORMATS, type FormatId, saveAs } from './formats.ts';
import { MissingList } from './missing-list.tsx';
import { PageFrame } from './page-frame.tsx';
import { PublishOptionsForm } from './publish-options-form.tsx';
import styles from './publish-view.module.css';

export interface PublishViewProps {
  readonly record: MeetingRecord;
  readonly itemPath: (item: ItemId) => string;
  /** A PDF was asked for elsewhere (Ctrl P): made once, then answered. */
  readonly pdfWished: boolean;
  readonly onPdfAnswered: () => void;
}

export function PublishView({ record, itemPath, pdfWished, onPdfAnswered }: PublishViewProps) {
  const services = useServices();
  const { show } = useToasts();
  const [format, setFormat] = useState<FormatId>('pdf');
  const [chosen, setChosen] = useState(() => startOptions(record, services.now()));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const options: PublishOptions = useMemo(
    () => ({ ...chosen, ownZone: services.ownZone }),
    [chosen, services.ownZone],
  );
  const shown = useDeferredValue(record);
  const html = useMemo(() => renderHtml(buildPrintable(shown, options)), [shown, options]);
  const current = FORMATS.find(({ id }) => id === format);

  const save = async (as: FormatId) => {
    setBusy(true);
    setProblem('');
    try {
      const { outcome, leftOut } = await saveAs(as, record, { ...options, now: services.now() }, services);
      if (outcome !== 'saved') return;
      if (leftOut.length === 0) show({ text: 'Saved', tone: 'ok' });
      else show({ text: `Saved without ${leftOut.join(', ')}: not on this computer`, tone: 'warn' });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };

  const answering = useRef(false);
  const answer = useEffectEvent(async () => {
    if (answering.current) return;
    answering.current = true;
    onPdfAnswered();
    await save('pdf');
    answering.current = false;
  });
  useEffect(() => {
    if (pdfWished) void answer();
  }, [pdfWished]);

  return (
    <div className={styles.view}>
      <section className={styles.options} aria-label="What to publish">
        <div className={styles.scroll}>
          <h1>Publish {chosen.what}</h1>
          <FormatCards value={format} onChange={setFormat} />
          <hr className={styles.rule} />
          {current?.followsOptions ? (
            <PublishOptionsForm days={record.days} options={chosen} onChange={setChosen} />
          ) : (
            <p className={styles.whole}>
              This file always holds the whole meeting: everything that was planned, said and decided.
            </p>
          )}
          <MissingList record={record} what={chosen.what} itemPath={itemPath} />
        </div>
        <div className={styles.foot}>
          {problem && (
            <Strip tone="over" boxed role="status">
              {problem}
            </Strip>
          )}
          <Button
            variant="primary"
            size="lg"
            icon={<FileDown />}
            isDisabled={busy}
            onPress={() => void save(format)}
          >
            {busy ? 'Saving...' : current?.save}
            {format === 'pdf' && !busy && <Kbd keys="Ctrl P" inherit />}
          </Button>
        </div>
      </section>
      <main className={styles.desk} aria-label="Preview">
        <PageFrame html={html} title={`Preview of the ${chosen.what}`} />
      </main>
    </div>
  );
}

/** Minutes once there is something to minute, else the agenda. */
function startOptions(record: MeetingRecord, now: PublishOptions['now']): PublishOptions {
  const begun = record.run.length > 0 || record.meta.state === 'closed' || record.meta.state === 'published';
  return defaultPublishOptions(begun ? 'minutes' : 'agenda', now);
}
