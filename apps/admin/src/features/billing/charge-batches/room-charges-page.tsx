import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FeeItemDto, RoomChargesPreviewDto } from "@linli/contracts";
import { chargeBasisLabels, handChargedKinds } from "@linli/contracts/enums";
import { App, Card, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { DateInput } from "../../../components/date-input";
import { DecimalInput } from "../../../components/decimal-input";
import { Field } from "../../../components/field";
import { MoneyInput } from "../../../components/money-input";
import { PageForm } from "../../../components/page-form";
import { PageHeader } from "../../../components/page-header";
import { today } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { FeeItemSelect } from "../fee-item-select";
import { RoomsCard } from "../rooms-card";
import { createRoomCharges, roomChargesQueries } from "./charge-batches.queries";
import { type RoomChargesForm, toProposal } from "./room-charges-form";
import { RoomChargesPreview } from "./room-charges-preview";

const isByHand = ({ kind, active }: FeeItemDto) => active && handChargedKinds.includes(kind);

/** One one-off charge for each of many rooms, with a preview of every room before anything is written (BIL-146). */
export function RoomChargesPage() {
  const projectId = useProjectId();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(createRoomCharges(projectId));
  // Chosen when the page opens: a retry charges once.
  const [id] = useState(newId);
  const roomIds = params.getAll("roomId");

  async function handleFinish(values: RoomChargesForm) {
    const proposal = toProposal(values);
    const shown =
      proposal && queries.getQueryData<RoomChargesPreviewDto>(roomChargesQueries.preview(projectId, proposal).queryKey);
    if (!proposal || !shown) {
      void message.warning("请等预览算好，核对后再登记");
      return false;
    }
    const { batchNo, chargeCount, amountFen } = await mutateAsync({
      ...proposal,
      id,
      remark: values.remark,
      skipRooms: values.skipRooms,
      expectedCount: shown.createCount,
      expectedFen: shown.amountFen,
    }).catch(async (error: unknown) => {
      // what was refused may have changed since it was shown
      await queries.invalidateQueries({ queryKey: ["room-charges-preview", projectId] });
      throw error;
    });
    void message.success(`已登记 ${chargeCount} 笔，共 ${formatFen(amountFen)} 元，批量单号 ${batchNo}`);
    await navigate(`/p/${projectId}/billing/charges?batchNo=${batchNo}`);
    return true;
  }

  return (
    <>
      <PageHeader
        title="批量录入临时收费"
        back="billing/charges"
        help="charging"
        description="选项目、金额和房间，看过预览再登记；全部成功或全部不做，记入今天所在的月份。"
      />
      <PageForm<RoomChargesForm>
        name="room-charges"
        dto="CreateRoomChargesDto"
        submitText="登记"
        initialValues={{
          basis: "ROOM",
          serviceFrom: today(),
          serviceTo: today(),
          dueOn: today(),
          roomIds,
          skipRooms: false,
        }}
        onFinish={handleFinish}
      >
        <Terms />
        <RoomsCard count={roomIds.length} skip={["skipRooms", "跳过不能收费的房间"]} />
        <RoomChargesPreview />
      </PageForm>
    </>
  );
}

function Terms() {
  const basis = Form.useWatch<string | undefined>("basis", Form.useFormInstance());
  return (
    <Card size="small" title="项目与金额" className="section-card">
      <div className="form-columns">
        <Field name="feeItemId">
          <FeeItemSelect
            only={isByHand}
            placeholder="种类为“临时”或“出入证”的项目"
            allowClear={false}
            style={{ width: "100%" }}
          />
        </Field>
        <Field name="basis">
          <Radio.Group options={optionsOf(chargeBasisLabels)} />
        </Field>
        {basis === "AREA" ? (
          <Field name="unitPrice" rules={[{ required: true, message: "请填写单价" }]}>
            <DecimalInput places={6} unit="元/m²" />
          </Field>
        ) : (
          <Field name="amountFen" label="每间金额" rules={[{ required: true, message: "请填写每间金额" }]}>
            <MoneyInput />
          </Field>
        )}
        <Field name="serviceFrom" extra="按这一天的收费对象收费">
          <DateInput />
        </Field>
        <Field name="serviceTo">
          <DateInput />
        </Field>
        <Field name="dueOn">
          <DateInput />
        </Field>
      </div>
      <Field name="remark" extra="写明收的是什么、依据哪张单据；每笔应收上都有">
        <Input placeholder="例如：门禁升级工本费，通知 2026-03 号" />
      </Field>
    </Card>
  );
}
