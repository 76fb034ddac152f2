// What came in after a reconnect: per place, what was added, removed and changed, by shape as well as by colour. Steps
// with [ and ] while no text has the focus, and leads to the item.

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { useSync } from '../../session/meeting-context.tsx';
import { clockAt, nameList } from '../../session/people/people-words.ts';
import { useServices } from '../../session/services.tsx';
import type { Merge, MergedChange } from '../../session/sync-types.ts';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { changedParts } from './changed-parts.ts';
import styles from './merged-panel.module.css';
import { SidePanel } from './side-panel.tsx';
import { changes } from './sync-words.ts';

export interface MergedPanelProps {
  readonly merge: string;
  readonly itemHref: (item: ItemId) => string;
  readonly onClose: () => void;
}

export function MergedPanel({ merge: id, itemHref, onClose }: MergedPanelProps) {
  const merge = useStore(useSync().merges, ({ merges }) => merges.find((entry) => entry.id === id));
  return (
    <SidePanel title="Changes merged" onClose={onClose}>
      {merge ? (
        <MergedChanges key={id} merge={merge} itemHref={itemHref} />
      ) : (
        <p className={styles.words}>This merge is no longer kept.</p>
      )}
    </SidePanel>
  );
}

function MergedChanges({ merge, itemHref }: { readonly merge: Merge } & Pick<MergedPanelProps, 'itemHref'>) {
  const { ownZone } = useServices();
  const places = useMemo(() => byPlace(merge.changes), [merge]);
  const count = merge.changes.length;
  const { at, step } = useSteps(count);
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (at >= 0) current.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  let index = -1;
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.words}>
          {changes(count)} from {nameList(merge.authors) || 'others'} at {clockAt(merge.at, ownZone)}. Nothing
          was lost.
        </p>
        <span className={styles.count} role="status">
          {at >= 0 && `${at + 1} of ${count}`}
        </span>
        <IconButton
          label="Previous change"
          shortcut="["
          size="sm"
          icon={<ChevronLeft />}
          isDisabled={count === 0}
          onPress={() => step(-1)}
        />
        <IconButton
          label="Next change"
          shortcut="]"
          size="sm"
          icon={<ChevronRight />}
          isDisabled={count === 0}
          onPress={() => step(1)}
        />
      </div>
      {places.map(({ key, place, item, list }) => (
        <section key={key} aria-label={place} className={styles.place}>
          <div className={styles.head}>
            <h3>{place}</h3>
            {item && <a href={itemHref(item)}>Open item</a>}
          </div>
          <ul>
            {list.map((change) => {
              index += 1;
              const isCurrent = index === at;
              return (
                <li
                  key={index}
                  ref={isCurrent ? current : null}
                  aria-current={isCurrent || undefined}
                  className={cx(styles.change, styles[change.kind])}
                >
                  <Change change={change} />
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

const SIGNS = { added: '+', removed: '−', changed: '~' } as const;
const KINDS = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

function Change({ change }: { readonly change: MergedChange }) {
  const { kind, before, after } = change;
  return (
    <>
      <span className={styles.sign} aria-hidden>
        {SIGNS[kind]}
      </span>
      <span>
        <span className="visually-hidden">{KINDS[kind]}: </span>
        {kind === 'added' && <ins>{after}</ins>}
        {kind === 'removed' && <del>{before}</del>}
        {kind === 'changed' && <ChangedLine before={before} after={after} />}
      </span>
    </>
  );
}

const TAGS = { same: 'span', removed: 'del', added: 'ins' } as const;

function ChangedLine({ before, after }: Pick<MergedChange, 'before' | 'after'>) {
  const parts = useMemo(() => changedParts(before, after), [before, after]);
  return parts.map(({ kind, text }, index) => {
    const Tag = TAGS[kind];
    // biome-ignore lint/suspicious/noArrayIndexKey: a line's parts have no other name, and never move
    return <Tag key={index}>{text}</Tag>;
  });
}

interface Place {
  readonly key: string;
  readonly place: string;
  readonly item: ItemId | null;
  readonly list: readonly MergedChange[];
}

/** The changes of one place together, places in the order in which they first come. */
function byPlace(list: readonly MergedChange[]): readonly Place[] {
  const groups = new Map<string, MergedChange[]>();
  for (const change of list) {
    const key = `${change.item ?? ''} ${change.place}`;
    const group = groups.get(key) ?? [];
    group.push(change);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({
    key,
    place: group[0]?.place || 'Meeting',
    item: group[0]?.item ?? null,
    list: group,
  }));
}

/** Which change is looked at; -1 before the first step. [ and ] belong to a text that has the focus. */
function useSteps(count: number): { readonly at: number; readonly step: (by: 1 | -1) => void } {
  const [at, setAt] = useState(-1);
  const step = (by: 1 | -1) => {
    if (count > 0) setAt((now) => (now < 0 && by < 0 ? count - 1 : (now + by + count) % count));
  };
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = event.key === ']' ? 1 : event.key === '[' ? -1 : null;
      if (by === null || event.defaultPrevented || event.ctrlKey || event.metaKey || isText(event.target))
        return;
      event.preventDefault();
      latest.current(by);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return { at, step };
}

function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}
