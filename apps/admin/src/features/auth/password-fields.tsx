import type { ChangePasswordDto } from "@linli/contracts";
import { PASSWORD_MIN, passwordFault } from "@linli/contracts/enums";
import { Input, type FormInstance } from "antd";
import { Field } from "../../components/field";
import { useSession } from "../../lib/session";

export interface NewPasswordForm extends ChangePasswordDto {
  repeated: string;
}

/** The old password, the new one, the new one again. */
export function PasswordFields({ form }: { form: FormInstance<NewPasswordForm> }) {
  const session = useSession();
  const refuseWith = (fault: string | null) => (fault === null ? Promise.resolve() : Promise.reject(new Error(fault)));
  return (
    <>
      <Field name="current" label="当前密码" rules={[{ required: true, message: "请填写当前密码" }]}>
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Field>
      <Field
        name="next"
        label="新密码"
        extra={`至少 ${PASSWORD_MIN} 个字符，含小写字母、大写字母、数字、符号中的三种`}
        rules={[
          { required: true, message: "请填写新密码" },
          { validator: (_rule, value?: string) => refuseWith(value ? passwordFault(value, session) : null) },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Field>
      <Field
        name="repeated"
        label="再输入一次新密码"
        dependencies={["next"]}
        rules={[
          { required: true, message: "请再输入一次新密码" },
          {
            validator: (_rule, value?: string) =>
              refuseWith(!value || value === form.getFieldValue("next") ? null : "两次输入的新密码不一致"),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Field>
    </>
  );
}
