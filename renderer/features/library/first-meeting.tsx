import { ArrowDownToLine, LayoutTemplate, Link2, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './first-meeting.module.css';
import type { LibraryActs } from './use-library-acts.ts';

/** Home of an empty library: the ways to a first meeting. */
export function FirstMeeting({ acts }: { readonly acts: LibraryActs }) {
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1>Plan your first meeting</h1>
        <p className={styles.lead}>
          Agenda, clock and minutes in one place, on your computer. Invite others when you like; it works
          without a network too.
        </p>
        <Way
          name="New meeting"
          text="Dates, a few topics, and you are ready"
          keys="Ctrl N"
          icon={<Plus size={20} />}
          first
          onPress={acts.newMeeting}
        />
        <Way
          name="Start from a template"
          text="A weekly hour, days across time zones, a board, a retrospective"
          icon={<LayoutTemplate size={20} />}
          onPress={acts.showTemplates}
        />
        <Way
          name="Import a page"
          text="An agenda or minutes you have: choose, drop or paste a wiki page, Markdown, or a Quorum file"
          keys="Ctrl O"
          icon={<ArrowDownToLine size={20} />}
          onPress={acts.importFile}
        />
        <Way
          name="Join with an invite"
          text="Paste the link or code anywhere here, or open the link in this browser"
          keys="Ctrl V"
          icon={<Link2 size={20} />}
          onPress={acts.join}
        />
        <p className={styles.sample}>
          Or{' '}
          <Button variant="quiet" onPress={acts.openSample}>
            look at a sample meeting
          </Button>
          , three days with everything in it.
        </p>
      </div>
    </main>
  );
}

function Way(props: {
  readonly name: string;
  readonly text: string;
  readonly keys?: string | undefined;
  readonly icon: ReactNode;
  readonly first?: boolean | undefined;
  readonly onPress: () => void;
}) {
  return (
    <Button className={cx(styles.way, props.first && styles.first)} icon={props.icon} onPress={props.onPress}>
      <span>
        <span className={styles.name}>{props.name}</span>
        <span className={styles.text}>{props.text}</span>
      </span>
      {props.keys && <Kbd keys={props.keys} />}
    </Button>
  );
}
