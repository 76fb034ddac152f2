import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { TimeZone } from '../../../shared/domain/time.ts';
import { isTimeZone, zoneLabel } from '../../../shared/domain/zones.ts';
import type { Finding } from '../../../shared/import/fidelity-report.ts';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import styles from './import-view.module.css';

/** Asks for the zone of the times. Nothing is chosen beforehand: a wrong zone is worse than none. */
export function ZoneQuestion(props: {
  readonly finding: Finding | undefined;
  readonly zone: TimeZone | null;
  readonly onZone: (zone: TimeZone | null) => void;
}) {
  const { finding, zone, onZone } = props;
  const { now } = useServices();
  const [later, setLater] = useState(false);
  const zones = useMemo(() => {
    const at = now();
    return Intl.supportedValuesOf('timeZone').map((id) => ({
      id,
      label: id.replaceAll('_', ' '),
      description: zoneLabel(id as TimeZone, at),
    }));
  }, [now]);
  return (
    <div className={styles.ask} data-answered={zone !== null}>
      <div className={styles.askHead}>
        {zone === null ? <TriangleAlert /> : <CircleCheck />}
        <span>In which time zone are these times?</span>
      </div>
      <p className={styles.message}>
        {finding ? finding.message : 'The page does not say.'}
        {finding?.text && !finding.message.includes(finding.text) && ` It has “${finding.text}”.`}
      </p>
      <ComboBox
        label="Time zone of the meeting"
        hideLabel
        placeholder="City or zone"
        items={zones}
        value={zone}
        onChange={(id) => {
          setLater(false);
          onZone(id !== null && isTimeZone(id) ? id : null);
        }}
      />
      {later ? (
        <p className={styles.message}>The times stay as written. Choose the zone in Plan when you know it.</p>
      ) : (
        zone === null && (
          <div>
            <Button size="sm" onPress={() => setLater(true)}>
              Decide later
            </Button>
          </div>
        )
      )}
    </div>
  );
}
