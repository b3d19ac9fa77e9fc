import { addDays } from "../common/calendar.js";
import type { DemoClient } from "./demo-client.js";

interface Found {
  items: { id: string }[];
}

/** A privacy notice, what some customers agreed to, and requests about their data in every state (LAW-32, LAW-38). */
export async function seedPrivacy(
  { manager, today }: { manager: DemoClient; today: string },
  projectId: string,
): Promise<void> {
  const base = `/projects/${projectId}`;
  await manager.post(`${base}/privacy-notices`, {
    version: "2026-01",
    text: "我们为提供物业服务收集您的姓名、证件、电话和房屋资料；不为其他目的使用。您可以随时查阅、更正或要求删除。",
    startsOn: addDays(today, -60),
  });
  const [notice] = (await manager.get<Found>(`${base}/privacy-notices`)).items;
  const { items } = await manager.get<Found>(`${base}/customers?kind=PERSON&pageSize=6`);
  for (const [index, { id }] of items.entries()) {
    await manager.post(`${base}/customers/${id}/notices`, {
      noticeId: notice!.id,
      on: addDays(today, -index - 1),
      way: "WRITTEN",
    });
    const consent = { purpose: "MARKETING", on: addDays(today, -index - 1), way: "WRITTEN" };
    await manager.post(`${base}/customers/${id}/consents`, { ...consent, action: index === 2 ? "WITHDRAWN" : "GIVEN" });
  }
  const requests = [
    { kind: "COPY", way: "COUNTER", text: "需要一份个人信息副本用于办理签证", daysAgo: 2, states: [] },
    { kind: "CORRECTION", way: "PHONE", text: "紧急联络人电话已更换，请更正", daysAgo: 5, states: ["IN_PROGRESS"] },
    { kind: "DELETION", way: "LETTER", text: "房屋已出售，请删除我的资料", daysAgo: 20, states: [] },
    { kind: "ACCESS", way: "WECHAT", text: "想了解登记了哪些信息", daysAgo: 12, states: ["DONE"] },
  ];
  for (const [index, { states, daysAgo, ...request }] of requests.entries()) {
    const { id } = items[index % items.length]!;
    const receivedOn = addDays(today, -daysAgo);
    await manager.post(`${base}/customers/${id}/privacy-requests`, { ...request, receivedOn, requester: "SELF" });
    const [own] = (await manager.get<Found>(`${base}/privacy-requests?customerId=${id}&kind=${request.kind}`)).items;
    for (const state of states) {
      const result = state === "DONE" ? "已当面出示并说明登记的全部内容" : null;
      await manager.post(`${base}/privacy-requests/${own!.id}/advance`, { state, result });
    }
  }
}
