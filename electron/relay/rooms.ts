// Who is in which room. Pure: knows connections only as keys, sends nothing, reads no clock.

export type Joined = 'joined' | 'already' | 'too-many-topics' | 'room-full';

export interface Rooms<C> {
  subscribe(connection: C, topic: string): Joined;
  /** False: it was not in the room. */
  unsubscribe(connection: C, topic: string): boolean;
  /** Out of every room; gives the rooms it was in. */
  leave(connection: C): readonly string[];
  /** Everybody else in the room; `null` for one who is not in it: only members speak. */
  others(connection: C, topic: string): readonly C[] | null;
  members(topic: string): ReadonlySet<C>;
  readonly count: number;
}

const NOBODY: ReadonlySet<never> = new Set<never>();

export function createRooms<C>(limits: {
  readonly topicsPerConnection: number;
  readonly membersPerTopic: number;
}): Rooms<C> {
  const rooms = new Map<string, Set<C>>();
  const topicsOf = new Map<C, Set<string>>();

  const unsubscribe = (connection: C, topic: string): boolean => {
    const room = rooms.get(topic);
    const topics = topicsOf.get(connection);
    if (!room?.delete(connection)) return false;
    topics?.delete(topic);
    if (room.size === 0) rooms.delete(topic);
    if (topics?.size === 0) topicsOf.delete(connection);
    return true;
  };

  return {
    subscribe: (connection, topic) => {
      const room = rooms.get(topic);
      const topics = topicsOf.get(connection);
      if (room?.has(connection)) return 'already';
      if (topics && topics.size >= limits.topicsPerConnection) return 'too-many-topics';
      if (room && room.size >= limits.membersPerTopic) return 'room-full';
      if (room) room.add(connection);
      else rooms.set(topic, new Set([connection]));
      if (topics) topics.add(topic);
      else topicsOf.set(connection, new Set([topic]));
      return 'joined';
    },
    unsubscribe,
    leave: (connection) => {
      const topics = [...(topicsOf.get(connection) ?? [])];
      for (const topic of topics) unsubscribe(connection, topic);
      return topics;
    },
    others: (connection, topic) => {
      const room = rooms.get(topic);
      return room?.has(connection) ? [...room].filter((other) => other !== connection) : null;
    },
    members: (topic) => rooms.get(topic) ?? NOBODY,
    get count() {
      return rooms.size;
    },
  };
}
