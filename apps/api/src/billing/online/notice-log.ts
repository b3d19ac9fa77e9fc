import type { OnlineNoticeKind, OnlineNoticeResult } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { OnlineNotification } from "./online-notification.entity.js";

const LONGEST_BODY = 2000;

/** A word of a channel about to be noted. */
export interface HeardNotice {
  projectId: string;
  channelId: string;
  orderId: string | null;
  kind: OnlineNoticeKind;
  result: OnlineNoticeResult;
  amountFen: number | null;
  transactionNo: string | null;
  message: string | null;
  body: string;
  at: Date;
}

/** Notes what a channel said and what became of it. Asked again and again, the same answer is noted once. */
export async function noteNotice(db: EntityManager, { at, body, ...heard }: HeardNotice): Promise<void> {
  if (heard.kind === "QUERY" && (await saidLast(db, heard))) return;
  const text = body.replaceAll("\u0000", "").slice(0, LONGEST_BODY);
  await db.insert(OnlineNotification, { ...heard, id: newId(), createdAt: at, body: text });
}

async function saidLast(db: EntityManager, heard: Omit<HeardNotice, "at" | "body">): Promise<boolean> {
  const { projectId, orderId, result, message } = heard;
  const [last] = await db.query<{ result: string; message: string | null }[]>(
    "SELECT result, message FROM online_notification WHERE project_id = $1 AND order_id = $2 ORDER BY id DESC LIMIT 1",
    [projectId, orderId],
  );
  return result === "REPEATED" || (last?.result === result && last.message === message);
}
