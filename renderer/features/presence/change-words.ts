import { nameList } from '../../session/people/people-words.ts';

/** Names of the people who are here, by user. */
export type Names = ReadonlyMap<string, string>;

/** "Mara Okafor and Tomo Kimura joined. Leila Sato left."; '' when all are still here. */
export function changeWords(before: Names, now: Names): string {
  const only = (some: Names, others: Names) =>
    [...some].flatMap(([user, name]) => (others.has(user) ? [] : [name]));
  const [came, went] = [only(now, before), only(before, now)];
  const sentences = [
    came.length > 0 && `${nameList(came)} joined.`,
    went.length > 0 && `${nameList(went)} left.`,
  ];
  return sentences.filter(Boolean).join(' ');
}
