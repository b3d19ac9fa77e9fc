import { useMutation } from "@tanstack/react-query";
import { FormDialog } from "../../components/form-dialog";
import { changePassword } from "./auth.queries";
import { PasswordFields, type NewPasswordForm } from "./password-fields";

export function ChangePasswordDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { mutateAsync } = useMutation(changePassword);
  return (
    <FormDialog<NewPasswordForm>
      name="change-password"
      title="修改密码"
      kind="modal"
      width={420}
      open={open}
      onOpenChange={onOpenChange}
      onFinish={({ current, next }) => mutateAsync({ current, next })}
      submitText="修改密码"
    >
      {(form) => <PasswordFields form={form} />}
    </FormDialog>
  );
}
