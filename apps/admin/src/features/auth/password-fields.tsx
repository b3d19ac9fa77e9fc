import { Input } from "antd";
import type { FormInstance } from "antd";
import { Field } from "../../components/field";
import type { PasswordForm } from "./auth.queries";

export interface NewPasswordForm extends PasswordForm {
  repeated: string;
}

/** The old password, the new one, the new one again. What makes a password good enough is the API's word. */
export function PasswordFields({ form }: { form: FormInstance<NewPasswordForm> }) {
  return (
    <>
      <Field name="currentPassword" label="当前密码">
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Field>
      <Field name="newPassword" label="新密码" extra="至少 8 位，须同时含有字母和数字，不能与手机号相同">
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Field>
      <Field
        name="repeated"
        label="再输入一次新密码"
        dependencies={["newPassword"]}
        rules={[
          { required: true, message: "请再输入一次新密码" },
          {
            validator: (_rule, value) =>
              !value || value === form.getFieldValue("newPassword") ? Promise.resolve() : Promise.reject(new Error("两次输入的新密码不一致")),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Field>
    </>
  );
}
