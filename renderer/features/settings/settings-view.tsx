// What the person chooses for this computer. Every change applies at once and is kept; there is no Save button.

import { ChevronLeft, FileText, Monitor, Radio, UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { TimeZone } from '../../../shared/domain/time.ts';
import { isTimeZone, zoneLabel } from '../../../shared/domain/zones.ts';
import { useServices } from '../../session/services.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Choice } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { computerZone } from './computer-zone.ts';
import { ConnectionGroup } from './connection-group.tsx';
import type { Density, PreferencesStore, Theme } from './preferences.ts';
import { Group, GroupLink, Row } from './settings-rows.tsx';
import styles from './settings-view.module.css';

const THEMES: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];
const DENSITIES: readonly { id: Density; label: string }[] = [
  { id: 'compact', label: 'Compact' },
  { id: 'normal', label: 'Normal' },
  { id: 'roomy', label: 'Roomy' },
];
const FOLLOWS = 'computer';

/** Set by the build from package.json. */
const version = String(import.meta.env.QUORUM_VERSION);

export function SettingsView(props: { readonly preferences: PreferencesStore; readonly homeHref: string }) {
  const { preferences } = props;
  const chosen = useStore(preferences);
  const { host } = useServices();
  const zones = useZones();
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <a href={props.homeHref} className={styles.back} aria-label="Home">
          <ChevronLeft />
        </a>
        <h1>Settings</h1>
      </header>
      <nav className={styles.groups} aria-label="Groups of settings">
        <GroupLink to="you" icon={<UsersRound />} name="You" />
        <GroupLink to="look" icon={<Monitor />} name="Look" />
        <GroupLink to="connection" icon={<Radio />} name="Connection" />
        <GroupLink to="about" icon={<FileText />} name="About" />
      </nav>
      <main className={styles.main}>
        <div className={styles.column}>
          <Group id="you" name="You">
            <Row
              label="Name"
              hint="Who pressed a button and who wrote what; others see it in meetings you share"
            >
              <TextField
                label="Name"
                hideLabel
                className={styles.field}
                value={chosen.name}
                onChange={(name) => preferences.setState({ name })}
                maxLength={200}
                autoComplete="name"
              />
            </Row>
            <Row
              label="Your time zone"
              hint={chosen.zone ? 'Chosen here' : `Follows this computer: ${computerZone()}`}
            >
              <ComboBox
                label="Your time zone"
                hideLabel
                className={styles.field}
                items={zones}
                value={chosen.zone ?? FOLLOWS}
                onChange={(id) => preferences.setState({ zone: id !== null && isTimeZone(id) ? id : null })}
              />
            </Row>
          </Group>
          <Group id="look" name="Look">
            <Row label="Theme">
              <Segmented
                label="Theme"
                options={THEMES}
                value={chosen.theme}
                onChange={(theme) => preferences.setState({ theme })}
              />
            </Row>
            <Row label="Density" hint="Rows of agenda and tables">
              <Segmented
                label="Density"
                options={DENSITIES}
                value={chosen.density}
                onChange={(density) => preferences.setState({ density })}
              />
            </Row>
          </Group>
          <ConnectionGroup preferences={preferences} />
          <Group id="about" name="About">
            <Row label={`Quorum ${version}`} hint="Plan, run, minute and publish meetings. MIT licence.">
              <span className={styles.hint}>{host.kind === 'desktop' ? 'Desktop app' : 'In a browser'}</span>
            </Row>
            <Row
              label="Where your meetings are"
              hint="On this computer, in the storage of this app. A meeting goes to others only when you share it."
            >
              {null}
            </Row>
          </Group>
        </div>
      </main>
    </div>
  );
}

function useZones(): readonly Choice[] {
  const { now } = useServices();
  return useMemo(() => {
    const at = now();
    const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({
      id: zone,
      label: zone.replaceAll('_', ' '),
      description: zoneLabel(zone as TimeZone, at),
    }));
    return [{ id: FOLLOWS, label: 'As this computer', description: computerZone() }, ...zones];
  }, [now]);
}
