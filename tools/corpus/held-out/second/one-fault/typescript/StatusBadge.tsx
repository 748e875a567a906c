/** What a service may be. */
export type ServiceStatus = 'up' | 'degraded' | 'down';

const LABELS: Record<ServiceStatus, string> = {
  up: 'All good',
  degraded: 'Slow',
  down: 'Not reachable',
};

/** A small coloured label. */
export function StatusBadge({ status }: { status: ServiceStatus }): JSX.Element {
  return (
    <div role="status">
      <span className={`badge badge--${status}`}>
        {LABELS[status]}
    </div>
  );
}
