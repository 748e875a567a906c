import { Prisma, type PrismaClient, type Tariff } from '@prisma/client';

/** Raised when two tariffs of one zone would hold at the same time. */
export class OverlappingTariffError extends Error {
  override readonly name = 'OverlappingTariffError';
}

/** What a caller gives to publish a tariff. */
export interface PublishTariffInput {
  zone: string;
  centsPerKwh: number;
  validFrom: Date;
  validTo: Date;
}

/** Publishes and reads energy tariffs. */
export class TariffService {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Stores a tariff unless it overlaps another of the same zone. */
  async publish(input: PublishTariffInput): Promise<Tariff> {
    return this.#prisma.$transaction(
      async (tx) => {
        const clash = await tx.tariff.findFirst({
          where: { zone: input.zone, validFrom: { lt: input.validTo }, validTo: { gt: input.validFrom } },
          select: { id: true },
        });
        if (clash) {
          throw new OverlappingTariffError(`zone ${input.zone} has a tariff for this time`);
        }
        return tx.tariff.create({ data: input });
      },
      { isolationLevel: Prisma.TransactionIsolationLevel.Serializable },
    );
  }

  /** The tariff that holds in a zone at a moment. */
  current(zone: string, at: Date = new Date()): Promise<Tariff | null> {
    return this.#prisma.tariff.findFirst({
      where: { zone, validFrom: { lte: at }, validTo: { gt: at } },
    });
  }
}
