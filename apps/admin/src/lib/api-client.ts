import createClient from "openapi-fetch";
import type { paths } from "../api/schema";
import { getAccessToken, refreshAccess } from "./access";
import { ApiError, toApiError } from "./api-error";

const withoutToken = ["/api/auth/sign-in", "/api/auth/sign-out", "/api/auth/refresh", "/api/auth/access-applications"];

/** Typed by openapi.json: `api.GET("/projects/{projectId}/rooms", { params: { path, query } })`. Refusals are thrown. */
export const api = createClient<paths>({ baseUrl: "/api", fetch: authorizedFetch });

api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await toApiError(response);
  },
});

/** The body of a reply; refusals have already been thrown as {@link ApiError}. */
export async function bodyOf<T>(reply: Promise<{ data?: T }>): Promise<T> {
  return (await reply).data as T;
}

/** Sends with the access token; on 401 gets a new one by the cookie and sends once more. */
async function authorizedFetch(request: Request): Promise<Response> {
  const path = new URL(request.url, window.location.origin).pathname;
  if (withoutToken.includes(path)) return send(request);
  try {
    if (getAccessToken() === null) await refreshAccess();
    const again = request.clone();
    const response = await send(request);
    if (response.status !== 401 || !(await refreshAccess())) return response;
    return send(again);
  } catch (error) {
    throw asApiError(error);
  }
}

async function send(request: Request): Promise<Response> {
  const token = getAccessToken();
  if (token !== null) request.headers.set("authorization", `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    throw asApiError(error);
  }
}

function asApiError(error: unknown): unknown {
  if (error instanceof ApiError || (error instanceof DOMException && error.name === "AbortError")) return error;
  return new ApiError(0, "NETWORK", "连接不上服务器，请检查网络后重试");
}

/** For what is no JSON: PDFs, pictures, templates. `path` is below /api, e.g. `/projects/${id}/receipts/${id}/pdf`. */
export async function fetchBlob(path: string, init?: RequestInit): Promise<{ blob: Blob; fileName?: string }> {
  const response = await authorizedFetch(new Request(`/api${path}`, init));
  if (!response.ok) throw await toApiError(response);
  return { blob: await response.blob(), fileName: fileNameOf(response.headers.get("content-disposition")) };
}

/** POSTs a JSON body and receives a file, e.g. a batch of notices as one PDF. */
export function postForBlob(path: string, body: unknown): Promise<{ blob: Blob; fileName?: string }> {
  return fetchBlob(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Uploads one file as multipart/form-data (field `file`) with further text fields; answers the JSON reply. */
export async function uploadFile<T>(path: string, file: File, fields: Record<string, string> = {}): Promise<T> {
  const form = new FormData();
  // Text fields first, so that a streaming reader knows them when the file begins.
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", file, file.name);
  const response = await authorizedFetch(new Request(`/api${path}`, { method: "POST", body: form }));
  if (!response.ok) throw await toApiError(response);
  return (await response.json()) as T;
}

/** Reads the name out of a Content-Disposition header; the UTF-8 form wins. */
export function fileNameOf(disposition: string | null): string | undefined {
  if (disposition === null) return undefined;
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1];
}

/** Hands a file to the browser's download. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: url, download: fileName });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
