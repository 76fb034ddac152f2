/** A WebSocket in the test's hand: nothing happens to it but what the test lets happen. */
export class FakeWebSocket {
  static made: FakeWebSocket[] = [];
  readonly url: string;
  readonly sent: Readonly<Record<string, unknown>>[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(url: string) {
    this.url = url;
    FakeWebSocket.made.push(this);
  }

  /** The newest one to this address. */
  static last(url?: string): FakeWebSocket {
    const found = FakeWebSocket.made.findLast((socket) => url === undefined || socket.url === url);
    if (!found) throw new Error('No socket was made');
    return found;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  open(): void {
    this.onopen?.();
  }

  says(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }

  breaks(): void {
    this.onclose?.();
  }
}
