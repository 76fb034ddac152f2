import { peerColour } from '../../shared/domain/peer-colour.ts';
import avatar from './avatar.module.css';
import { cx } from './cx.ts';

/** A small square in the colour of a series; only beside its written name. */
export function SeriesMark(props: { readonly name: string; readonly className?: string | undefined }) {
  return <span aria-hidden className={cx(avatar[`peer${peerColour(props.name)}`], props.className)} />;
}
