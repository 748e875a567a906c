import { afterEach, beforeEach, expect, test } from 'vitest';
import { Outbox } from '../outbox';
import { RecordingBroker } from './recordingBroker';

let broker: RecordingBroker;
let outbox: Outbox;

beforeEach(() => {
  broker = new RecordingBroker();
  outbox = new Outbox(broker, { pollMs: 50 });
  outbox.start();
});

afterEach(async () => {
  await outbox.stop();
});

test('publishes what was put in', async () => {
  await outbox.put({ topic: 'shipment.created', key: 'S-1' });

  await new Promise((resolve) => setTimeout(resolve, 1500));

  expect(broker.published).toEqual([{ topic: 'shipment.created', key: 'S-1' }]);
});
