import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  CreatedDto,
  ProjectPath,
  RecipientDto,
  RecipientPageDto,
  RecipientPath,
  RecipientQueryDto,
  SaveRecipientDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { covers } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { limitOf, toPage } from "../../common/paging.js";
import { Requires } from "../../common/requires.js";
import { containing, Where } from "../../common/where.js";
import { projectToday } from "../../property/project-today.js";
import { RecipientsService } from "./recipients.service.js";

const COLUMNS = `id, name, kind, purpose, data_kinds AS "dataKinds", basis, contract_no AS "contractNo", contact,
  starts_on AS "startsOn", ends_on AS "endsOn", assessed_on AS "assessedOn", remark`;

/** 个人信息接收方登记 (LAW-34): to whom personal data goes, what for, and whether that was assessed. */
@Controller("projects/:projectId/data-recipients")
export class RecipientsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly recipients: RecipientsService,
    private readonly clock: Clock,
  ) {}

  /** 个人信息接收方列表，有效的在前 */
  @Get()
  @Requires("customer:read")
  async list(
    @Param() { projectId }: ProjectPath,
    @Query() { q, kind, current, ...page }: RecipientQueryDto,
  ): Promise<RecipientPageDto> {
    const today = await projectToday(this.db, this.clock, projectId);
    const where = new Where()
      .add("project_id = ?", projectId)
      .add("name ILIKE ?", containing(q))
      .add("kind = ?", kind)
      .add("(starts_on <= ? AND (ends_on IS NULL OR ends_on >= ?)) = ?", today, today, current);
    const [{ total } = { total: 0 }] = await this.db.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM data_recipient ${where.toString()}`,
      [...where.params],
    );
    const { limit, offset } = limitOf(page);
    const rows = await this.db.query<Omit<RecipientDto, "current">[]>(
      `SELECT ${COLUMNS} FROM data_recipient ${where.toString()}
        ORDER BY ends_on DESC NULLS FIRST, name, id LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return toPage(rows, total, (row) => ({ ...row, current: covers({ from: row.startsOn, to: row.endsOn }, today) }));
  }

  /** 登记接收方 */
  @Post()
  @Requires("customer:privacy")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveRecipientDto,
  ): Promise<CreatedDto> {
    return { id: await this.recipients.create(actor, projectId, dto) };
  }

  /** 修改接收方；不再提供时填写结束日期 */
  @Put(":recipientId")
  @HttpCode(204)
  @Requires("customer:privacy")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, recipientId }: RecipientPath,
    @Body() dto: SaveRecipientDto,
  ): Promise<void> {
    return this.recipients.update(actor, projectId, recipientId, dto);
  }
}
