import type { DemoClient } from "./demo-client.js";

/** Owners pay from the handover on, or thirty days after the notice of it; the developer before (BIL-14). */
export async function seedChargeStart({ manager }: { manager: DemoClient }, projectId: string): Promise<void> {
  const policy = { rule: "NOTICE", noticeDays: 30, developerShare: "TO_THE_DAY" };
  await manager.put(`/projects/${projectId}/billing-settings/charge-start`, policy);
}
