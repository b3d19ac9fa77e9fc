import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./api-client";

/** Largest attachment in bytes. */
export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024;
export const attachmentTypes = ["image/jpeg", "image/png", "image/webp", "application/pdf"];

/** Where the API serves a file, below /api. */
export const attachmentPath = (projectId: string, id: string, what: "content" | "thumbnail"): string =>
  `/projects/${projectId}/attachments/${id}/${what}`;

export const attachmentsQuery = (projectId: string, ownerType: string, ownerId: string) =>
  queryOptions({
    queryKey: ["attachments", projectId, ownerType, ownerId],
    queryFn: () =>
      bodyOf(
        api.GET("/projects/{projectId}/attachments", {
          params: { path: { projectId }, query: { ownerType, ownerId } },
        }),
      ),
  });

export const removeAttachment = (projectId: string) =>
  mutationOptions({
    mutationFn: (attachmentId: string) =>
      bodyOf(
        api.DELETE("/projects/{projectId}/attachments/{attachmentId}", {
          params: { path: { projectId, attachmentId } },
        }),
      ),
    meta: { done: "附件已删除" },
  });
