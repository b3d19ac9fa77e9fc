import { IsOptional } from "class-validator";
import { QueryInt, Text } from "./fields.js";

/** Which page of a list. */
export class PageQueryDto {
  /** From 1. */
  @QueryInt("页码", { optional: true, min: 1, max: 100_000 }) page?: number = 1;
  /** Rows on a page, at most 200. */
  @QueryInt("每页行数", { optional: true, min: 1, max: 200 }) pageSize?: number = 20;
}

/** Which stretch of an unbounded list: what comes after the cursor of the previous answer. */
export class CursorQueryDto {
  @Text("游标", { optional: true, max: 200 }) cursor?: string;
  /** Rows on a page, at most 200. */
  @QueryInt("每页行数", { optional: true, min: 1, max: 200 }) pageSize?: number = 20;
}

/** A page of a list with an exact total. Extend it and `declare items` so that the API description knows the row type. */
export class PageDto<Row> {
  items: Row[];
  total: number;
}

/** A stretch of an unbounded list; `nextCursor` is null at the end. */
export class CursorPageDto<Row> {
  items: Row[];
  nextCursor: string | null;
}

/** What went wrong, RFC 9457 (application/problem+json). */
export class ProblemDto {
  /** Always about:blank; `code` tells the kinds apart. */
  type: string;
  title: string;
  status: number;
  /** Stable machine code, e.g. INVALID_INPUT, PERIOD_CLOSED. */
  code: string;
  /** A sentence in Chinese for the user. */
  detail: string;
  /** Sentences by field path, for INVALID_INPUT. */
  @IsOptional() fields?: Record<string, string[]>;
  /** Stands in the server's log beside the same request. */
  requestId: string;
}

/** Only the id of what was created. */
export class CreatedDto {
  id: string;
}
