import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { Navigate } from "react-router";
import { PageForm } from "../../components/page-form";
import { sessionQuery, useSession } from "../../lib/session";
import { changePassword, signOut } from "./auth.queries";
import { EntryCard } from "./entry-card";
import { PasswordFields, type NewPasswordForm } from "./password-fields";

/** Before anything else the first password, which somebody else knows, gives way to one's own (LAW-50). */
export function FirstPasswordPage() {
  const session = useSession();
  const queryClient = useQueryClient();
  const { mutateAsync } = useMutation(changePassword);
  const { mutate: leave } = useMutation(signOut);

  async function handleFinish({ current, next }: NewPasswordForm) {
    await mutateAsync({ current, next });
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
  }

  if (!session.mustChangePassword) return <Navigate to="/" replace />;
  return (
    <EntryCard title="设置您的密码" intro={`${session.name}，您好。首次登录请先修改初始密码，再开始使用。`}>
      <PageForm<NewPasswordForm>
        name="first-password"
        onFinish={handleFinish}
        submitText="修改密码并进入"
        extra={<Button onClick={() => leave()}>退出登录</Button>}
      >
        {(form) => <PasswordFields form={form} />}
      </PageForm>
    </EntryCard>
  );
}
