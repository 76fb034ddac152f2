import { useMemo } from 'react';
import type { Instant, TimeZone } from '../../../../shared/domain/time.ts';
import { formatOffset, isTimeZone, zoneCity, zoneLabel } from '../../../../shared/domain/zones.ts';
import { Button } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from './facts.module.css';

const NONE = 'No zone yet';

/** The zone the times of the meeting are in. A meeting may have none yet: it is named, never guessed. */
export function ZonePicker(props: {
  readonly zone: TimeZone | null;
  readonly at: Instant;
  readonly onZone: (zone: TimeZone | null) => void;
  readonly readOnly: boolean;
}) {
  const { zone, at, onZone } = props;
  const words = zone === null ? NONE : zoneLabel(zone, at);
  if (props.readOnly) return <span className={styles.value}>{words}</span>;
  return (
    <Popover
      label="Time zone of the meeting"
      trigger={
        <Button variant="quiet" className={styles.edit} aria-label={`Time zone of the meeting: ${words}`}>
          <span className={zone === null ? styles.missing : undefined}>{words}</span>
        </Button>
      }
    >
      {(close) => (
        <ZoneForm
          zone={zone}
          at={at}
          onZone={(chosen) => {
            onZone(chosen);
            announce(
              `${chosen === null ? NONE : zoneLabel(chosen, at)}. The times on the agenda stay as they are.`,
            );
            close();
          }}
        />
      )}
    </Popover>
  );
}

function ZoneForm(props: {
  readonly zone: TimeZone | null;
  readonly at: Instant;
  readonly onZone: (zone: TimeZone | null) => void;
}) {
  const { zone, at, onZone } = props;
  const { ownZone } = usePlan();
  const items = useMemo(() => zoneChoices(at, [ownZone, zone]), [at, ownZone, zone]);
  return (
    <div className={styles.form}>
      <ComboBox
        label="Time zone of the meeting"
        items={items}
        value={zone}
        onChange={(id) => id && isTimeZone(id) && onZone(id)}
        placeholder="City or region"
        description="The times on the agenda are times of day there. They stay as they are when the zone changes."
      />
      <div className={styles.formFoot}>
        {zone !== ownZone && (
          <Button size="sm" onPress={() => onZone(ownZone)}>
            Use mine, {zoneCity(ownZone)}
          </Button>
        )}
        {zone !== null && (
          <Button size="sm" variant="quiet" onPress={() => onZone(null)}>
            {NONE}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Every zone, found by city, region or offset. */
function zoneChoices(at: Instant, extra: readonly (TimeZone | null)[]) {
  const known = Intl.supportedValuesOf('timeZone') as TimeZone[];
  const all = new Set([...known, ...extra.filter((zone) => zone !== null), 'UTC' as TimeZone]);
  return [...all]
    .map((id) => {
      const region = id.includes('/') ? id.slice(0, id.lastIndexOf('/')).replaceAll('_', ' ') : '';
      return {
        id,
        label: `${zoneCity(id)}${region === '' ? '' : `, ${region}`} (UTC${formatOffset(id, at)})`,
      };
    })
    .sort((a, b) => a.label.localeCompare(b.label));
}
