import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Card, Form, Input } from "antd";
import { useNavigate, useSearchParams } from "react-router";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { PageForm } from "../../components/page-form";
import { PageHeader } from "../../components/page-header";
import { thisPeriod } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { bindRooms } from "./bindings.queries";
import { type BindForm, toBindRooms } from "./bindings-form";
import { BindingPreview } from "./bindings-preview";
import { RateSelect } from "./rate-select";
import { RoomsCard } from "./rooms-card";
import { priceInWords, priceUnit } from "./rate-words";
import { rateQueries } from "./rates.queries";

/** Binds a rate to many rooms, with a preview of every room before anything is written. */
export function NewBindingsPage() {
  const projectId = useProjectId();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { mutateAsync } = useMutation({ ...bindRooms(projectId), meta: {} });
  const roomIds = params.getAll("roomId");

  async function handleFinish(values: BindForm) {
    const { createdCount, skippedCount } = await mutateAsync(toBindRooms(values));
    void message.success(`已绑定 ${createdCount} 间${skippedCount > 0 ? `，跳过 ${skippedCount} 间` : ""}`);
    await navigate(`/p/${projectId}/billing/bindings?rateId=${values.rateId}`);
  }

  return (
    <>
      <PageHeader
        title="批量绑定"
        back="billing/bindings"
        help="charging"
        description="选标准、选房间，看过预览再绑定；全部成功或全部不做。"
      />
      <PageForm<BindForm>
        name="bind-rooms"
        dto="BindRoomsDto"
        submitText="绑定"
        initialValues={{
          rateId: params.get("rateId") ?? undefined,
          startsOn: `${thisPeriod()}-01`,
          roomIds,
          skipConflicts: false,
        }}
        onFinish={handleFinish}
      >
        <BindingTerms />
        <RoomsCard count={roomIds.length} skip={["skipConflicts", "跳过已绑定同一收费项目的房间"]} />
        <BindingPreview />
      </PageForm>
    </>
  );
}

/** Standard, days and what is agreed apart from it. */
export function BindingTerms({
  perPiece = "每间的个数",
  plain = "不填按面积或一户",
}: {
  perPiece?: string;
  plain?: string;
}) {
  const rateId = Form.useWatch<string | undefined>("rateId", Form.useFormInstance());
  const { data: rates } = useQuery(rateQueries.all(useProjectId()));
  const rate = rates?.items.find(({ id }) => id === rateId);
  const mayAgree = useCan("billing:rates");
  const isCounted = rate?.base === "COUNT";
  return (
    <Card size="small" title="标准与日期" className="section-card">
      <div className="form-columns">
        <Field name="rateId" extra={rate && priceInWords(rate)}>
          <RateSelect activeOnly allowClear={false} placeholder="请选择" style={{ width: "100%" }} />
        </Field>
        <Field name="startsOn">
          <DateInput />
        </Field>
        <Field name="endsOn" extra="不填为长期">
          <DateInput />
        </Field>
        {(isCounted || mayAgree) && (
          <Field
            name="quantity"
            extra={isCounted ? perPiece : plain}
            rules={isCounted ? [{ required: true, message: "按数量计费的标准必须填写数量" }] : []}
          >
            <DecimalInput places={4} />
          </Field>
        )}
        {mayAgree && (
          <>
            <Field name="unitPrice" extra="不填按标准价格">
              <DecimalInput places={6} unit={rate ? priceUnit(rate) : "元"} />
            </Field>
            <Form.Item noStyle dependencies={["unitPrice", "quantity"]}>
              {({ getFieldValue }) => {
                const isAgreed =
                  Boolean(getFieldValue("unitPrice")) || (!isCounted && Boolean(getFieldValue("quantity")));
                return (
                  <Field
                    name="overrideReason"
                    rules={isAgreed ? [{ required: true, message: "单独约定单价或数量时必须填写原因" }] : []}
                  >
                    <Input placeholder="单独约定时必填" />
                  </Field>
                );
              }}
            </Form.Item>
          </>
        )}
      </div>
    </Card>
  );
}
