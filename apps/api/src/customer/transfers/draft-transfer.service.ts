import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AddTransferOwnerDto, SaveTransferDto, TransferOwnerInputDto, TransferStatus } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { CreateCustomerService } from "../create-customer.service.js";
import { lockRoom } from "../room-lock.js";
import { SameCustomer } from "../same-customer.js";
import { RoomTransfer } from "./room-transfer.entity.js";
import { RoomTransferOwner } from "./room-transfer-owner.entity.js";
import { type StoredTransfer, transferOf } from "./transfer-facts.js";
import { transferChanged, transferInProgress, transferNotInState } from "./transfers.errors.js";

/** Begins transfers and saves their drafts step by step; whoever has the right goes on where a colleague stopped. */
@Injectable()
export class DraftTransferService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly numbers: NumberSeriesService,
    private readonly customers: CreateCustomerService,
    private readonly same: SameCustomer,
    private readonly clock: Clock,
  ) {}

  /** Begins the transfer of a room; returns its id. @throws TRANSFER_IN_PROGRESS when one is under way */
  create(actor: Actor, projectId: string, roomId: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const room = await lockRoom(tx, projectId, roomId);
      const [active] = await tx.query<{ id: string; number: string }[]>(
        `SELECT id, number FROM room_transfer
          WHERE project_id = $1 AND room_id = $2 AND status IN ('DRAFT', 'SETTLING', 'PENDING')`,
        [projectId, roomId],
      );
      if (active) throw transferInProgress(active.number, active.id);
      const id = newId();
      const number = await this.numbers.draw(tx, projectId, "transfer");
      await tx.insert(RoomTransfer, {
        projectId,
        id,
        number,
        roomId,
        status: "DRAFT",
        version: 1,
        arrears: "STAY",
        prepayment: "REFUND",
        relations: [],
        readings: [],
        confirmations: [],
        createdBy: actor.userId,
        createdByName: actor.name,
        createdAt: this.clock.now(),
      });
      const summary = `开始办理房间 ${room.code} 的过户 ${number}`;
      const entry = { projectId, action: "transfer.create", summary };
      await this.audit.record(
        tx,
        actor,
        { ...entry, entity: "transfer", entityId: id },
        { ...entry, entity: "room", entityId: roomId },
      );
      return id;
    });
  }

  /** Saves the whole draft. @throws TRANSFER_CHANGED when somebody saved in between, TRANSFER_STATE */
  save(actor: Actor, projectId: string, id: string, dto: SaveTransferDto): Promise<void> {
    refuseFaults(dto);
    return this.change(projectId, id, dto.version, async (tx, row) => {
      await refuseUnknown(tx, row, dto);
      await this.replaceOwners(tx, row, dto.owners);
      const after = {
        transferOn: dto.transferOn ?? null,
        reason: dto.reason ?? null,
        remark: dto.remark ?? null,
        arrears: dto.arrears,
        prepayment: dto.prepayment,
        relations: dto.relations,
        readings: dto.readings,
        confirmations: dto.confirmations,
        payerCustomerId: dto.payerCustomerId ?? null,
      };
      await tx.update(RoomTransfer, { projectId, id }, after);
      const summary = `保存过户 ${row.number} 的资料`;
      const entry = { projectId, action: "transfer.update", entity: "transfer", entityId: id, summary };
      await this.audit.record(tx, actor, { ...entry, after: { ...after, owners: dto.owners } });
    });
  }

  /**
   * Enters a new owner in full and adds him to the draft; he is a customer from then on, his room follows on completion.
   * @throws CUSTOMER_EXISTS when somebody has the same document, TRANSFER_CHANGED, TRANSFER_STATE, INVALID_INPUT
   */
  async addOwner(actor: Actor, projectId: string, id: string, dto: AddTransferOwnerDto): Promise<void> {
    await this.same.guard(projectId, (tx) =>
      this.changeIn(tx, projectId, id, dto.version, async (row) => {
        const customerId = await this.customers.registerIn(tx, actor, projectId, dto, { family: false });
        const owners = await ownersOf(tx, row);
        await this.replaceOwners(tx, row, [...owners, { customerId, share: dto.share ?? null }]);
        const summary = `过户 ${row.number} 登记新业主 ${dto.name}`;
        const entry = { projectId, action: "transfer.update", summary };
        await this.audit.record(
          tx,
          actor,
          { ...entry, entity: "transfer", entityId: id },
          { ...entry, entity: "customer", entityId: customerId },
        );
      }),
    );
  }

  private change(
    projectId: string,
    id: string,
    version: number,
    work: (tx: EntityManager, row: StoredTransfer) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction((tx) => this.changeIn(tx, projectId, id, version, (row) => work(tx, row)));
  }

  private async changeIn(
    tx: EntityManager,
    projectId: string,
    id: string,
    version: number,
    work: (row: StoredTransfer) => Promise<void>,
  ): Promise<void> {
    const row = await transferOf(tx, projectId, id, { lock: true });
    if (row.status !== "DRAFT") throw transferNotInState(row.status as TransferStatus, "修改资料");
    if (row.version !== version) throw transferChanged();
    await work(row);
    await tx.update(RoomTransfer, { projectId, id }, { version: version + 1 });
  }

  private async replaceOwners(tx: EntityManager, row: StoredTransfer, owners: TransferOwnerInputDto[]): Promise<void> {
    const { projectId, id: transferId } = row;
    await tx.delete(RoomTransferOwner, { projectId, transferId });
    if (owners.length === 0) return;
    const createdAt = this.clock.now();
    await tx.insert(
      RoomTransferOwner,
      owners.map(({ customerId, share }, place) => ({
        projectId,
        id: newId(),
        transferId,
        customerId,
        share: share ?? null,
        place,
        createdAt,
      })),
    );
  }
}

const ownersOf = (tx: EntityManager, { projectId, id }: StoredTransfer): Promise<TransferOwnerInputDto[]> =>
  tx.query(
    `SELECT customer_id AS "customerId", share::text AS share FROM room_transfer_owner
      WHERE project_id = $1 AND transfer_id = $2 ORDER BY place`,
    [projectId, id],
  );

function refuseFaults({ owners, relations, confirmations, readings }: SaveTransferDto): void {
  const faults: Record<string, string[]> = {};
  if (hasTwice(owners.map(({ customerId }) => customerId))) faults["owners"] = ["同一位新业主填写了两次"];
  const total = owners.reduce((sum, { share }) => sum + Math.round(Number(share ?? 0) * 10_000), 0);
  if (total > 1_000_000) faults["owners"] = [`新业主的产权份额合计 ${total / 10_000}%，超过 100%`];
  if (hasTwice(relations.map(({ relationId }) => relationId))) faults["relations"] = ["同一条客户关系出现两次"];
  if (hasTwice(confirmations.map(({ key }) => key))) faults["confirmations"] = ["同一个确认事项出现两次"];
  if (hasTwice(readings.map(({ kind, meterNo }) => `${kind} ${meterNo}`))) faults["readings"] = ["同一只表填写了两次"];
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
}

const hasTwice = (values: string[]) => new Set(values).size < values.length;

/** Customers and relations of another project, or of another room. @throws NOT_FOUND */
async function refuseUnknown(
  tx: EntityManager,
  { projectId, roomId }: StoredTransfer,
  dto: SaveTransferDto,
): Promise<void> {
  const customers = [...new Set([...dto.owners.map(({ customerId }) => customerId), dto.payerCustomerId])].filter(
    Boolean,
  );
  const known = await tx.query<object[]>("SELECT 1 FROM customer WHERE project_id = $1 AND id = ANY ($2)", [
    projectId,
    customers,
  ]);
  if (known.length < customers.length) throw notFound("客户");
  const relations = dto.relations.map(({ relationId }) => relationId);
  const related = await tx.query<object[]>(
    "SELECT 1 FROM room_relation WHERE project_id = $1 AND room_id = $2 AND id = ANY ($3)",
    [projectId, roomId, relations],
  );
  if (related.length < relations.length) throw notFound("客房关系");
}
