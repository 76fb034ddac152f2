// What people say about a proposal before it has a place: a short thread on its card. One's own words can be changed;
// taking out can be undone.

import { Pencil, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { addComment, editComment, removeComment } from '../../../../shared/doc/commands/comments.ts';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import type { Comment } from '../../../../shared/domain/meeting.ts';
import { shownName } from '../../../../shared/domain/peer-colour.ts';
import { formatClock } from '../../../../shared/domain/plan-times.ts';
import type { Instant, TimeZone } from '../../../../shared/domain/time.ts';
import { formatDate, wallTime } from '../../../../shared/domain/zones.ts';
import { useServices } from '../../../session/services.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from './comments.module.css';

export function ProposalComments(props: {
  readonly proposal: ProposalId;
  readonly title: string;
  readonly comments: readonly Comment[];
  readonly onClose: () => void;
}) {
  const { proposal, title, comments } = props;
  const { doc, newId, readOnly } = usePlan();
  const { me, now } = useServices();
  const add = (text: string) => {
    addComment(doc, newId, proposal, { by: me.name, at: now(), text });
    announce('Comment added.');
  };
  return (
    <section className={styles.thread} aria-label={`Comments on ${title}`}>
      {comments.length > 0 && (
        <ul className={styles.list}>
          {comments.map((comment) => (
            <Said key={comment.id} comment={comment} isOwn={comment.by === me.name && !readOnly} />
          ))}
        </ul>
      )}
      {!readOnly && (
        <CommentForm label="Comment" verb="Comment" start="" onText={add} onClose={props.onClose} />
      )}
    </section>
  );
}

function Said({ comment, isOwn }: { readonly comment: Comment; readonly isOwn: boolean }) {
  const { doc, ownZone, readOnly, undoable } = usePlan();
  const [isEdited, setEdited] = useState(false);
  const by = shownName(comment.by);
  const when = moment(comment.at, ownZone);
  return (
    <li className={styles.comment}>
      <div className={styles.head}>
        <Avatar name={comment.by} size="sm" />
        <span className={styles.by}>{by}</span>
        <time className={styles.when} dateTime={new Date(comment.at).toISOString()}>
          {when}
        </time>
        {isOwn && !isEdited && (
          <IconButton
            size="sm"
            label={`Change the comment of ${when}`}
            hideTooltip
            icon={<Pencil size={13} />}
            onPress={() => setEdited(true)}
          />
        )}
        {!readOnly && !isEdited && (
          <IconButton
            size="sm"
            label={`Take out the comment of ${by}, ${when}`}
            hideTooltip
            icon={<X size={13} />}
            onPress={() =>
              undoable(isOwn ? 'Comment taken out' : `Comment of ${by} taken out`, () =>
                removeComment(doc, comment.id),
              )
            }
          />
        )}
      </div>
      {isEdited ? (
        <CommentForm
          label="Your comment"
          verb="Keep"
          start={comment.text}
          onText={(text) => {
            if (text !== comment.text) editComment(doc, comment.id, text);
            setEdited(false);
          }}
          onClose={() => setEdited(false)}
        />
      ) : (
        <p className={styles.text} dir="auto">
          {comment.text}
        </p>
      )}
    </li>
  );
}

/** Enter sends, Shift Enter begins a new line, Escape closes it. */
function CommentForm(props: {
  readonly label: string;
  readonly verb: string;
  readonly start: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(props.start);
  const tidy = text.trim();
  const send = () => {
    if (tidy === '') return;
    props.onText(tidy);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      props.onClose();
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label={props.label}
        hideLabel
        multiline
        rows={2}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        autoFocus
        placeholder="What you think of it"
        maxLength={4000}
        className={styles.field}
      />
      <div className={styles.formActs}>
        <Button type="submit" size="sm" isDisabled={tidy === ''}>
          {props.verb}
        </Button>
        <Button size="sm" variant="quiet" onPress={props.onClose}>
          {props.verb === 'Keep' ? 'Cancel' : 'Close'}
        </Button>
      </div>
    </form>
  );
}

/** "Tue 10 Mar, 14:02", by the reader's clock. */
function moment(at: Instant, zone: TimeZone): string {
  const { date, minutes } = wallTime(at, zone);
  return `${formatDate(date, 'short')}, ${formatClock(minutes)}`;
}
