import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { Choice, Id } from "../common/fields.js";
import { ProjectPath } from "../property/property.dto.js";
import { type JobKind, jobKindLabels, type JobStatus } from "./jobs.enums.js";

export class JobPath extends ProjectPath {
  @Id("任务编号") jobId: string;
}

export class JobQueryDto extends CursorQueryDto {
  @Choice("任务种类", jobKindLabels, { optional: true }) kind?: JobKind;
}

/** Background work and how far it is. */
export class JobDto {
  id: string;
  kind: JobKind;
  status: JobStatus;
  title: string;
  /** Units done of `total`; 0 of 0 while unknown. */
  done: number;
  total: number;
  /** What is happening, or why it failed, in Chinese. */
  message: string | null;
  result: Record<string, unknown> | null;
  createdByName: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export class JobPageDto extends CursorPageDto<JobDto> {
  declare items: JobDto[];
}
