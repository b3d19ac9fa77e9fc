import { useMutation, useQuery } from "@tanstack/react-query";
import { transferStatusLabels } from "@linli/contracts/enums";
import { Alert, Form } from "antd";
import { Link, useNavigate, useSearchParams } from "react-router";
import { Field } from "../../components/field";
import { PageForm } from "../../components/page-form";
import { PageHeader } from "../../components/page-header";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { RoomSelect } from "../property/room-select";
import { createTransfer, transferQueries } from "./transfers.queries";

/** Begins a transfer: the room, and a word when one is under way. */
export function TransferNewPage() {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { mutateAsync } = useMutation(createTransfer(projectId));
  return (
    <>
      <PageHeader title="办理过户" back="customer/transfers" help="transfers" />
      <PageForm<{ roomId: string }>
        name="new-transfer"
        dto="CreateTransferDto"
        submitText="开始办理"
        initialValues={{ roomId: params.get("roomId") ?? undefined }}
        onFinish={async ({ roomId }) => {
          const { id } = await mutateAsync(roomId);
          await navigate(`/p/${projectId}/customer/transfers/${id}`);
        }}
      >
        <Field
          name="roomId"
          extra="先看房屋的欠费、预收、押金和未了结的事项，再填写过户资料；草稿随时保存，可由同事继续办理。"
        >
          <RoomSelect autoFocus />
        </Field>
        <UnderWay />
      </PageForm>
    </>
  );
}

/** A transfer of the room that is not finished: to be continued instead of begun twice. */
function UnderWay() {
  const roomId = Form.useWatch("roomId") as string | undefined;
  const linkTo = usePageLink();
  const { data } = useQuery({
    ...transferQueries.list(useProjectId())({ roomId: roomId ?? "" }),
    enabled: Boolean(roomId),
  });
  const open = data?.items.find(({ status }) => status !== "COMPLETED" && status !== "CANCELLED");
  if (!open) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-note"
      title={
        <>
          这个房间已有{transferStatusLabels[open.status]}的过户{" "}
          <Link to={linkTo(`customer/transfers/${open.id}`) ?? ""}>{open.number}</Link>，请继续办理。
        </>
      }
    />
  );
}
