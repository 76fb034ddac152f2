import { LayoutTemplate, Plus, Settings2 } from 'lucide-react';
import { BUILT_IN_TEMPLATES } from '../../../shared/domain/templates.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import type { MeetingSummary } from './meeting-summary.ts';
import styles from './new-meeting-button.module.css';
import type { LibraryActs } from './use-library-acts.ts';

/** A new meeting with one press, and beside it those that begin with a template. */
export function NewMeetingButton(props: {
  readonly templates: readonly MeetingSummary[];
  readonly acts: LibraryActs;
}) {
  const { templates, acts } = props;
  return (
    <span className={styles.pair}>
      <Button variant="primary" icon={<Plus />} onPress={acts.newMeeting} className={styles.first}>
        New meeting
      </Button>
      <MenuButton
        label="New from template"
        icon={<LayoutTemplate />}
        variant="primary"
        className={styles.second}
        items={[
          ...templates.map(({ id, title }) => ({
            id,
            label: title || 'Untitled template',
            icon: <LayoutTemplate />,
            onAction: () => acts.newFrom({ kind: 'own', id }),
          })),
          ...BUILT_IN_TEMPLATES.map((template, i) => ({
            id: `built-in-${template.id}`,
            label: template.title,
            icon: <LayoutTemplate />,
            separated: i === 0 && templates.length > 0,
            onAction: () => acts.newFrom({ kind: 'built-in', template }),
          })),
          {
            id: 'all',
            label: 'All templates',
            icon: <Settings2 />,
            separated: true,
            onAction: acts.showTemplates,
          },
        ]}
      />
    </span>
  );
}
