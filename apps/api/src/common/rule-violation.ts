import { HttpException, HttpStatus } from "@nestjs/common";

/** A business rule said no. The console shows `message` as it stands and may branch on `code`. */
export class RuleViolation extends HttpException {
  constructor(
    readonly code: string,
    message: string,
    status: HttpStatus = HttpStatus.CONFLICT,
    /** What blocks, for the console to list. */
    readonly details?: Record<string, unknown>,
  ) {
    super(message, status);
  }
}

/** The thing does not exist in this project. */
export const notFound = (what: string) => new RuleViolation("NOT_FOUND", `${what}不存在`, HttpStatus.NOT_FOUND);

/** Input that is wrong for a reason only the database or another row knows; `fields` as in validation errors. */
export class InvalidInput extends HttpException {
  readonly code = "INVALID_INPUT";
  constructor(readonly fields: Record<string, string[]>) {
    super(Object.values(fields).flat().join("；"), HttpStatus.BAD_REQUEST);
  }
}
