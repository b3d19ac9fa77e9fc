import { useMutation } from "@tanstack/react-query";
import { Button, Input, Result } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Field } from "../../components/field";
import { PageForm } from "../../components/page-form";
import { applyForAccess, type ApplicationForm } from "./auth.queries";
import { EntryCard } from "./entry-card";

/** Somebody without an account asks for one; an administrator decides (CRM-03). */
export function ApplyPage() {
  const { mutateAsync } = useMutation(applyForAccess);
  const [isSent, setSent] = useState(false);

  if (isSent) {
    return (
      <EntryCard title="申请开通">
        <Result
          status="success"
          title="申请已提交"
          subTitle="系统管理员审批后会联系您，并告知初始密码。"
          extra={
            <Link to="/sign-in">
              <Button type="primary">返回登录</Button>
            </Link>
          }
        />
      </EntryCard>
    );
  }
  return (
    <EntryCard title="申请开通" intro="请填写真实信息，由系统管理员审批。">
      <PageForm<ApplicationForm>
        name="apply"
        dto="CreateAccessApplicationDto"
        onFinish={async (values) => {
          await mutateAsync(values);
          setSent(true);
        }}
        submitText="提交申请"
        extra={<Link to="/sign-in">返回登录</Link>}
      >
        <Field name="name" label="姓名">
          <Input autoComplete="name" />
        </Field>
        <Field name="mobile" label="手机号">
          <Input inputMode="tel" autoComplete="tel" />
        </Field>
        <Field name="projectName" label="所在项目">
          <Input placeholder="如：翠湖花园" />
        </Field>
        <Field name="roleWish" label="岗位">
          <Input placeholder="如：收费员" />
        </Field>
        <Field name="reason" label="申请理由">
          <Input.TextArea rows={3} showCount maxLength={500} />
        </Field>
      </PageForm>
    </EntryCard>
  );
}
