import { useMutation, useQuery } from "@tanstack/react-query";
import type { RestoreRestructureDto, RestructureDetailDto, RestructureDto } from "@linli/contracts";
import { restructureKindLabels, restructureStateLabels } from "@linli/contracts/enums";
import { Alert, Button, Card, Input } from "antd";
import { Link, useParams } from "react-router";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { DescriptionList } from "../../components/description-list";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatusTag } from "../../components/status-tag";
import { ThingTimeline } from "../../components/thing-timeline";
import { formatMoment } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { RestructureLines, RestructurePreview } from "./restructure-preview";
import { restructureTones } from "./restructure-words";
import { discardRestructure, restoreRestructure, restructureQueries, submitRestructure } from "./restructures.queries";

/** One split or merge: what it does, where it stands, what can be done now. */
export function RestructurePage() {
  const { restructureId = "" } = useParams();
  const query = useQuery(restructureQueries.one(useProjectId(), restructureId));
  return <QueryView query={query}>{(one) => <View key={one.id} one={one} />}</QueryView>;
}

function View({ one }: { one: RestructureDetailDto }) {
  const { number, kind, state, oldRooms, newRooms, doneAt, restoredAt } = one;
  return (
    <>
      <PageHeader
        title={`${restructureKindLabels[kind]} ${number}`}
        back="property/restructures"
        help="restructures"
        tags={<StatusTag value={state} labels={restructureStateLabels} tones={restructureTones} />}
        actions={<Actions one={one} />}
      />
      <DescriptionList
        items={[
          ["原房间", <Rooms key="old" rooms={oldRooms} />],
          ["新房间", <Rooms key="new" rooms={newRooms} />],
          ["生效日期", one.effectiveOn],
          ["原因", one.reason],
          ["经办人", one.requestedByName],
          ["登记时间", formatMoment(one.createdAt)],
          doneAt !== null && ["审批人", one.approvedByName],
          doneAt !== null && ["完成时间", formatMoment(doneAt)],
          restoredAt !== null && [
            "复原",
            `${one.restoredByName ?? ""} ${formatMoment(restoredAt)}：${one.restoreReason ?? ""}`,
          ],
        ]}
      />
      {state === "DRAFT" ? <DraftPreview one={one} /> : <Snapshot one={one} />}
      <Card size="small" title="经过" className="section-card">
        <ThingTimeline entity="restructure" entityId={one.id} words={{}} />
      </Card>
    </>
  );
}

/** Rooms as links, where they exist. */
function Rooms({ rooms }: { rooms: RestructureDto["oldRooms"] }) {
  const linkTo = usePageLink();
  return rooms.map(({ id, code }, index) => {
    const to = id === null ? undefined : linkTo(`property/rooms/${id}`);
    return (
      <span key={code}>
        {index > 0 && "、"}
        {to ? <Link to={to}>{code}</Link> : code}
      </span>
    );
  });
}

/** What the preview showed when approval was asked for. */
function Snapshot({ one: { lines, state } }: { one: RestructureDetailDto }) {
  if (lines.length === 0) return null;
  return (
    <Card size="small" title={state === "PENDING" ? "等待审批的内容" : "办理内容"} className="section-card">
      <RestructureLines lines={lines} />
    </Card>
  );
}

/** A draft is previewed anew, and sent from here. */
function DraftPreview({ one }: { one: RestructureDetailDto }) {
  const projectId = useProjectId();
  const query = useQuery(restructureQueries.preview(projectId, one.plan));
  const { mutateAsync: submit, isPending } = useMutation(submitRestructure(projectId));
  return (
    <QueryView query={query}>
      {(preview) => (
        <>
          <RestructurePreview preview={preview} />
          <Can do="property:restructure">
            <Button
              type="primary"
              className="restructure-submit"
              loading={isPending}
              disabled={preview.problems.some(({ blocking }) => blocking)}
              onClick={() =>
                void submit({ id: one.id, version: one.version, fingerprint: preview.fingerprint }).catch(
                  () => undefined,
                )
              }
            >
              提交审批
            </Button>
          </Can>
        </>
      )}
    </QueryView>
  );
}

function Actions({ one }: { one: RestructureDetailDto }) {
  const { id, version, state, approvalId } = one;
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const { mutateAsync: discard } = useMutation(discardRestructure(projectId));
  const { mutateAsync: restore } = useMutation(restoreRestructure(projectId, id));
  const approvals = linkTo(`approvals?tab=all&approval=${approvalId ?? ""}`);
  return (
    <>
      {state === "PENDING" && approvals && (
        <Link to={approvals}>
          <Button type="primary" tabIndex={-1}>
            查看审批
          </Button>
        </Link>
      )}
      <Can do="property:restructure">
        {(state === "DRAFT" || state === "RESTORED" || state === "VOID") && (
          <Link to="edit">
            <Button tabIndex={-1}>{state === "DRAFT" ? "修改" : "再次办理"}</Button>
          </Link>
        )}
        {state === "DRAFT" && (
          <ConfirmButton danger title="作废这份草稿？" okText="作废" onConfirm={() => discard({ id, version })}>
            作废
          </ConfirmButton>
        )}
      </Can>
      {state === "DONE" && (
        <Can do="property:approve">
          <FormDialog<Pick<RestoreRestructureDto, "reason">>
            name="restore-restructure"
            title="复原"
            dto="RestoreRestructureDto"
            kind="modal"
            danger
            submitText="复原"
            trigger={<Button danger>复原</Button>}
            onFinish={({ reason }) => restore({ reason, version })}
          >
            <Alert
              type="warning"
              showIcon
              className="form-note"
              title="原房间恢复使用，新房间不再存在；只有新房间还没有出账、收款、预收和新的客户关系时才能复原。"
            />
            <Field name="reason">
              <Input.TextArea rows={2} />
            </Field>
          </FormDialog>
        </Can>
      )}
    </>
  );
}
