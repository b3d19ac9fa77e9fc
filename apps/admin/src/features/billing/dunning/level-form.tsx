import { useMutation } from "@tanstack/react-query";
import type { DunningLevelDto, SaveDunningLevelDto } from "@linli/contracts";
import {
  dunningChannelLabels,
  type DunningKind,
  dunningKindLabels,
  dunningPlaceholdersOf,
} from "@linli/contracts/enums";
import { Form, Input, InputNumber, Select, Switch } from "antd";
import type { ReactElement } from "react";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { saveLevel } from "./dunning.queries";

/** A bill is no matter for a lawyer. */
const channelsOf = (kind: DunningKind) =>
  optionsOf(dunningChannelLabels).map((one) => ({ ...one, disabled: kind === "BILL" && one.value === "LAWYER" }));

const needed = (what: string) => [{ required: true, message: `请填写${what}` }];

/** A new level or a change of one; below the words stands what a debtor would read. */
export function LevelForm({
  level,
  next,
  trigger,
}: {
  level?: DunningLevelDto;
  /** The place of a new level. */
  next: number;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(saveLevel(useProjectId(), level?.id));
  const { id: _id, steps, ...terms } = level ?? { id: "", steps: 0 };
  return (
    <FormDialog<SaveDunningLevelDto>
      name={level ? "edit-dunning-level" : "create-dunning-level"}
      title={level ? `修改催缴级别 ${level.name}` : "新建催缴级别"}
      dto="SaveDunningLevelDto"
      width={600}
      trigger={trigger}
      note={steps > 0 ? "已发出的保持原来的内容，修改只影响以后发出的。" : undefined}
      initialValues={{
        kind: "DEMAND",
        levelOrder: next,
        daysBefore: 10,
        channel: "NOTICE",
        daysToNext: 15,
        minAmountFen: 0,
        active: true,
        ...terms,
      }}
      onFinish={mutateAsync}
    >
      <Field
        name="kind"
        extra={steps > 0 ? "已经用过，不能再改" : "到期前送达账单不是催款，不影响诉讼时效和以后的级别"}
      >
        <Select options={optionsOf(dunningKindLabels)} disabled={steps > 0} />
      </Field>
      <div className="form-columns">
        <Field name="levelOrder" extra="由轻到重，账单可用 0">
          <InputNumber min={0} max={20} precision={0} style={{ width: "100%" }} />
        </Field>
        <Field name="name">
          <Input maxLength={20} placeholder="如：书面催款" />
        </Field>
      </div>
      <Form.Item noStyle dependencies={["kind"]}>
        {({ getFieldValue }) => <KindFields kind={(getFieldValue("kind") as DunningKind | null) ?? "DEMAND"} />}
      </Form.Item>
      <Field name="active" valuePropName="checked">
        <Switch />
      </Field>
    </FormDialog>
  );
}

/** When, how and with which words: a bill names the days before the due day and gives no deadline of its own. */
function KindFields({ kind }: { kind: DunningKind }) {
  const names = Object.keys(dunningPlaceholdersOf[kind]).map((name) => `{${name}}`);
  return (
    <>
      <Field name="channel">
        <Select options={channelsOf(kind)} />
      </Field>
      <div className="form-columns">
        {kind === "BILL" ? (
          <Field name="daysBefore" rules={needed("提前天数")} extra="应缴日前这几天内、还没到期的应收">
            <InputNumber min={1} max={90} precision={0} suffix="天内" style={{ width: "100%" }} />
          </Field>
        ) : (
          <Field name="daysOverdue" rules={needed("逾期天数")}>
            <InputNumber min={1} max={3650} precision={0} suffix="天起" style={{ width: "100%" }} />
          </Field>
        )}
        <Field name="minAmountFen">
          <MoneyInput />
        </Field>
      </div>
      {kind === "DEMAND" && (
        <Field name="daysToNext" rules={needed("缴费期限天数")} extra="写在通知上；期限内不再催这户">
          <InputNumber min={1} max={365} precision={0} suffix="天" style={{ width: "100%" }} />
        </Field>
      )}
      <Field name="text" extra={`可以用：${names.join(" ")}`}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={1000} />
      </Field>
      <Form.Item label="示例" dependencies={["text"]}>
        {({ getFieldValue }) => <Example kind={kind} text={(getFieldValue("text") as string | undefined) ?? ""} />}
      </Form.Item>
    </>
  );
}

function Example({ kind, text }: { kind: DunningKind; text: string }) {
  const examples: Record<string, string> = dunningPlaceholdersOf[kind];
  const filled = text.replaceAll(/[{｛]([^{}｛｝]*)[}｝]/g, (whole, name: string) => examples[name.trim()] ?? whole);
  return <div style={{ whiteSpace: "pre-wrap" }}>{filled || "—"}</div>;
}
