import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type ChargeBatchDto,
  type CreateRoomChargesDto,
  handChargedKinds,
  type ProposeRoomChargesDto,
  type RoomChargesPreviewDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { notFound } from "../../common/rule-violation.js";
import { feeItemInactive, notOneOff } from "../billing.errors.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { findRooms } from "../rates/bindings/room-selection.js";
import { requestHash } from "../receipts/request-hash.js";
import { nothingToCharge, previewChanged, roomsSkipped } from "./charge-batches.errors.js";
import { ChargeBatchLedger } from "./charge-batches.ledger.js";
import { type PlannedRoom, planRoomCharges } from "./plan-room-charges.js";

const ROWS_SHOWN = 500;

/** One one-off charge for each of many rooms (批量录入, BIL-146). */
@Injectable()
export class RoomChargesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly ledger: ChargeBatchLedger,
  ) {}

  /** What charging would do, room by room; nothing is written. @throws as `create` */
  async preview(projectId: string, dto: ProposeRoomChargesDto): Promise<RoomChargesPreviewDto> {
    const tx = this.db.manager;
    await oneOffItem(tx, projectId, dto.feeItemId);
    await this.ledger.refuseClosed(tx, projectId);
    const planned = await planRoomCharges(tx, projectId, dto);
    const charged = planned.filter(({ skip }) => skip === null);
    const shown = planned.toSorted((a, b) => Number(b.skip !== null) - Number(a.skip !== null)).slice(0, ROWS_SHOWN);
    const names = await namesOf(tx, projectId, shown);
    return {
      createCount: charged.length,
      amountFen: sumOf(charged),
      skippedCount: planned.length - charged.length,
      rows: shown.map(({ charge, ...row }) => ({ ...row, payerName: charge && (names.get(charge.payerId) ?? null) })),
    };
  }

  /**
   * Charges all selected rooms or none; the same id again charges nothing.
   * @throws ID_REUSED, FEE_ITEM_KIND, FEE_ITEM_INACTIVE, NO_ROOMS, ROOMS_NOT_CHARGED, PREVIEW_CHANGED, PERIOD_CLOSED
   */
  create(actor: Actor, projectId: string, dto: CreateRoomChargesDto): Promise<ChargeBatchDto> {
    const hash = requestHash(dto);
    return this.db.transaction(async (tx) => {
      const rooms = await findRooms(tx, projectId, dto.rooms);
      await this.ledger.lockRooms(
        tx,
        projectId,
        rooms.map(({ id }) => id),
      );
      const known = await this.ledger.known(tx, projectId, dto.id, hash);
      if (known) return known;
      const item = await oneOffItem(tx, projectId, dto.feeItemId);
      const planned = await planRoomCharges(tx, projectId, dto);
      const skipped = planned.flatMap(({ roomCode, skip }) => (skip === null ? [] : [{ roomCode, skip }]));
      if (skipped.length > 0 && !dto.skipRooms) throw roomsSkipped(skipped);
      const charges = planned.flatMap(({ charge }) => charge ?? []);
      if (charges.length === 0) throw nothingToCharge();
      const amountFen = sumOf(planned);
      if (charges.length !== dto.expectedCount || amountFen !== dto.expectedFen)
        throw previewChanged(charges.length, amountFen);
      const title = `批量登记临时收费 ${item.name}`;
      const batch = { id: dto.id, kind: "ROOMS" as const, requestHash: hash, title, skippedCount: skipped.length };
      return this.ledger.write(tx, actor, projectId, batch, charges);
    });
  }
}

async function oneOffItem(tx: EntityManager, projectId: string, id: string): Promise<FeeItem> {
  const item = await tx.findOneBy(FeeItem, { projectId, id });
  if (!item) throw notFound("收费项目");
  if (!item.active) throw feeItemInactive(item.name);
  if (!handChargedKinds.includes(item.kind)) throw notOneOff(item.name);
  return item;
}

async function namesOf(
  tx: EntityManager,
  projectId: string,
  rows: readonly PlannedRoom[],
): Promise<Map<string, string>> {
  const payers = await tx.query<{ id: string; name: string }[]>(
    "SELECT id, name FROM customer WHERE project_id = $1 AND id = ANY ($2)",
    [projectId, rows.flatMap(({ charge }) => charge?.payerId ?? [])],
  );
  return new Map(payers.map(({ id, name }) => [id, name]));
}

const sumOf = (rows: readonly PlannedRoom[]) => rows.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
