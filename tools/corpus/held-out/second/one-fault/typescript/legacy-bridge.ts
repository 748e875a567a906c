import { EventEmitter } from 'node:events';
import { LegacyScanner } from './legacy-scanner';

/** A barcode that was read. */
export interface ScanEvent {
  code: string;
  at: Date;
}

/** Makes an event emitter of the scanner of the old desktop client. */
export class ScannerBridge extends EventEmitter {
  private readonly scanner = new LegacyScanner();

  /** Starts to listen to the device. */
  open(device: string): void {
    // @ts-ignore
    this.scanner.onScan = (code: string): void => {
      this.emit('scan', { code, at: new Date() } satisfies ScanEvent);
    };
    this.scanner.connect(device);
  }

  /** Lets go of the device. */
  close(): void {
    this.scanner.disconnect();
    this.removeAllListeners();
  }
}
