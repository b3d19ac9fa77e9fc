import { newId } from "./new-id";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, errorText } from "./api-error";
import { uploadWithProgress } from "./upload";

/** A file on its way, or one that did not get there. */
export interface RunningUpload {
  key: string;
  name: string;
  /** 0 to 100. */
  percent: number;
  /** Why it was refused, in Chinese. */
  error?: string;
}

/** Uploads files one after the other; what is refused stays in the list with its reason until it is put away. */
export function useUploads() {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<RunningUpload[]>([]);

  const change = (key: string, part: Partial<RunningUpload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const putAway = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));
  const refuse = (file: File, error: string) =>
    setUploads((all) => [...all, { key: newId(), name: file.name, percent: 0, error }]);

  async function upload(path: string, file: File): Promise<void> {
    const key = newId();
    setUploads((all) => [...all, { key, name: file.name, percent: 0 }]);
    try {
      await uploadWithProgress(path, file, (share) => change(key, { percent: Math.round(share * 100) }));
      await client.invalidateQueries();
      putAway(key);
    } catch (error) {
      change(key, { error: error instanceof ApiError ? errorText(error) : "上传没有成功，请重试" });
    }
  }

  return { uploads, upload, refuse, putAway, isRunning: uploads.some(({ error }) => error === undefined) };
}
