import { Alert, Button, Flex, Form, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { FormDto } from "./field";
import { useApiForm } from "./use-api-form";

/** A form that fills a page (long or in several cards); asks before unsaved input is lost. Ctrl+Enter submits. */
export function PageForm<Values extends object>({
  name,
  dto,
  initialValues,
  onFinish,
  children,
  submitText = "保存",
  extra,
}: {
  name: string;
  dto?: string;
  initialValues?: Partial<Values>;
  /** Sends the values; navigate away afterwards if the page is done. */
  onFinish: (values: Values) => Promise<unknown>;
  children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
  submitText?: string;
  /** Further buttons beside the submit button. */
  extra?: ReactNode;
}) {
  const { form, formProps, problem, isSubmitting, isDirty } = useApiForm<Values>(onFinish);
  return (
    <FormDto value={dto}>
      <Form<Values> {...formProps} name={name} initialValues={initialValues}>
        {typeof children === "function" ? children(form) : children}
        {problem && <Alert type="error" showIcon title={problem} className="form-note" role="alert" />}
        <Flex gap={8} align="center" className="page-form-buttons">
          <Button type="primary" htmlType="submit" loading={isSubmitting} title="Ctrl + Enter">
            {submitText}
          </Button>
          {extra}
          {isDirty && <span className="unsaved-hint">有未保存的修改</span>}
        </Flex>
      </Form>
    </FormDto>
  );
}
