/** Told when a device was silent for too long. */
export type SilenceHandler = (deviceId: string) => void;

/** Watches the heartbeats of charging stations. */
export class HeartbeatMonitor {
  private readonly lastSeen = new Map<string, number>();

  constructor(
    private readonly maxSilenceMs: number,
    private readonly onSilence: SilenceHandler,
  ) {
    setInterval(() => this.check(Date.now()), 1_000);
  }

  /** Writes down that a device was heard. */
  beat(deviceId: string, at: number = Date.now()): void {
    this.lastSeen.set(deviceId, at);
  }

  private check(now: number): void {
    for (const [deviceId, seen] of this.lastSeen) {
      if (now - seen > this.maxSilenceMs) {
        this.lastSeen.delete(deviceId);
        this.onSilence(deviceId);
      }
    }
  }
}
