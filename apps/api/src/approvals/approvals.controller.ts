import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  ApprovalDto,
  type ApprovalKind,
  ApprovalPageDto,
  ApprovalPath,
  ApprovalQueryDto,
  type ApprovalLineDto,
  type ApprovalStatus,
  ApproveDto,
  ProjectPath,
  RejectApprovalDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import type { Access } from "../auth/access.service.js";
import { CurrentAccess } from "../auth/current-access.js";
import { type Actor, CurrentActor } from "../common/actor.js";
import { decodeCursor, toCursorPage } from "../common/paging.js";
import { Requires } from "../common/requires.js";
import { notFound } from "../common/rule-violation.js";
import { Approval } from "./approval.entity.js";
import { ApprovalsService } from "./approvals.service.js";

/** 审批: a person sees what he asked for himself, and the kinds he may decide. */
@Controller("projects/:projectId/approvals")
export class ApprovalsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
  ) {}

  /** 审批列表，新的在前 */
  @Get()
  @Requires("property:read")
  async list(
    @Param() { projectId }: ProjectPath,
    @Query() { kind, status, mine, own, subjectId, cursor, pageSize = 20 }: ApprovalQueryDto,
    @CurrentAccess() access: Access,
  ): Promise<ApprovalPageDto> {
    const kinds = this.approvals.kindsOf(access, projectId);
    const rows = this.db
      .getRepository(Approval)
      .createQueryBuilder("a")
      .where("a.projectId = :projectId", { projectId })
      .andWhere("(a.kind = ANY (:kinds) OR a.requestedBy = :userId)", { kinds, userId: access.userId })
      .orderBy("a.id", "DESC")
      .limit(pageSize + 1);
    if (kind) rows.andWhere("a.kind = :kind", { kind });
    if (status) rows.andWhere("a.status = :status", { status });
    if (mine) rows.andWhere("a.status = 'PENDING' AND a.kind = ANY (:kinds) AND a.requestedBy <> :userId");
    if (own) rows.andWhere("a.requestedBy = :userId");
    if (subjectId) rows.andWhere("a.subjectId = :subjectId", { subjectId });
    const after = decodeCursor(cursor, 1)?.[0];
    if (after) rows.andWhere("a.id < :after", { after });
    return toCursorPage(
      await rows.getMany(),
      pageSize,
      (row) => toApprovalDto(row, access, kinds),
      ({ id }) => [id],
    );
  }

  /** 一项审批 */
  @Get(":approvalId")
  @Requires("property:read")
  one(@Param() { projectId, approvalId }: ApprovalPath, @CurrentAccess() access: Access): Promise<ApprovalDto> {
    return this.find(projectId, approvalId, access);
  }

  /** 通过；申请的内容同时生效 */
  @Post(":approvalId/approve")
  @HttpCode(200)
  @Requires("property:read")
  async approve(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId, approvalId }: ApprovalPath,
    @Body() { note }: ApproveDto,
  ): Promise<ApprovalDto> {
    await this.approvals.approve(actor, access, projectId, approvalId, note ?? null);
    return this.find(projectId, approvalId, access);
  }

  /** 拒绝，须说明原因 */
  @Post(":approvalId/reject")
  @HttpCode(200)
  @Requires("property:read")
  async reject(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId, approvalId }: ApprovalPath,
    @Body() { reason }: RejectApprovalDto,
  ): Promise<ApprovalDto> {
    await this.approvals.reject(actor, access, projectId, approvalId, reason);
    return this.find(projectId, approvalId, access);
  }

  /** 撤回自己的申请 */
  @Post(":approvalId/withdraw")
  @HttpCode(200)
  @Requires("property:read")
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId, approvalId }: ApprovalPath,
  ): Promise<ApprovalDto> {
    await this.approvals.withdraw(actor, projectId, approvalId);
    return this.find(projectId, approvalId, access);
  }

  private async find(projectId: string, id: string, access: Access): Promise<ApprovalDto> {
    const row = await this.db.getRepository(Approval).findOneBy({ projectId, id });
    const kinds = this.approvals.kindsOf(access, projectId);
    if (!row || !isVisible(row, access, kinds)) throw notFound("审批申请");
    return toApprovalDto(row, access, kinds);
  }
}

const isVisible = (row: Approval, { userId }: Access, kinds: ApprovalKind[]) =>
  row.requestedBy === userId || kinds.includes(row.kind as ApprovalKind);

function toApprovalDto(row: Approval, { userId }: Access, kinds: ApprovalKind[]): ApprovalDto {
  const pending = row.status === "PENDING";
  return {
    id: row.id,
    kind: row.kind as ApprovalKind,
    status: row.status as ApprovalStatus,
    title: row.title,
    reason: row.reason,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    lines: row.lines as ApprovalLineDto[],
    requestedBy: row.requestedBy,
    requestedByName: row.requestedByName,
    createdAt: row.createdAt.toISOString(),
    decidedByName: row.decidedByName,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    note: row.note,
    canDecide: pending && row.requestedBy !== userId && kinds.includes(row.kind as ApprovalKind),
    canWithdraw: pending && row.requestedBy === userId,
  };
}
