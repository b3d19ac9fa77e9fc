import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, HttpStatus, Logger } from "@nestjs/common";
import type { ProblemDto } from "@linli/contracts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { EntityNotFoundError, QueryFailedError } from "typeorm";
import { constraintSentences } from "./constraint-sentences.js";
import { InvalidInput, RuleViolation } from "./rule-violation.js";

type Answer = Pick<ProblemDto, "status" | "code" | "detail" | "fields"> & { details?: Record<string, unknown> };

const sentenceOfStatus: Record<number, [code: string, detail: string]> = {
  400: ["BAD_REQUEST", "请求的格式不正确"],
  401: ["UNAUTHENTICATED", "请先登录"],
  403: ["FORBIDDEN", "您没有这项操作的权限"],
  404: ["NOT_FOUND", "要找的内容不存在"],
  405: ["METHOD_NOT_ALLOWED", "不支持这种操作"],
  409: ["CONFLICT", "与现有数据冲突"],
  413: ["TOO_LARGE", "提交的内容太大"],
  415: ["UNSUPPORTED_TYPE", "不支持这种内容格式"],
  429: ["TOO_MANY_REQUESTS", "操作太频繁，请稍后再试"],
  503: ["UNAVAILABLE", "服务暂时不可用，请稍后再试"],
};

const INTERNAL: Answer = {
  status: 500,
  code: "INTERNAL",
  detail: "系统出错了，请稍后再试；若反复出现，请把请求号告诉管理员",
};

/** Turns whatever a handler threw into one problem document. A 5xx never shows internals; the log has them. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = answerOf(error);
    if (answer.status >= 500) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : error);
    if (reply.sent || reply.raw.headersSent) return;
    void reply
      .status(answer.status)
      .header("content-type", "application/problem+json; charset=utf-8")
      .send({ type: "about:blank", title: answer.code, requestId: String(request.id), ...answer });
  }
}

/** What the caller is told about an error. */
export function answerOf(error: unknown): Answer {
  if (error instanceof InvalidInput) {
    return { status: 400, code: error.code, detail: error.message || "提交的内容有误", fields: error.fields };
  }
  if (error instanceof RuleViolation) {
    const details = error.details ? { details: error.details } : {};
    return { status: error.getStatus(), code: error.code, detail: error.message, ...details };
  }
  if (error instanceof EntityNotFoundError) return ofStatus(HttpStatus.NOT_FOUND);
  if (error instanceof QueryFailedError) return ofDatabase(error.driverError as DatabaseError);
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  const { statusCode, code } = (error ?? {}) as { statusCode?: number; code?: string };
  if (isDatabaseCode(code)) return ofDatabase(error as DatabaseError);
  if (statusCode && statusCode >= 400 && statusCode < 500) return ofStatus(statusCode);
  return INTERNAL;
}

function ofStatus(status: number): Answer {
  const [code, detail] = sentenceOfStatus[status] ?? [];
  if (code && detail) return { status, code, detail };
  return status < 500 ? { status, code: "BAD_REQUEST", detail: "请求无法处理" } : INTERNAL;
}

interface DatabaseError {
  code?: string;
  constraint?: string;
}

const isDatabaseCode = (code: string | undefined) => /^(23|22|40|53|57)[0-9A-Z]{3}$/.test(code ?? "");

/** The database refused: recognised by SQLSTATE first, then by the constraint (a shard's `_<digits>` removed). */
function ofDatabase({ code, constraint }: DatabaseError): Answer {
  const name = constraint?.replace(/_\d+$/, "") ?? "";
  const detail = constraintSentences[name];
  if (code === "23505") return { status: 409, code: "DUPLICATE", detail: detail ?? "已有相同的记录" };
  if (code === "23503")
    return { status: 409, code: "REFERENCE", detail: detail ?? "引用的内容不存在，或仍被其他记录使用" };
  if (code === "23514" || code === "23P01")
    return { status: 409, code: "CHECK", detail: detail ?? "数据不符合规则，未作任何修改" };
  if (code?.startsWith("22")) return { status: 400, code: "INVALID_INPUT", detail: "数值或文字超出允许的范围" };
  if (code?.startsWith("40")) return { status: 409, code: "BUSY", detail: "同时有人在改同一内容，请重试" };
  if (code?.startsWith("53") || code?.startsWith("57")) return ofStatus(503);
  return INTERNAL;
}
