import type { IncomingMessage, ServerResponse } from "node:http";
import type { Params } from "nestjs-pino";
import type { Config } from "../config.js";
import type { SignedInRequest } from "../auth/sign-in.guard.js";

/** JSON logs with request id, user and project; no bodies, no tokens, no query strings (they may hold names). */
export function loggerOptions(config: Config): Params {
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      autoLogging: { ignore: ({ url }: IncomingMessage) => /^\/(health|metrics|assets)/.test(url ?? "") },
      quietReqLogger: true,
      serializers: {
        req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
          id,
          method,
          path: url.split("?")[0],
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
      customProps: (request: IncomingMessage, _response: ServerResponse) => {
        const { user, params } = request as unknown as Partial<SignedInRequest> & { params?: { projectId?: string } };
        return { userId: user?.userId, projectId: params?.projectId };
      },
    },
    assignResponse: false,
  };
}
