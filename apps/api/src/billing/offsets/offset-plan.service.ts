import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { OffsetPreviewDto, OffsetRoomDto, OffsetScopeDto } from "@linli/contracts";
import { createHash, type Hash } from "node:crypto";
import { DataSource, type EntityManager } from "typeorm";
import { Clock } from "../../common/clock.js";
import { projectToday } from "../../property/project-today.js";
import {
  groupsOf,
  type NamedCharge,
  type OffsetGroup,
  type OffsetReading,
  type OffsetScope,
} from "./offset-candidates.js";
import { OffsetSchemeService, type Scheme } from "./offset-scheme.service.js";
import { type PlannedOffset, planOffsets } from "./plan-offsets.js";

const SHOWN = 200;

export type NamedOffset = PlannedOffset<NamedCharge>;

/** What a run would do to one payer's money of one room. */
export interface PlannedGroup {
  group: OffsetGroup;
  offsets: NamedOffset[];
  offsetFen: number;
}

/** Sums over everything planned, and a name for exactly this outcome. */
export class OffsetTally {
  readonly payers = new Set<string>();
  rooms = 0;
  charges = 0;
  amountFen = 0;
  balanceFen = 0;
  private readonly hash: Hash = createHash("sha256");

  add({ group, offsets, offsetFen }: PlannedGroup): void {
    this.balanceFen += group.accounts.reduce((sum, { balanceFen }) => sum + balanceFen, 0);
    if (offsetFen === 0) return;
    this.payers.add(group.customerId);
    this.rooms += 1;
    this.amountFen += offsetFen;
    for (const { charge, parts } of offsets) {
      if (parts.length > 0) this.charges += 1;
      for (const { account, amountFen } of parts) this.hash.update(`${charge.id} ${account.id} ${amountFen}\n`);
    }
  }

  /** To be asked for once, at the end. */
  fingerprint(): string {
    return this.hash.digest("hex");
  }
}

/** Plans an offset run from the books as they are (BIL-61). */
@Injectable()
export class OffsetPlans {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly schemes: OffsetSchemeService,
    private readonly clock: Clock,
  ) {}

  /** What a run would do now: who, what, in which order, and why not. Writes nothing. */
  preview(projectId: string, dto: OffsetScopeDto): Promise<OffsetPreviewDto> {
    return this.db.transaction("REPEATABLE READ", async (tx) => {
      const scheme = await this.schemes.of(projectId, tx);
      const reading = { today: await projectToday(tx, this.clock, projectId), lockedOnly: false };
      const tally = new OffsetTally();
      const items: OffsetRoomDto[] = [];
      let groups = 0;
      for await (const planned of this.plan(tx, projectId, scheme, scopeOf(dto), reading)) {
        for (const one of planned) {
          tally.add(one);
          groups += 1;
          if (items.length < SHOWN) items.push(toRoomDto(one));
        }
      }
      const { payers, rooms, charges, amountFen, balanceFen } = tally;
      const sums = { payers: payers.size, rooms, charges, amountFen, balanceFen };
      return { ...sums, fingerprint: tally.fingerprint(), items, truncated: groups > items.length };
    });
  }

  /** Everything in scope, planned a thousand rooms at a time. */
  async *plan(
    tx: EntityManager,
    projectId: string,
    scheme: Scheme,
    scope: OffsetScope,
    reading: Omit<OffsetReading, "reviewedOnly">,
  ): AsyncGenerator<PlannedGroup[]> {
    for await (const groups of groupsOf(tx, projectId, scope, { ...reading, reviewedOnly: scheme.reviewedOnly })) {
      yield groups.map((group) => {
        const offsets = planOffsets(scheme, group.accounts, group.charges);
        return { group, offsets, offsetFen: offsets.reduce((sum, { offsetFen }) => sum + offsetFen, 0) };
      });
    }
  }
}

/** Which rooms, with empty lists for all. */
export const scopeOf = ({ buildingIds, roomIds }: OffsetScopeDto): OffsetScope => ({
  buildingIds: buildingIds ?? [],
  roomIds: roomIds ?? [],
});

function toRoomDto({ group, offsets, offsetFen }: PlannedGroup): OffsetRoomDto {
  const { roomId, roomCode, customerId, customerName, accounts } = group;
  const drawn = new Map<string, number>();
  for (const { account, amountFen } of offsets.flatMap(({ parts }) => parts))
    drawn.set(account.id, (drawn.get(account.id) ?? 0) + amountFen);
  const balances = accounts.map(({ id, feeItemName, balanceFen }) => ({
    feeItemName,
    beforeFen: balanceFen,
    afterFen: balanceFen - (drawn.get(id) ?? 0),
  }));
  return { roomId, roomCode, customerId, customerName, balances, offsetFen, lines: offsets.map(toLineDto) };
}

function toLineDto({ charge, parts, offsetFen, reason }: NamedOffset) {
  const fromItemFen = parts
    .filter(({ account }) => account.feeItemId !== null)
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
  const { id: chargeId, feeItemName, period, serviceFrom, serviceTo, openFen } = charge;
  const amounts = { openFen, fromItemFen, fromGeneralFen: offsetFen - fromItemFen, leftFen: openFen - offsetFen };
  return { chargeId, feeItemName, period, serviceFrom, serviceTo, ...amounts, reason };
}
