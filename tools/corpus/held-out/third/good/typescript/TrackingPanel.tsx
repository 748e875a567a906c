import { useEffect, useState } from 'react';

type LoadState =
  | { kind: 'loading' }
  | { kind: 'failed' }
  | { kind: 'ready'; stage: string };

/** Properties of the panel. */
export interface TrackingPanelProps {
  parcelNumber: string;
}

function isStage(value: unknown): value is { stage: string } {
  return typeof value === 'object' && value !== null && 'stage' in value && typeof value.stage === 'string';
}

/** Shows where a parcel is; asks anew every half minute for as long as it is on the page. */
export function TrackingPanel({ parcelNumber }: TrackingPanelProps) {
  const [state, setState] = useState<LoadState>({ kind: 'loading' });

  useEffect(() => {
    const controller = new AbortController();

    const load = async (): Promise<void> => {
      try {
        const response = await fetch(`/api/parcels/${encodeURIComponent(parcelNumber)}`, {
          signal: controller.signal,
        });
        const body: unknown = response.ok ? await response.json() : null;
        setState(isStage(body) ? { kind: 'ready', stage: body.stage } : { kind: 'failed' });
      } catch {
        if (!controller.signal.aborted) {
          setState({ kind: 'failed' });
        }
      }
    };

    void load();
    const timer = setInterval(() => void load(), 30_000);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [parcelNumber]);

  switch (state.kind) {
    case 'loading':
      return <p>Looking for your parcel…</p>;
    case 'failed':
      return <p role="alert">The parcel could not be found right now.</p>;
    case 'ready':
      return <p>Your parcel is here: {state.stage}</p>;
  }
}
