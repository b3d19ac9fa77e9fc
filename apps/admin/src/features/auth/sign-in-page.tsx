import type { SignInDto } from "@linli/contracts";
import { normalisePhone } from "@linli/contracts/enums";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { Link, Navigate, useSearchParams } from "react-router";
import { ApiError, errorText } from "../../lib/api-error";
import { sessionQuery } from "../../lib/session";
import { signIn } from "./auth.queries";
import { EntryCard } from "./entry-card";
import { safeTarget } from "./safe-target";

/** Sign-in by mobile number and password; leads back to where the visitor wanted to go. */
export function SignInPage() {
  const [params] = useSearchParams();
  const queryClient = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const { mutateAsync, isPending, error } = useMutation(signIn);

  async function handleFinish(values: SignInDto) {
    try {
      await mutateAsync({ ...values, mobile: normalisePhone(values.mobile) });
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    } catch (refusal) {
      // Shown above the fields.
      if (refusal instanceof ApiError) refusal.shown = true;
    }
  }

  if (session) return <Navigate to={safeTarget(params.get("from"))} replace />;
  return (
    <EntryCard title="登录">
      {error && (
        <Alert
          type={isLocked(error) ? "warning" : "error"}
          showIcon
          title={errorText(error)}
          className="form-note"
          role="alert"
        />
      )}
      <Form<SignInDto>
        name="sign-in"
        layout="vertical"
        onFinish={handleFinish}
        requiredMark={false}
        validateTrigger="onSubmit"
      >
        <Form.Item name="mobile" label="手机号" rules={[{ required: true, message: "请填写手机号" }]}>
          <Input size="large" inputMode="tel" autoComplete="username" autoFocus maxLength={20} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: "请填写密码" }]}>
          <Input.Password size="large" autoComplete="current-password" maxLength={128} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={isPending}>
          登录
        </Button>
      </Form>
      <p className="entry-foot">
        还没有账号？<Link to="/apply">申请开通</Link>
      </p>
    </EntryCard>
  );
}

const isLocked = (error: Error): boolean =>
  error instanceof ApiError && (error.status === 423 || error.status === 429 || /LOCK/.test(error.code));
