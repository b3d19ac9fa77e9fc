/** A request the API refused (or that never reached it). `message` is a Chinese sentence for the user. */
export class ApiError extends Error {
  /** Set by a form that shows the error itself, so that no toast repeats it. */
  shown = false;

  constructor(
    /** HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    /** Stable code to branch on, e.g. PERIOD_CLOSED, INVALID_INPUT. */
    readonly code: string,
    message: string,
    /** Sentences by field path ("roomNo", "phones.0.number"). */
    readonly fields: Readonly<Record<string, string[]>> = {},
    /** Stands in the server's log beside the same request. */
    readonly requestId?: string,
    /** What blocks, where the API names it. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = "ApiError";
  }

  get hasFields(): boolean {
    return Object.keys(this.fields).length > 0;
  }
}

const sentences: Record<number, string> = {
  401: "登录已失效，请重新登录",
  403: "您没有权限进行此操作",
  404: "没有找到要访问的内容，可能已被删除",
  413: "上传的文件太大",
  429: "操作太频繁，请稍后再试",
  502: "服务暂时不可用，请稍后再试",
  503: "服务暂时不可用，请稍后再试",
  504: "服务器响应超时，请稍后再试",
};

interface Problem {
  code?: string;
  detail?: string;
  title?: string;
  fields?: Record<string, string[]>;
  requestId?: string;
  details?: Record<string, unknown>;
}

/** Reads a problem document (RFC 9457); tolerates a proxy's HTML page in its place. */
export async function toApiError(response: Response): Promise<ApiError> {
  const problem = await response
    .json()
    .then((body: unknown) => (typeof body === "object" && body !== null ? (body as Problem) : {}))
    .catch((): Problem => ({}));
  const message =
    problem.detail ?? problem.title ?? sentences[response.status] ?? `操作没有成功（${response.status}），请稍后再试`;
  const requestId = problem.requestId ?? response.headers.get("x-request-id") ?? undefined;
  const code = problem.code ?? `HTTP_${response.status}`;
  return new ApiError(response.status, code, message, problem.fields, requestId, problem.details);
}

/** The error sentence; faults of the server carry the request number that the operator is asked for. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return "页面出错了，请刷新后重试";
  if (error.status < 500 || !error.requestId) return error.message;
  return `${error.message}（请求号 ${error.requestId}）`;
}
