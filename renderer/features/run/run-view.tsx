// The Run view: agenda rail, the item with its minutes, clock and people. The clock ticks in the parts that show it; the
// editor is never rendered by it.

import { ListTree, PanelRight } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { preloadEditor } from '../../editor/text-editor.tsx';
import { useOpenMeeting } from '../../session/meeting-context.tsx';
import { useServices } from '../../session/services.tsx';
import button from '../../ui/button.module.css';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Empty } from '../../ui/empty.tsx';
import clock from './clock.module.css';
import { ClockColumn } from './clock-column.tsx';
import { MainPress } from './clock-controls.tsx';
import { ClockLine } from './clock-face.tsx';
import { ItemPage } from './item-page.tsx';
import { Rail } from './rail.tsx';
import { RunProvider, useRun } from './run-context.tsx';
import styles from './run-view.module.css';
import { type Columns, useColumns } from './use-columns.ts';
import { useRunKeys } from './use-run-keys.ts';

// The first item shows its texts at once: their code comes beside this view's, not after it.
preloadEditor();

export function RunView({ item }: { readonly item?: ItemId }) {
  return <RunProvider item={item}>{LAYOUT}</RunProvider>;
}

/** One element for ever: an address that comes to hold the item that is shown renders nothing again. */
const LAYOUT = <RunLayout />;

function RunLayout() {
  const { id } = useOpenMeeting();
  const { shown, state } = useRun();
  const columns = useColumns();
  useRunKeys(columns);
  useKeptAwake(state.phase === 'running');
  if (!shown) {
    return (
      <main className={styles.nothing} aria-label="Minutes">
        <Empty
          title="Nothing to run yet"
          text="An agenda item is run against the clock, and its minutes are written here. Plan the first one."
          action={
            <Link href={`/m/${id}/plan`} className={cx(button.button, button.primary, button.md)}>
              Plan the agenda
            </Link>
          }
        />
      </main>
    );
  }
  const { width } = columns;
  return (
    <div className={styles.run} data-width={width} data-rail={columns.rail} data-side={columns.side}>
      {width !== 'wide' && <ClockRow columns={columns} />}
      {columns.rail && <Rail />}
      <main className={styles.page} aria-label="Minutes">
        <ItemPage found={shown} />
      </main>
      {columns.side && <ClockColumn withClock={width === 'wide'} />}
    </div>
  );
}

/** The clock as one line, for windows too narrow for its column. */
function ClockRow({ columns }: { readonly columns: Columns }) {
  const { state, live, readOnly, presses } = useRun();
  return (
    <section aria-label="Clock" className={clock.line}>
      {columns.width === 'small' && (
        <IconButton
          label="Agenda"
          icon={<ListTree size={16} />}
          aria-expanded={columns.rail}
          onPress={() => columns.toggle('rail')}
        />
      )}
      <ClockLine />
      {state.item !== null && (
        <>
          <Button isDisabled={readOnly} onPress={presses.pauseOrResume}>
            {state.phase === 'paused' ? 'Resume' : 'Pause'}
          </Button>
          <Button isDisabled={readOnly || !live} aria-label="+5 min" onPress={() => presses.extend(5)}>
            +5
          </Button>
        </>
      )}
      <MainPress short />
      <IconButton
        label="People and pace"
        shortcut="Ctrl Shift \"
        icon={<PanelRight size={16} />}
        aria-expanded={columns.side}
        onPress={() => columns.toggle('side')}
      />
    </section>
  );
}

/** A screen that goes dark in the middle of an item would take the clock with it. */
function useKeptAwake(running: boolean): void {
  const { host } = useServices();
  useEffect(() => {
    if (!running) return;
    host.keepAwake(true);
    return () => host.keepAwake(false);
  }, [host, running]);
}
