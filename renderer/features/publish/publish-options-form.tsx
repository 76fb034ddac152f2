import type { Day } from '../../../shared/domain/meeting.ts';
import { defaultPublishOptions, type PublishOptions } from '../../../shared/publish/publish-options.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './publish-view.module.css';

const ALL = 'all';

type Part = 'summary' | 'preparation' | 'actualTimes' | 'dialIn' | 'attachments' | 'proposals' | 'comments';

const PARTS: readonly {
  readonly part: Part;
  readonly label: string;
  readonly hint?: string;
  readonly minutesOnly?: boolean;
  /** It is a part of this one, and nothing without it. */
  readonly of?: Part;
}[] = [
  { part: 'summary', label: 'Summary first', hint: 'decisions and actions on the front', minutesOnly: true },
  { part: 'preparation', label: 'Preparation notes', hint: 'set smaller' },
  { part: 'actualTimes', label: 'Planned and actual times', minutesOnly: true },
  { part: 'dialIn', label: 'Dial-in numbers', hint: 'leave out of public copies' },
  { part: 'attachments', label: 'Attachments list' },
  { part: 'proposals', label: 'Proposals', hint: 'what was suggested and what became of it' },
  { part: 'comments', label: 'Comments on proposals', hint: 'leave out of public copies', of: 'proposals' },
];

export function PublishOptionsForm(props: {
  readonly days: readonly Day[];
  readonly options: PublishOptions;
  readonly onChange: (options: PublishOptions) => void;
}) {
  const { days, options, onChange } = props;
  const [onlyDay] = options.days ?? [];
  const dayId = onlyDay && days.some(({ id }) => id === onlyDay) ? onlyDay : ALL;
  return (
    <>
      <div className={styles.option}>
        What
        <Segmented
          label="What"
          size="sm"
          options={[
            { id: 'minutes', label: 'Minutes' },
            { id: 'agenda', label: 'Agenda' },
          ]}
          value={options.what}
          onChange={(what) => {
            const { days: kept, paper } = options;
            onChange({ ...defaultPublishOptions(what, options.now), days: kept, paper });
          }}
        />
      </div>
      {days.length > 1 && (
        <div className={styles.option}>
          Days
          <Segmented<string>
            label="Days"
            size="sm"
            options={[
              { id: ALL, label: 'All' },
              ...days.map((day, index) => ({ id: day.id, label: String(index + 1) })),
            ]}
            value={dayId}
            onChange={(id) => {
              const day = days.find((each) => each.id === id);
              onChange({ ...options, days: day ? [day.id] : null });
            }}
          />
        </div>
      )}
      <div className={styles.option}>
        Paper
        <Segmented
          label="Paper"
          size="sm"
          options={[
            { id: 'A4', label: 'A4' },
            { id: 'Letter', label: 'Letter' },
          ]}
          value={options.paper}
          onChange={(paper) => onChange({ ...options, paper })}
        />
      </div>
      <hr className={styles.rule} />
      <div className={styles.parts}>
        {PARTS.filter(({ minutesOnly }) => !minutesOnly || options.what === 'minutes').map((entry) => (
          <Switch
            key={entry.part}
            label={entry.label}
            description={entry.hint}
            checked={options[entry.part] && (entry.of === undefined || options[entry.of])}
            isDisabled={entry.of !== undefined && !options[entry.of]}
            onChange={(on) => onChange({ ...options, [entry.part]: on })}
          />
        ))}
      </div>
    </>
  );
}
