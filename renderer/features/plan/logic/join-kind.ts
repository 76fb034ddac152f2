import type { JoinWayKind } from '../../../../shared/domain/meeting.ts';

/** What an entry most likely is, judged by what was typed; `null` where that does not say. */
export function guessJoinKind(text: string): JoinWayKind | null {
  const value = text.trim();
  if (/^https?:\/\/|^www\.|^[^\s@]+\.[a-z]{2,}\/\S*$/i.test(value)) return 'link';
  if (/^(?:tel:|\+)\s?\d|^[\d\s()/.,#*-]{7,}$/i.test(value)) return 'phone';
  if (/^(?:sip|h323):|^dial\b|\bmeeting id\b/i.test(value)) return 'room';
  if (/^(?:room|raum|hall|building|floor)\b/i.test(value)) return 'place';
  return null;
}
