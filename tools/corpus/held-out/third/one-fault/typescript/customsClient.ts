/**
 * Client of the customs gateway. Generated from customs-gateway.yaml.
 */

/** Settings of the client. */
export interface CustomsClientOptions {
  baseUrl: string;
  accessToken: string;
}

/** Operations of the customs gateway. */
export class CustomsClient {
  constructor(private readonly options: CustomsClientOptions) {}

  /** GET /declarations/{mrn} */
  async getDeclaration(mrn: string): Promise<any> {
    const response = await fetch(`${this.options.baseUrl}/declarations/${encodeURIComponent(mrn)}`, {
      headers: { authorization: `Bearer ${this.options.accessToken}` },
    });
    if (!response.ok) {
      throw new Error(`getDeclaration failed with status ${response.status}`);
    }
    return response.json();
  }

  /** DELETE /declarations/{mrn} */
  async withdrawDeclaration(mrn: string): Promise<void> {
    const response = await fetch(`${this.options.baseUrl}/declarations/${encodeURIComponent(mrn)}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${this.options.accessToken}` },
    });
    if (!response.ok) {
      throw new Error(`withdrawDeclaration failed with status ${response.status}`);
    }
  }
}
