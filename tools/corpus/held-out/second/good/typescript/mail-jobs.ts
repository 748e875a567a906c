import type { Pool } from 'pg';

const BATCH_SIZE = 25;
const MAX_ATTEMPTS = 5;

/** A mail that waits to be sent. */
export interface MailJob {
  readonly id: string;
  readonly recipient: string;
  readonly template: string;
  readonly attempts: number;
}

/** What one round of work came to. */
export interface RoundReport {
  sent: number;
  postponed: number;
  givenUp: number;
}

/** Hands a mail to the provider; rejects when the provider does not take it. */
export type SendMail = (job: MailJob) => Promise<void>;

/** The part of a logger that is needed here. */
export interface JobLogger {
  warn(details: Record<string, unknown>, message: string): void;
}

interface MailJobRow {
  id: string;
  recipient: string;
  template: string;
  attempts: number;
}

/** Seconds until a mail is tried again: one minute, then twice as long each time. */
export function backoffSeconds(attempts: number): number {
  return 60 * 2 ** Math.max(0, attempts - 1);
}

/**
 * Sends the mails that wait in the table mail_job.
 *
 * Several workers may run at once: a row is leased before it is worked on, and a
 * lease that was not given back (because the worker died) runs out by itself.
 */
export class MailJobWorker {
  constructor(
    private readonly pool: Pool,
    private readonly send: SendMail,
    private readonly logger: JobLogger,
    private readonly leaseSeconds = 120,
  ) {}

  /** Works on one batch and reports what became of it. */
  async runOnce(): Promise<RoundReport> {
    const report: RoundReport = { sent: 0, postponed: 0, givenUp: 0 };
    for (const job of await this.lease()) {
      try {
        await this.send(job);
      } catch (error) {
        this.logger.warn({ jobId: job.id, err: error }, 'mail was not sent');
        const final = job.attempts >= MAX_ATTEMPTS;
        await (final ? this.giveUp(job) : this.postpone(job));
        report[final ? 'givenUp' : 'postponed'] += 1;
        continue;
      }
      await this.finish(job);
      report.sent += 1;
    }
    return report;
  }

  private async lease(): Promise<MailJob[]> {
    const { rows } = await this.pool.query<MailJobRow>(
      `UPDATE mail_job
          SET attempts = attempts + 1,
              due_at = now() + make_interval(secs => $1)
        WHERE id IN (
          SELECT id
            FROM mail_job
           WHERE state = 'waiting' AND due_at <= now()
           ORDER BY due_at
           LIMIT $2
             FOR UPDATE SKIP LOCKED
        )
        RETURNING id, recipient, template, attempts`,
      [this.leaseSeconds, BATCH_SIZE],
    );
    return rows;
  }

  private async postpone(job: MailJob): Promise<void> {
    await this.pool.query('UPDATE mail_job SET due_at = now() + make_interval(secs => $2) WHERE id = $1', [
      job.id,
      backoffSeconds(job.attempts),
    ]);
  }

  private async giveUp(job: MailJob): Promise<void> {
    await this.pool.query("UPDATE mail_job SET state = 'failed' WHERE id = $1", [job.id]);
  }

  private async finish(job: MailJob): Promise<void> {
    await this.pool.query("UPDATE mail_job SET state = 'sent' WHERE id = $1", [job.id]);
  }
}
