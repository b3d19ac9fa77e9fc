import { createParamDecorator, type ExecutionContext, HttpStatus } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { RuleViolation } from "../common/rule-violation.js";

/** One uploaded file, whole in memory. */
export class Upload {
  /** As the browser named it; never used as a path. */
  name: string;
  content: Buffer;
}

const tooLarge = (maxBytes: number) =>
  new RuleViolation(
    "FILE_TOO_LARGE",
    `文件不能超过 ${Math.floor(maxBytes / 1024 / 1024)} MB`,
    HttpStatus.PAYLOAD_TOO_LARGE,
  );
const missing = () => new RuleViolation("FILE_MISSING", "请选择要上传的文件", HttpStatus.BAD_REQUEST);

/** The multipart field `file` of a request, of at most so many bytes. @throws FILE_MISSING, FILE_TOO_LARGE */
export const UploadedFile = createParamDecorator(
  async (maxBytes: number, context: ExecutionContext): Promise<Upload> => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.isMultipart()) throw missing();
    const part = await request.file({ limits: { fileSize: maxBytes, files: 1 } });
    if (!part || part.fieldname !== "file") throw missing();
    try {
      const content = await part.toBuffer();
      if (content.length === 0) throw missing();
      return { name: part.filename, content };
    } catch (error) {
      if ((error as { code?: string }).code === "FST_REQ_FILE_TOO_LARGE") throw tooLarge(maxBytes);
      throw error;
    }
  },
);
