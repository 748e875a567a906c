import type { WebSocket } from 'ws';

const PING_INTERVAL_MS = 20_000;

/** Keeps a socket awake and notices when the other side is gone. */
export class Heartbeat {
  private alive = true;

  constructor(
    private readonly socket: WebSocket,
    private readonly onLost: () => void,
  ) {}

  /** Begins to ping the other side. */
  start(): void {
    this.socket.on('pong', () => {
      this.alive = true;
    });
    setInterval(() => {
      if (!this.alive) {
        this.onLost();
        return;
      }
      this.alive = false;
      this.socket.ping();
    }, PING_INTERVAL_MS);
  }

  /** Whether the other side answered the last ping. */
  get isAlive(): boolean {
    return this.alive;
  }
}
