import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from "@nestjs/common";
import { RouteConfig } from "@nestjs/platform-fastify";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  AccessApplicationDto,
  AccessApplicationPageDto,
  ApplicationPath,
  ApplicationQueryDto,
  ApplyForAccessDto,
  ApproveApplicationDto,
  FirstPasswordDto,
  RejectApplicationDto,
} from "@linli/contracts";
import type { FastifyRequest } from "fastify";
import { DataSource } from "typeorm";
import { type Actor, CurrentActor } from "../common/actor.js";
import { limitOf, toPage } from "../common/paging.js";
import { Open, Requires } from "../common/requires.js";
import { Where } from "../common/where.js";
import { AccessApplicationsService } from "./access-applications.service.js";
import { originOf } from "./origin.js";

type Row = Omit<AccessApplicationDto, "decidedAt" | "createdAt"> & { decidedAt: Date | null; createdAt: Date };

/** 开通申请 (CRM-03) */
@Controller()
export class AccessApplicationsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly applications: AccessApplicationsService,
  ) {}

  /** 申请开通用户，无须登录；同一地址 10 分钟内最多 10 次 */
  @Post("auth/access-applications")
  @HttpCode(204)
  @Open(true)
  @RouteConfig({ rateLimit: { max: 10, timeWindow: "10 minutes" } })
  apply(@Body() dto: ApplyForAccessDto, @Req() request: FastifyRequest): Promise<void> {
    return this.applications.apply(dto, originOf(request));
  }

  /** 开通申请列表，待审批的在前 */
  @Get("access-applications")
  @Requires("system:users")
  async list(@Query() query: ApplicationQueryDto): Promise<AccessApplicationPageDto> {
    const where = new Where().add("a.status = ?", query.status);
    const [count] = await this.db.query<{ total: number }[]>(
      `SELECT count(*) AS total FROM access_application a ${where}`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const rows = await this.db.query<Row[]>(
      `SELECT a.id, a.name, a.mobile, a.reason, a.wish, a.status, a.decision_note AS "decisionNote",
              a.decided_by_name AS "decidedByName", a.decided_at AS "decidedAt", a.user_id AS "userId", a.created_at AS "createdAt",
              EXISTS (SELECT 1 FROM app_user u WHERE u.mobile = a.mobile) AS "mobileTaken"
         FROM access_application a ${where}
        ORDER BY a.status = 'PENDING' DESC, a.id DESC LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return toPage(rows, count?.total ?? 0, toApplicationDto);
  }

  /** 通过申请并建立用户；初始密码只返回这一次 */
  @Post("access-applications/:applicationId/approve")
  @HttpCode(200)
  @Requires("system:users")
  approve(
    @Param() { applicationId }: ApplicationPath,
    @Body() dto: ApproveApplicationDto,
    @CurrentActor() actor: Actor,
  ): Promise<FirstPasswordDto> {
    return this.applications.approve(actor, applicationId, dto);
  }

  /** 拒绝申请 */
  @Post("access-applications/:applicationId/reject")
  @HttpCode(204)
  @Requires("system:users")
  reject(
    @Param() { applicationId }: ApplicationPath,
    @Body() { note }: RejectApplicationDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.applications.reject(actor, applicationId, note);
  }
}

function toApplicationDto({ decidedAt, createdAt, ...row }: Row): AccessApplicationDto {
  return { ...row, decidedAt: decidedAt?.toISOString() ?? null, createdAt: createdAt.toISOString() };
}
