import { useMutation } from "@tanstack/react-query";
import type { InspectionTemplateDto } from "@linli/contracts";
import { AutoComplete, Form, Input } from "antd";
import type { ReactElement } from "react";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { useProjectId } from "../../../lib/session";
import { saveTemplate } from "./inspections.queries";
import { readTemplateText, toTemplateText } from "./template-text";

interface TemplateValues {
  name: string;
  layout?: string | null;
  text: string;
}

/** Writes a template; its parts and items as lines of text. */
export function TemplateForm({
  template,
  layouts,
  trigger,
}: {
  template?: InspectionTemplateDto;
  layouts: readonly string[];
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync: save } = useMutation(saveTemplate(useProjectId(), template?.id));
  return (
    <FormDialog<TemplateValues>
      name={`template-${template?.id ?? "new"}`}
      title={template ? "修改验收模板" : "新建验收模板"}
      dto="SaveInspectionTemplateDto"
      width={640}
      trigger={trigger}
      initialValues={
        template && { name: template.name, layout: template.layout, text: toTemplateText(template.groups) }
      }
      onFinish={async ({ name, layout, text }) => {
        const read = readTemplateText(text);
        if (read.fault === undefined) {
          await save({ name, layout: layout || null, groups: read.groups, version: template?.version });
        }
      }}
    >
      <Field name="name">
        <Input />
      </Field>
      <Field name="layout">
        <AutoComplete allowClear placeholder="不填则适用所有户型" options={layouts.map((value) => ({ value }))} />
      </Field>
      <Form.Item
        name="text"
        label="部位和项目"
        required
        extra="一行写一个部位，下面每个项目一行，以 - 开头；冒号后面写标准。"
        rules={[{ validator: checkText }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 10, maxRows: 30 }}
          placeholder={"厨房\n- 墙面：平整无空鼓\n- 水龙头：出水正常"}
        />
      </Form.Item>
    </FormDialog>
  );
}

function checkText(_rule: unknown, text: string | undefined): Promise<void> {
  const { fault } = readTemplateText(text ?? "");
  return fault === undefined ? Promise.resolve() : Promise.reject(new Error(fault));
}
