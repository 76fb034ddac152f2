// The templates of this computer, which can be changed like a plan, and those that Quorum brings along.

import { Copy, Ellipsis, LayoutTemplate, Pencil, Trash } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { BUILT_IN_TEMPLATES } from '../../../shared/domain/templates.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { templateWords } from './describe-meeting.ts';
import lists from './meeting-list.module.css';
import type { MeetingSummary } from './meeting-summary.ts';
import styles from './template-lists.module.css';
import { useFocusBeside } from './use-focus-beside.ts';
import type { LibraryActs } from './use-library-acts.ts';

export interface TemplateListsProps {
  readonly templates: readonly MeetingSummary[];
  readonly acts: LibraryActs;
  readonly hrefOf: (template: MeetingSummary) => string;
}

export function TemplateLists({ templates, acts, hrefOf }: TemplateListsProps) {
  return (
    <>
      <List title="Yours">
        {templates.map((template) => (
          <OwnLine key={template.id} template={template} acts={acts} href={hrefOf(template)} />
        ))}
      </List>
      {templates.length === 0 && (
        <Empty
          icon={<LayoutTemplate size={20} />}
          title="No templates of your own yet"
          text="Save as template, in the menu of any meeting, keeps its people, ways to join, agenda and preparation. Or adapt one of these."
        />
      )}
      <List title="From Quorum">
        {BUILT_IN_TEMPLATES.map((template) => (
          <li key={template.id} className={styles.row}>
            <div className={lists.text}>
              <span className={lists.title}>{template.title}</span>
              <div className={lists.second}>{template.about}</div>
            </div>
            <Button
              size="sm"
              aria-label={`Adapt ${template.title}`}
              icon={<Pencil size={14} />}
              onPress={() => acts.adaptTemplate({ kind: 'built-in', template })}
            >
              Adapt
            </Button>
            <NewFrom name={template.title} onPress={() => acts.newFrom({ kind: 'built-in', template })} />
          </li>
        ))}
      </List>
    </>
  );
}

function OwnLine(props: {
  readonly template: MeetingSummary;
  readonly acts: LibraryActs;
  readonly href: string;
}) {
  const { template, acts } = props;
  const { id } = template;
  const row = useFocusBeside<HTMLLIElement>();
  const title = template.title || 'Untitled template';
  return (
    <li ref={row} className={styles.row}>
      <div className={lists.text}>
        <a href={props.href} className={styles.open}>
          {title}
        </a>
        <div className={lists.second}>{templateWords(template)}</div>
      </div>
      <NewFrom name={title} onPress={() => acts.newFrom({ kind: 'own', id })} />
      <MenuButton
        label={`More for ${title}`}
        icon={<Ellipsis />}
        items={[
          {
            id: 'copy',
            label: 'Copy',
            icon: <Copy />,
            onAction: () => acts.adaptTemplate({ kind: 'own', id }),
          },
          {
            id: 'delete',
            label: 'Delete',
            icon: <Trash />,
            danger: true,
            separated: true,
            onAction: () => acts.remove(id, template.title),
          },
        ]}
      />
    </li>
  );
}

function NewFrom({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  return (
    <Button size="sm" aria-label={`New meeting from ${name}`} onPress={onPress}>
      New meeting…
    </Button>
  );
}

function List({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  const id = useId();
  if (children.length === 0) return null;
  return (
    <section aria-labelledby={id} className={lists.section}>
      <div className={lists.head}>
        <h2 id={id}>{title}</h2>
      </div>
      <ul className={lists.list}>{children}</ul>
    </section>
  );
}
