import type { ProposeRestructureDto, RestructurePlanDto } from "@linli/contracts";
import type { Reply, TestApp, TestClient } from "../../../test/test-app.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom, savedUnit, unique } from "../../property/property.factories.js";
import { savedBinding, savedFeeItem, savedRate } from "../billing.factories.js";

/** A community that bills since January 2026, with people who ask for splits and merges and who approve them. */
export async function aRestructuringCommunity(app: TestApp) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const unit = await savedUnit(app, projectId);
  const [clerk, approver] = [
    await app.asRole("PROJECT_MANAGER", projectId),
    await app.asRole("PROJECT_MANAGER", projectId),
  ];
  const feeItem = await savedFeeItem(app, projectId);
  const rate = await savedRate(app, feeItem);
  const at = `/projects/${projectId}`;

  /** A room of 100 m² with an owner and the area standard. */
  const room = async (overrides: Parameters<typeof savedRoom>[2] = {}) => {
    const made = await savedRoom(app, projectId, { unitId: unit.id, ...overrides });
    const owner = await savedOwner(app, made);
    const binding = await savedBinding(app, made, rate);
    return { ...made, owner, binding };
  };

  const propose = async (body: ProposeRestructureDto): Promise<RestructurePlanDto> => {
    const reply = await clerk.post(`${at}/restructures/proposal`, body);
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
    return reply.body.plan;
  };

  /** A split into parts as proposed. */
  const splitOf = (roomId: string, effectiveOn: string, count = 2) =>
    propose({ kind: "SPLIT", roomIds: [roomId], effectiveOn, count });
  const mergeOf = (roomIds: string[], effectiveOn: string) => propose({ kind: "MERGE", roomIds, effectiveOn });

  const preview = (plan: RestructurePlanDto) => clerk.post(`${at}/restructures/preview`, plan);

  /** Keeps a draft and asks for approval of what the preview shows. Answers the reply to the request. */
  const submitted = async (plan: RestructurePlanDto, by: TestClient = clerk): Promise<Reply> => {
    const draft = await by.post(`${at}/restructures`, { ...plan, reason: "业主申请" });
    if (draft.status !== 201) return draft;
    const { body } = await preview(plan);
    return by.post(`${at}/restructures/${draft.body.id}/submit`, { version: 1, fingerprint: body.fingerprint });
  };

  const approve = (approvalId: string, by: TestClient = approver) =>
    by.post(`${at}/approvals/${approvalId}/approve`, {});

  /** Through all its steps. @throws when one is refused */
  const carriedOut = async (plan: RestructurePlanDto) => {
    const asked = await submitted(plan);
    if (asked.status !== 200) throw new Error(`not submitted: ${JSON.stringify(asked.body)}`);
    const approved = await approve(asked.body.approvalId);
    if (approved.status !== 200) throw new Error(`not approved: ${JSON.stringify(approved.body)}`);
    return (await clerk.get(`${at}/restructures/${asked.body.id}`)).body;
  };

  const restore = (one: { id: string; version: number }, by: TestClient = approver) =>
    by.post(`${at}/restructures/${one.id}/restore`, { version: one.version, reason: "办理有误" });

  return {
    projectId,
    at,
    unit,
    clerk,
    approver,
    feeItem,
    rate,
    room,
    propose,
    splitOf,
    mergeOf,
    preview,
    submitted,
    approve,
    carriedOut,
    restore,
    code: () => unique("1-10"),
  };
}
