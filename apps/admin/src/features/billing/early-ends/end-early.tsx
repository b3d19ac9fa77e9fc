import { useMutation, useQuery } from "@tanstack/react-query";
import type { BindingDto, EarlyEndLineDto, EarlyEndPreviewDto, EndEarlyDto } from "@linli/contracts";
import { Alert, Button, Checkbox, Form, Input, Table } from "antd";
import { useState } from "react";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { Money } from "../../../components/money";
import { QueryView } from "../../../components/query-view";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { DifferenceFields, KEEP_AS_PREPAYMENT } from "../corrections/difference-fields";
import { WhyList } from "../why-list";
import { earlyEndPreview, endEarly } from "./early-ends.queries";

/** Ends a service that is billed or paid beyond a day; shows first what it will come to (BIL-82). */
export function EndEarly({ binding }: { binding: BindingDto }) {
  const { mutateAsync } = useMutation(endEarly(useProjectId(), binding.id));
  // Chosen when the form opens: a retry ends once.
  const [id, setId] = useState(newId);
  return (
    <FormDialog<EndEarlyDto>
      name={`end-early-${binding.id}`}
      title={`提前终止 ${binding.roomCode} · ${binding.feeItemName}`}
      dto="EndEarlyDto"
      width={680}
      danger
      submitText="提前终止"
      trigger={<Button type="link">提前终止</Button>}
      note="已用部分按收费标准的折算方法计到最后服务日，按原价计，随收据给的优惠收回；收据全部红冲再重开，都记在今天。不能办理自己收的款。"
      initialValues={KEEP_AS_PREPAYMENT}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <Field name="lastDay" extra={binding.billedTo && `已出账到 ${binding.billedTo}`}>
        <DateInput min={binding.startsOn} max={binding.endsOn ?? undefined} />
      </Field>
      <Preview bindingId={binding.id} />
      <DifferenceFields />
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder="例如：业主搬离，年缴的车位费退剩余部分" />
      </Field>
      <Field name="copyReturned" valuePropName="checked" label="原收据">
        <Checkbox>打印过的客户联已收回</Checkbox>
      </Field>
    </FormDialog>
  );
}

function Preview({ bindingId }: { bindingId: string }) {
  const lastDay = Form.useWatch<string | null | undefined>("lastDay", Form.useFormInstance());
  const query = useQuery({
    ...earlyEndPreview(useProjectId(), bindingId, lastDay ?? ""),
    enabled: Boolean(lastDay),
  });
  if (!lastDay) return null;
  return <QueryView query={query}>{(preview) => <Outcome preview={preview} />}</QueryView>;
}

function Outcome({ preview }: { preview: EarlyEndPreviewDto }) {
  const { lines, paidFen, usedFen, backFen, openFen, receiptNos } = preview;
  const cut = lines.find(({ explanation }) => explanation.length > 0);
  return (
    <section aria-label="试算" className="form-note">
      <Alert
        type="info"
        showIcon
        className="form-note"
        title={
          <>
            已付 <Money fen={paidFen} unit />
            ，已用 <Money fen={usedFen} unit />
            {backFen > 0 && (
              <>
                ，退 <Money fen={backFen} strong unit />
              </>
            )}
            {openFen > 0 && (
              <>
                ，还欠 <Money fen={openFen} strong unit />
              </>
            )}
          </>
        }
        description={
          receiptNos.length > 0 ? `红冲并重开收据 ${receiptNos.join("、")}` : "没有收过款，只红冲最后服务日以后的应收"
        }
      />
      <Table<EarlyEndLineDto>
        className="form-note"
        size="small"
        rowKey={({ serviceFrom }) => serviceFrom}
        dataSource={lines}
        pagination={false}
        scroll={{ x: "max-content", y: 240 }}
        columns={[
          { title: "费用月份", dataIndex: "period" },
          { title: "应收（元）", align: "right", render: (_value, line) => <Money fen={line.amountFen} /> },
          { title: "优惠收回（元）", align: "right", render: (_value, line) => <Money fen={line.discountFen} /> },
          { title: "已付（元）", align: "right", render: (_value, line) => <Money fen={line.paidFen} /> },
          { title: "已用（元）", align: "right", render: (_value, line) => <Money fen={line.usedFen} strong /> },
        ]}
      />
      {cut && (
        <>
          <h3>{cut.period} 的已用部分</h3>
          <WhyList sentences={cut.explanation} />
        </>
      )}
    </section>
  );
}
