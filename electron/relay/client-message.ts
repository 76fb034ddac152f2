// What clients may say, read from their text: four messages, each with exactly its fields. The data of a publish is one
// sealed word; anything readable is refused, so that no client can by mistake tell the relay what it must not know.

export type ClientMessage =
  | { readonly type: 'ping' }
  | { readonly type: 'subscribe' | 'unsubscribe'; readonly topics: readonly string[] }
  | { readonly type: 'publish'; readonly topic: string; readonly data: string };

const TOPIC = /^[A-Za-z0-9_-]{22}$/;
const SEALED = /^[A-Za-z0-9_-]+$/;

export function readClientMessage(text: string, maxTopics: number): ClientMessage | null {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { type, topics, topic, data } = value as Readonly<Record<string, unknown>>;
  switch (type) {
    case 'ping':
      return { type };
    case 'subscribe':
    case 'unsubscribe':
      return Array.isArray(topics) && topics.length <= maxTopics && topics.every(isTopic)
        ? { type, topics }
        : null;
    case 'publish':
      return isTopic(topic) && typeof data === 'string' && SEALED.test(data) ? { type, topic, data } : null;
    default:
      return null;
  }
}

function isTopic(value: unknown): value is string {
  return typeof value === 'string' && TOPIC.test(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
