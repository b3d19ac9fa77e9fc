import { useMutation, useQuery } from "@tanstack/react-query";
import type { CreateInspectionDto } from "@linli/contracts";
import { AutoComplete, Form, Input } from "antd";
import { useNavigate, useSearchParams } from "react-router";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { PageForm } from "../../../components/page-form";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { today } from "../../../lib/dates";
import { useProjectId, useSession } from "../../../lib/session";
import { CustomerSelect } from "../../customer/customer-select";
import { RoomSelect } from "../room-select";
import { createInspection, inspectionQueries } from "./inspections.queries";

/** Begins the inspection of a room, or the correction of one (`corrects=…`). */
export function InspectionNewPage() {
  const projectId = useProjectId();
  const [params] = useSearchParams();
  const corrects = params.get("corrects");
  const query = useQuery({ ...inspectionQueries.one(projectId, corrects ?? ""), enabled: corrects !== null });
  if (corrects === null) return <NewInspection initial={{ roomId: params.get("roomId") ?? undefined }} />;
  return (
    <QueryView query={query}>
      {({ id, number, roomId, inspectedOn, inspectorName, takerId, takerName, takerRelation }) => (
        <NewInspection
          correctsNumber={number}
          initial={{ correctsId: id, roomId, inspectedOn, inspectorName, takerId, takerName, takerRelation }}
        />
      )}
    </QueryView>
  );
}

function NewInspection({
  initial,
  correctsNumber,
}: {
  initial: Partial<CreateInspectionDto>;
  correctsNumber?: string;
}) {
  const projectId = useProjectId();
  const { name } = useSession();
  const navigate = useNavigate();
  const { mutateAsync: create } = useMutation(createInspection(projectId));
  const title = correctsNumber ? `更正验收单 ${correctsNumber}` : "开始验收";

  async function begin(values: CreateInspectionDto) {
    const { id } = await create({ ...values, begin: true });
    // After the form has forgotten its input, or leaving would ask.
    setTimeout(() => void navigate(`/p/${projectId}/property/inspections/${id}`, { replace: true }));
  }

  return (
    <>
      <PageHeader
        title={title}
        back={`/p/${projectId}/property/inspections`}
        help="inspections"
        description={
          correctsNumber
            ? "新验收单带有原来的内容；完成后，原验收单作废但保留，仍可查看。"
            : "按房间的户型复制验收模板，之后修改模板不影响这次验收。"
        }
      />
      <PageForm<CreateInspectionDto>
        name="new-inspection"
        dto="CreateInspectionDto"
        initialValues={{ inspectedOn: today(), inspectorName: name, takerRelation: "业主", ...initial }}
        onFinish={begin}
        submitText={correctsNumber ? "开始更正" : "开始验收"}
      >
        {(form) => (
          <>
            <Form.Item name="correctsId" hidden>
              <Input />
            </Form.Item>
            {correctsNumber && (
              <Field name="correctionReason" rules={[{ required: true, message: "请填写更正原因" }]}>
                <Input.TextArea autoSize />
              </Field>
            )}
            <div className="form-columns">
              <Field name="roomId">
                <RoomSelect disabled={correctsNumber !== undefined} />
              </Field>
              <Field name="inspectedOn">
                <DateInput max={today()} />
              </Field>
              <Field name="inspectorName">
                <Input />
              </Field>
              <Field name="takerId" label="从客户中选择接房人">
                <CustomerSelect
                  allowClear
                  onChange={(id, customer) => {
                    form.setFieldValue("takerId", id);
                    if (customer) form.setFieldValue("takerName", customer.name);
                  }}
                />
              </Field>
              <Field name="takerName" label="接房人姓名">
                <Input />
              </Field>
              <Field name="takerRelation">
                <AutoComplete options={["业主", "业主家属", "受托人", "承租人"].map((value) => ({ value }))} />
              </Field>
            </div>
          </>
        )}
      </PageForm>
    </>
  );
}
