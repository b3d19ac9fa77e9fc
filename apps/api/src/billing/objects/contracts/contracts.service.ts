import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  ChargeContractDto,
  ChargeContractPageDto,
  ChargeContractQueryDto,
  SaveChargeContractDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { limitOf, toPage } from "../../../common/paging.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { containing, Where } from "../../../common/where.js";
import { NATURAL } from "../../../database/natural-order.js";
import { contractBound } from "../../billing.errors.js";
import { ChargeObjects, labelOfObject } from "../charge-objects.js";
import { ChargeContract } from "./charge-contract.entity.js";

const TABLES = `FROM charge_contract k JOIN room o ON o.project_id = k.project_id AND o.id = k.room_id`;
const COLUMNS = `k.id, k.number, k.name, k.room_id AS "roomId", o.code AS "roomCode", k.starts_on AS "startsOn", k.ends_on AS "endsOn"`;

/** Keeps the contracts that rates are bound to (合同, BIL-05). */
@Injectable()
export class ChargeContractsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly objects: ChargeObjects,
    private readonly clock: Clock,
  ) {}

  /** A page of contracts by number. */
  async list(projectId: string, query: ChargeContractQueryDto): Promise<ChargeContractPageDto> {
    const pattern = containing(query.q);
    const where = new Where()
      .add("k.project_id = ?", projectId)
      .add("(k.number ILIKE ? OR k.name ILIKE ? OR o.code ILIKE ?)", pattern, pattern, pattern)
      .add("k.starts_on <= ? AND (k.ends_on IS NULL OR k.ends_on >= ?)", query.on, query.on);
    const [{ total }] = await this.db.query<[{ total: number }]>(
      `SELECT count(*)::int AS total ${TABLES} ${where.toString()}`,
      [...where.params],
    );
    const { limit, offset } = limitOf(query);
    const rows = await this.db.query<ChargeContractDto[]>(
      `SELECT ${COLUMNS} ${TABLES} ${where.toString()} ORDER BY k.number ${NATURAL}, k.id
        LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return toPage(rows, total, (row) => row);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<ChargeContractDto> {
    const [row] = await this.db.query<ChargeContractDto[]>(
      `SELECT ${COLUMNS} ${TABLES} WHERE k.project_id = $1 AND k.id = $2`,
      [projectId, id],
    );
    if (!row) throw notFound("合同");
    return row;
  }

  /** Answers the id. @throws DUPLICATE (number), INVALID_INPUT (days), NOT_FOUND (room) */
  create(actor: Actor, projectId: string, dto: SaveChargeContractDto): Promise<string> {
    refuseDays(dto);
    return this.db.transaction(async (tx) => {
      await refuseUnknownRoom(tx, projectId, dto.roomId);
      const contract = { projectId, id: newId(), createdAt: this.clock.now(), ...columnsOf(dto) };
      await tx.insert(ChargeContract, contract);
      await this.record(tx, actor, contract, "contract.create", `登记合同 ${dto.number}`, null, contract);
      return contract.id;
    });
  }

  /**
   * What is bound stays within the contract's days; another room holds for bindings from then on.
   * @throws CONTRACT_BOUND, NOT_FOUND, and as `create`
   */
  update(actor: Actor, projectId: string, id: string, dto: SaveChargeContractDto): Promise<void> {
    refuseDays(dto);
    return this.db.transaction(async (tx) => {
      const before = await tx.findOne(ChargeContract, {
        where: { projectId, id },
        lock: { mode: "pessimistic_write" },
      });
      if (!before) throw notFound("合同");
      await refuseUnknownRoom(tx, projectId, dto.roomId);
      const [beyond] = await tx.query<{ name: string; starts_on: string; ends_on: string | null }[]>(
        `SELECT r.name, b.starts_on, b.ends_on FROM rate_binding b JOIN rate r ON r.project_id = b.project_id AND r.id = b.rate_id
          WHERE b.project_id = $1 AND b.object_id = $2
            AND (b.starts_on < $3::date OR coalesce(b.ends_on, 'infinity') > coalesce($4::date, 'infinity')) LIMIT 1`,
        [projectId, id, dto.startsOn, dto.endsOn ?? null],
      );
      if (beyond) throw contractBound(beyond.name, beyond.starts_on, beyond.ends_on);
      const after = { ...before, ...columnsOf(dto) };
      await tx.update(ChargeContract, { projectId, id }, columnsOf(dto));
      await this.objects.relabel(tx, projectId, [{ id, label: labelOfObject("CONTRACT", dto.number) }]);
      await this.record(tx, actor, after, "contract.update", `修改合同 ${dto.number}`, before, after);
    });
  }

  /** In the history of the room that pays. */
  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, roomId }: Pick<ChargeContract, "projectId" | "roomId">,
    action: string,
    summary: string,
    before: Saved | null,
    after: Saved,
  ): Promise<void> {
    const entry = { projectId, action, entity: "room", entityId: roomId, summary };
    return this.audit.record(tx, actor, { ...entry, before: before && inHistory(before), after: inHistory(after) });
  }
}

type Saved = Pick<ChargeContract, "number" | "name" | "startsOn" | "endsOn">;

const inHistory = ({ number, name, startsOn, endsOn }: Saved) => ({ number, name, startsOn, endsOn });

const columnsOf = ({ number, name, roomId, startsOn, endsOn }: SaveChargeContractDto) => ({
  number,
  name,
  roomId,
  startsOn,
  endsOn: endsOn ?? null,
});

function refuseDays({ startsOn, endsOn }: SaveChargeContractDto): void {
  if (endsOn && endsOn < startsOn) throw new InvalidInput({ endsOn: ["合同止不能早于合同起"] });
}

async function refuseUnknownRoom(tx: EntityManager, projectId: string, roomId: string): Promise<void> {
  const [room] = await tx.query<{ active: boolean }[]>(
    "SELECT active FROM room WHERE project_id = $1 AND id = $2 FOR KEY SHARE",
    [projectId, roomId],
  );
  if (!room) throw notFound("房间");
  if (!room.active) throw new InvalidInput({ roomId: ["房间已停用"] });
}
