import { useMutation } from "@tanstack/react-query";
import type { DunningLevelDto, SaveDunningLevelDto } from "@linli/contracts";
import { dunningChannelLabels, dunningPlaceholders } from "@linli/contracts/enums";
import { Form, Input, InputNumber, Select, Switch } from "antd";
import type { ReactElement } from "react";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { saveLevel } from "./dunning.queries";

const names = Object.keys(dunningPlaceholders).map((name) => `{${name}}`);

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
  const { id: _id, steps: _steps, ...terms } = level ?? { id: "", steps: 0 };
  return (
    <FormDialog<SaveDunningLevelDto>
      name={level ? "edit-dunning-level" : "create-dunning-level"}
      title={level ? `修改催缴级别 ${level.name}` : "新建催缴级别"}
      dto="SaveDunningLevelDto"
      width={600}
      trigger={trigger}
      note={level && level.steps > 0 ? "已发出的催款保持原来的内容，修改只影响以后的催款。" : undefined}
      initialValues={{
        levelOrder: next,
        channel: "NOTICE",
        daysToNext: 15,
        minAmountFen: 0,
        active: true,
        ...terms,
      }}
      onFinish={mutateAsync}
    >
      <div className="form-columns">
        <Field name="levelOrder" extra="由轻到重">
          <InputNumber min={1} max={20} precision={0} style={{ width: "100%" }} />
        </Field>
        <Field name="name">
          <Input maxLength={20} placeholder="如：书面催款" />
        </Field>
      </div>
      <Field name="channel">
        <Select options={optionsOf(dunningChannelLabels)} />
      </Field>
      <div className="form-columns">
        <Field name="daysOverdue">
          <InputNumber min={1} max={3650} precision={0} suffix="天起" style={{ width: "100%" }} />
        </Field>
        <Field name="minAmountFen">
          <MoneyInput />
        </Field>
      </div>
      <Field name="daysToNext" extra="写在通知上；期限内不再催这户">
        <InputNumber min={1} max={365} precision={0} suffix="天" style={{ width: "100%" }} />
      </Field>
      <Field name="text" extra={`可以用：${names.join(" ")}`}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={1000} />
      </Field>
      <Form.Item label="示例" dependencies={["text"]}>
        {({ getFieldValue }) => <Example text={(getFieldValue("text") as string | undefined) ?? ""} />}
      </Form.Item>
      <Field name="active" valuePropName="checked">
        <Switch />
      </Field>
    </FormDialog>
  );
}

function Example({ text }: { text: string }) {
  const examples: Record<string, string> = dunningPlaceholders;
  const filled = text.replaceAll(/[{｛]([^{}｛｝]*)[}｝]/g, (whole, name: string) => examples[name.trim()] ?? whole);
  return <div style={{ whiteSpace: "pre-wrap" }}>{filled || "—"}</div>;
}
