import { DateOnly, Id, QueryFlag, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";

/** Which audit rows. Dates are days in Asia/Shanghai, both included. */
export class AuditFilterDto extends CursorQueryDto {
  /** Who acted. */
  @Id("操作人", { optional: true }) userId?: string;
  /** Part of the name of who acted. */
  @Text("操作人姓名", { optional: true, max: 40 }) userName?: string;
  /** Kind of thing, e.g. room. */
  @Text("对象类型", { optional: true, max: 60 }) entity?: string;
  /** The thing. */
  @Text("对象编号", { optional: true, max: 60 }) entityId?: string;
  /** Verb or its beginning, e.g. `receipt.reverse` or `session.`. */
  @Text("操作", { optional: true, max: 60 }) action?: string;
  @DateOnly("起始日期", { optional: true }) from?: string;
  @DateOnly("截止日期", { optional: true }) to?: string;
  @QueryFlag("是否成功") success?: boolean;
}

/** Which audit rows of all projects. */
export class AuditQueryDto extends AuditFilterDto {
  /** The nil UUID: what concerns the company. */
  @Id("管理区", { optional: true }) projectId?: string;
}

/** Which thing's history. */
export class TimelineQueryDto extends CursorQueryDto {
  /** Kind of thing, e.g. room. */
  @Text("对象类型", { max: 60 }) entity: string;
  @Id("对象编号") entityId: string;
}

/** Who did what, when, from where (LAW-53). */
export class AuditRowDto {
  id: string;
  /** ISO moment. */
  at: string;
  /** null: what concerns the company. */
  projectId: string | null;
  projectName: string | null;
  userId: string;
  userName: string;
  ip: string;
  requestId: string;
  action: string;
  entity: string;
  entityId: string;
  summary: string;
  /** Changed fields before; null for a creation. */
  before: Record<string, unknown> | null;
  /** Changed fields after; null for a removal. */
  after: Record<string, unknown> | null;
  success: boolean;
}

export class AuditPageDto extends CursorPageDto<AuditRowDto> {
  declare items: AuditRowDto[];
}

/** One event in the history of a thing. */
export class TimelineEventDto {
  id: string;
  /** ISO moment. */
  at: string;
  userName: string;
  action: string;
  summary: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export class TimelinePageDto extends CursorPageDto<TimelineEventDto> {
  declare items: TimelineEventDto[];
}
