/** What one client, one address and all together may take. Numbers of an office of some hundred people behind one NAT. */
export interface Limits {
  /** Bytes of one message, sealed session descriptions are up to 10 KB. */
  readonly messageBytes: number;
  readonly topicsPerConnection: number;
  readonly membersPerTopic: number;
  readonly connections: number;
  readonly connectionsPerAddress: number;
  /** New connections of one address: at once, and per second for long. */
  readonly openBurst: number;
  readonly opensPerSecond: number;
  /** A client that meets a full room sends some 200 messages in a second, and then one every two. */
  readonly messageBurst: number;
  readonly messagesPerSecond: number;
  readonly byteBurst: number;
  readonly bytesPerSecond: number;
  /** Messages over the limits are dropped, and after so many the connection. Malformed ones count tenfold; time heals. */
  readonly strikes: number;
  /** Bytes that wait for a client which does not take them. */
  readonly waitingBytes: number;
  readonly pingMs: number;
  /** Half-open and slow HTTP: until the headers are there, and of silence. */
  readonly headersMs: number;
  readonly idleMs: number;
}

export const LIMITS: Limits = {
  messageBytes: 64 * 1024,
  topicsPerConnection: 8,
  membersPerTopic: 64,
  connections: 5_000,
  connectionsPerAddress: 256,
  openBurst: 300,
  opensPerSecond: 20,
  messageBurst: 300,
  messagesPerSecond: 30,
  byteBurst: 2 * 1024 * 1024,
  bytesPerSecond: 128 * 1024,
  strikes: 300,
  waitingBytes: 1024 * 1024,
  pingMs: 10_000,
  headersMs: 8_000,
  idleMs: 30_000,
};
