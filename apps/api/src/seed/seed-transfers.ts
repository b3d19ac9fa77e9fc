import type { DemoClient } from "./demo-client.js";
import type { SeededRoom } from "./seed-property.js";

interface Draft {
  id: string;
  version: number;
  relations: { customerId: string; role: string }[];
}

/** A transfer that a receptionist has begun: day, reason and new owner are there, the documents are still to come. */
export async function seedTransfers(
  { receptionist, today }: { receptionist: DemoClient; today: string },
  projectId: string,
  rooms: readonly SeededRoom[],
): Promise<void> {
  const base = `/projects/${projectId}`;
  const room = rooms.filter(({ kind }) => kind === "RESIDENTIAL").at(-1);
  if (!room) return;
  const { id, version, relations } = await receptionist.post<Draft>(`${base}/transfers`, { roomId: room.id });
  const { items } = await receptionist.get<{ items: { id: string }[] }>(`${base}/customers?kind=PERSON&pageSize=20`);
  const buyer = items.find((customer) => !relations.some(({ customerId }) => customerId === customer.id));
  await receptionist.put(`${base}/transfers/${id}`, {
    version,
    transferOn: today,
    reason: "SALE",
    remark: "买方周末来签字并交产权证复印件",
    arrears: "STAY",
    prepayment: "REFUND",
    relations: [],
    owners: buyer ? [{ customerId: buyer.id }] : [],
    readings: [{ kind: "WATER", meterNo: "W-0118", reading: "326.4" }],
    confirmations: [],
  });
}
