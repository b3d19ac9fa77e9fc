import { getAccessToken, refreshAccess } from "./access";
import { ApiError, toApiError } from "./api-error";

/**
 * Uploads one file as multipart (field `file`) and tells how far it is, from 0 to 1; answers the JSON reply. As
 * `uploadFile`, which cannot tell: `fetch` knows nothing of what has left.
 */
export async function uploadWithProgress<T>(path: string, file: File, onProgress: (share: number) => void): Promise<T> {
  if (getAccessToken() === null) await refreshAccess();
  const response = await post(path, file, onProgress);
  const final = response.status === 401 && (await refreshAccess()) ? await post(path, file, onProgress) : response;
  if (!final.ok) throw await toApiError(final);
  return (await final.json()) as T;
}

function post(path: string, file: File, onProgress: (share: number) => void): Promise<Response> {
  const form = new FormData();
  form.append("file", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api${path}`);
    request.setRequestHeader("authorization", `Bearer ${getAccessToken() ?? ""}`);
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => resolve(new Response(request.responseText, { status: request.status })));
    request.addEventListener("error", () => reject(new ApiError(0, "NETWORK", "上传中断，请检查网络后重试")));
    request.send(form);
  });
}
